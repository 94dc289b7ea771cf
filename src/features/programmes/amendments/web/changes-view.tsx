import { citeClause } from '../../../../kernel/cite-clause.ts'
import { Go } from '../../../../ui/components/address.tsx'
import { WordSides } from '../../../../ui/components/word-sides.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { CommitmentSentences } from '../../web/commitment-sentences.tsx'
import type { Change } from '../contract.ts'
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
          <WordSides
            before={before(change)}
            after={after(change)}
            heads={[t('amendments.old'), t('amendments.new')]}
            none={[t('amendments.nothing-old'), t('amendments.nothing-new')]}
          />
          {change.kind !== 'repeal' && <Duties change={change} answer={answer} />}
        </li>
      ))}
    </ul>
  )
}

const before = (change: Change) => (change.kind === 'add' ? null : change.before)
function after(change: Change): string | null {
  if (change.kind === 'repeal') return null
  return change.kind === 'add' ? `${change.label} ${change.text}` : change.text
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
