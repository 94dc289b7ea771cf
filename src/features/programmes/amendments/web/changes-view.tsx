import { citeClause } from '../../../../kernel/cite-clause.ts'
import { Go } from '../../../../ui/components/address.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { CommitmentSentences } from '../../web/commitment-sentences.tsx'
import type { Change } from '../contract.ts'
import { diffWords } from '../diff-words.ts'
import { shortName } from './duties-editor.tsx'
import type { AmendmentAnswer } from './types.ts'

/** Clause by clause the text in force beside the new one, and the duties that follow. */
export function ChangesView({ answer }: { answer: AmendmentAnswer }) {
  const { amendment, programme } = answer
  return (
    <ul className="plain-list stack">
      {amendment.changes.map(change => (
        <li key={change.path} className="amendment-change">
          <h2>
            {change.kind === 'add' ? (
              t('amendments.add-of', { cite: citeClause(change.path) })
            ) : (
              <Go to={`/chuong-trinh/${programme.id}?ngay=goc#${encodeURIComponent(change.path)}`}>
                {t(`amendments.${change.kind}-of`, { cite: citeClause(change.path) })}
              </Go>
            )}
          </h2>
          <Sides change={change} />
          {change.kind !== 'repeal' && <Duties change={change} answer={answer} />}
        </li>
      ))}
    </ul>
  )
}

function Sides({ change }: { change: Change }) {
  const parts = change.kind === 'replace' ? diffWords(change.before, change.text) : []
  return (
    <div className="amendment-sides">
      <div>
        <p className="quiet small">{t('amendments.old')}</p>
        {change.kind === 'add' && <p className="quiet">{t('amendments.nothing-old')}</p>}
        {change.kind === 'repeal' && (
          <p className="paper-text">
            <del>{change.before}</del>
          </p>
        )}
        {change.kind === 'replace' && (
          <p className="paper-text">
            {parts.map(
              ({ at, kind, text }) =>
                kind !== 'new' && (kind === 'old' ? <del key={at}>{text}</del> : <span key={at}>{text}</span>),
            )}
          </p>
        )}
      </div>
      <div>
        <p className="quiet small">{t('amendments.new')}</p>
        {change.kind === 'repeal' && <p className="quiet">{t('amendments.nothing-new')}</p>}
        {change.kind === 'add' && (
          <p className="paper-text">
            <ins>
              {change.label} {change.text}
            </ins>
          </p>
        )}
        {change.kind === 'replace' && (
          <p className="paper-text">
            {parts.map(
              ({ at, kind, text }) =>
                kind !== 'old' && (kind === 'new' ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>),
            )}
          </p>
        )}
      </div>
    </div>
  )
}

function Duties({ change, answer }: { change: Exclude<Change, { kind: 'repeal' }>; answer: AmendmentAnswer }) {
  const { duties } = change
  return (
    <div className="amendment-follow">
      <p className="quiet small">{t('amendments.duties')}</p>
      {duties.length === 0 && <p className="quiet">{t('amendments.duties-none')}</p>}
      {duties.map(duty => (
        <div key={duty.text} className="commitment">
          {duties.length > 1 && <p className="paper-text">{duty.text}</p>}
          <CommitmentSentences commitment={duty} shortName={name => shortName(name, answer.parties)} />
        </div>
      ))}
    </div>
  )
}
