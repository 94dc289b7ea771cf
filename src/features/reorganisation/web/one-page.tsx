import { printDate } from '../../../kernel/dates.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf, InputOf } from '../../../ui/client/types.ts'
import { Go, usePathPart } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Facts } from '../../../ui/components/facts.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { refusalSentence } from '../../../ui/messages/problem.ts'
import type { agree } from '../commands/agree.ts'
import type { one } from '../queries/one.ts'
import { SharesPart } from './shares-part.tsx'
import { decisionText, endingLine, holdingWord, linesOf } from './words.ts'

type One = AnswerOf<typeof one>

const COUNTED_EVERY_MS = 5_000

/** One reorganisation: what it does, what passes to whom, who has agreed. */
export default function OnePage() {
  const reorganisationId = usePathPart('reorganisationId')
  const found = useAnswer<One>('reorganisation.one', { reorganisationId }, { every: COUNTED_EVERY_MS })
  const title = found.data ? t(`reorganisation.kind-${found.data.kind}`) : t('reorganisation.title')
  return (
    <Page title={title} above={<Go to="/to-chuc/sap-xep">{t('reorganisation.title')}</Go>} actions={<PrintButton />}>
      <Answered of={found}>{event => <Shown event={event} />}</Answered>
    </Page>
  )
}

const isOpen = ({ state }: One) => state === 'draft' || state === 'agreed'
const unitLines = ({ units }: One) => units.map(one => t('reorganisation.unit-line', one))

function Shown({ event }: { event: One }) {
  return (
    <>
      {event.against && <div className="message bad">{refusalSentence(event.against.code, event.against.data ?? {})}</div>}
      {event.failure && event.state === 'agreed' && !event.against && (
        <div className="message bad">{t('reorganisation.failure', { reason: refusalSentence(event.failure, {}) })}</div>
      )}
      <Facts
        facts={[
          [t('reorganisation.state'), t(`reorganisation.state-${event.state}`)],
          [t('reorganisation.decision'), decisionText(event.decision)],
          [t('reorganisation.effective'), printDate(event.effectiveOn)],
          [t('reorganisation.what'), [...linesOf(event), ...unitLines(event)].map(line => <div key={line}>{line}</div>)],
        ]}
      />
      {event.endings.length > 0 && (isOpen(event) || event.counts.length > 0) && <Passes event={event} />}
      <SharesPart event={event} />
      <Sides event={event} />
      <Acts event={event} />
    </>
  )
}

type Count = { what: string; count: number }

const countColumns = (): Column<Count>[] => [
  { key: 'what', title: t('reorganisation.passes'), cell: row => row.what },
  { key: 'count', title: t('reorganisation.count'), align: 'right', cell: row => row.count },
]

/** How much of each kind a body hands on; kinds that bear one word make one line. */
function countsOf(event: One, bodyId: string): Count[] {
  const own = event.counts.filter(one => one.bodyId === bodyId)
  const byWord = Map.groupBy(own, one => holdingWord(one.kind))
  return [...byWord].map(([what, counts]) => ({ what, count: counts.reduce((sum, one) => sum + one.count, 0) }))
}

function Passes({ event }: { event: One }) {
  const counted = event.endings
    .map(ending => ({ ...ending, rows: countsOf(event, ending.bodyId) }))
    .filter(one => one.rows.length > 0)
  return (
    <section className="stack">
      <h2>{t('reorganisation.passes')}</h2>
      <p className="quiet">{t('reorganisation.passes-why')}</p>
      {counted.length === 0 && <p>{t('reorganisation.counting')}</p>}
      {counted.map(({ bodyId, rows, ...ending }) => (
        <Table key={bodyId} caption={endingLine(ending)} columns={countColumns()} rows={rows} keyOf={row => row.what} />
      ))}
    </section>
  )
}

const standing = ({ agreed, hasAccounts }: One['concerned'][number]) =>
  t(agreed ? 'reorganisation.side-agreed' : hasAccounts ? 'reorganisation.side-waits' : 'reorganisation.side-nobody')

const Sides = ({ event }: { event: One }) => (
  <section className="stack">
    <h2>{t('reorganisation.sides')}</h2>
    <ul className="lines">
      {event.concerned.map(body => (
        <li key={body.id}>
          <Go to={`/to-chuc/${body.id}`}>{body.name}</Go>
          {event.state === 'draft' && `: ${standing(body)}`}
        </li>
      ))}
    </ul>
  </section>
)

function Acts({ event: { id: reorganisationId, version, can } }: { event: One }) {
  const yes = useCommand<InputOf<typeof agree>>('reorganisation.agree', { refresh: ['reorganisation', 'agencies'] })
  const no = useCommand<InputOf<typeof agree>>('reorganisation.withdraw')
  const go = async (act: typeof yes, words: string) => {
    if (await act.send({ reorganisationId, version })) tell(words)
  }
  return (
    <>
      <Problem of={yes} />
      <Problem of={no} />
      <div className="row no-print">
        {can.agree && (
          <Button look="main" busy={yes.state === 'sending'} onClick={() => void go(yes, t('reorganisation.agreed-done'))}>
            {t('reorganisation.agree')}
          </Button>
        )}
        {can.withdraw && (
          <Button busy={no.state === 'sending'} onClick={() => void go(no, t('reorganisation.withdrawn-done'))}>
            {t('reorganisation.withdraw')}
          </Button>
        )}
      </div>
    </>
  )
}
