import { citeClause } from '../../../kernel/cite-clause.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, usePathPart } from '../../../ui/components/address.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { compareClauses } from '../queries/compare.ts'
import { Marked } from './marked.tsx'
import './renewal.css'

type Compared = AnswerOf<typeof compareClauses>
type Pair = Compared['overlaps'][number]
type Said = Pair['one']
type Silent = Compared['silent'][number]

const clauseAddress = (programmeId: string, path: string): string => `/chuong-trinh/${programmeId}#${encodeURIComponent(path)}`

/** What a programme says twice and what it never did: both texts side by side, for people to judge. */
export default function ComparePage() {
  const programmeId = usePathPart('id')
  const found = useAnswer<Compared>('renewal.compare', { programmeId })
  const programme = found.data?.programme
  const steps = [
    { label: programme?.number ?? programme?.title ?? t('renewal.programme'), to: `/chuong-trinh/${programmeId}` },
    { label: t('renewal.open'), current: true },
  ]
  const print = <PrintButton />
  return (
    <Page title={t('renewal.title')} above={<ThreadBar steps={steps} />} actions={print}>
      <Answered of={found}>
        {answer => (
          <>
            <p className="paper-text">{answer.programme.title}</p>
            <p className="quiet">
              {t('renewal.help')} {answer.compared.length > 0 && t('renewal.compared', { names: answer.compared.join('; ') })}
            </p>
            <Overlaps pairs={answer.overlaps} programmeId={programmeId} />
            <Silences {...answer} programmeId={programmeId} />
          </>
        )}
      </Answered>
    </Page>
  )
}

const Overlaps = ({ pairs, programmeId }: { pairs: Pair[]; programmeId: string }) => (
  <section className="card" aria-labelledby="overlaps">
    <div className="card-head">
      <h2 id="overlaps">{t('renewal.overlaps', { count: pairs.length })}</h2>
    </div>
    {pairs.length === 0 && <p className="padded quiet">{t('renewal.overlaps-none')}</p>}
    <ul className="lines">
      {pairs.map(({ one, other, likeness }) => (
        <li key={`${one.path} ${other.programme.id} ${other.path}`}>
          <p className="quiet small">{t('renewal.likeness', { percent: Math.round(likeness * 100) })}</p>
          <div className="side-by-side">
            <Text said={one} programmeId={programmeId} />
            <Text said={other} programmeId={programmeId} />
          </div>
        </li>
      ))}
    </ul>
  </section>
)

function Text({ said: { programme, path, text, common }, programmeId }: { said: Said; programmeId: string }) {
  const clause = citeClause(path)
  const label =
    programme.id === programmeId
      ? clause
      : t('renewal.other-programme', { clause, programme: programme.number ?? programme.title })
  return (
    <div>
      <Go to={clauseAddress(programme.id, path)}>{label}</Go>
      <p className="paper-text">
        <Marked text={text} common={common} />
      </p>
    </div>
  )
}

const silentColumns = (programmeId: string): Column<Silent>[] => [
  {
    key: 'clause',
    title: t('renewal.clause'),
    width: '14rem',
    cell: ({ path }) => <Go to={clauseAddress(programmeId, path)}>{citeClause(path)}</Go>,
  },
  { key: 'text', title: t('renewal.text'), cell: row => <span className="paper-text">{row.text}</span> },
  { key: 'years', title: t('renewal.years'), width: '9rem', cell: row => row.years.join(', ') },
]

type SilencesProps = Pick<Compared, 'silent' | 'loose'> & { programmeId: string }

function Silences({ silent, loose, programmeId }: SilencesProps) {
  return (
    <>
      {silent.length === 0 ? (
        <p className="card padded quiet">{t('renewal.silent-none')}</p>
      ) : (
        <Table caption={t('renewal.silent')} rows={silent} keyOf={row => row.path} columns={silentColumns(programmeId)} />
      )}
      {loose.length > 0 && (
        <section className="card padded" aria-labelledby="loose">
          <h2 id="loose">{t('renewal.loose', { count: loose.length })}</h2>
          <ul className="plain-list">
            {loose.map(({ path, activities }) => (
              <li key={path}>
                <Go to={`/hoat-dong?chuong-trinh=${programmeId}&muc=${encodeURIComponent(path)}`}>
                  {t('renewal.loose-line', { clause: citeClause(path), count: activities })}
                </Go>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
