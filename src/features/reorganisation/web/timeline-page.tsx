import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, usePathPart } from '../../../ui/components/address.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { timeline } from '../queries/timeline.ts'
import { decisionText, holdingWord } from './words.ts'

type Timeline = AnswerOf<typeof timeline>
type Moment = Timeline['moments'][number]

/** The life of a body on one page: names, codes, superiors, whom it took over, to whom it passed, by which decisions. */
export default function TimelinePage() {
  const bodyId = usePathPart('bodyId')
  const found = useAnswer<Timeline>('reorganisation.timeline', { bodyId })
  const name = found.data?.body.name
  const title = name ? t('reorganisation.timeline-title', { name }) : t('reorganisation.timeline')
  const above = <Go to={`/to-chuc/${bodyId}`}>{found.data?.body.shortName ?? t('agencies.all-bodies')}</Go>
  return (
    <Page title={title} above={above} actions={<PrintButton />}>
      <p className="quiet">{t('reorganisation.timeline-about')}</p>
      <Answered of={found}>{answer => <Shown answer={answer} />}</Answered>
    </Page>
  )
}

function Shown({ answer: { moments, held } }: { answer: Timeline }) {
  if (moments.length === 0) return <EmptyPlace title={t('reorganisation.timeline-none')} />
  return (
    <>
      <Table
        caption={t('reorganisation.timeline')}
        columns={columns()}
        rows={moments.map((moment, at) => ({ moment, key: String(at) }))}
        keyOf={row => row.key}
      />
      {held.length > 0 && (
        <section className="stack" aria-labelledby="held">
          <h2 id="held">{t('reorganisation.held')}</h2>
          <ul className="lines">
            {held.map(({ kind, count }) => (
              <li key={kind}>
                {holdingWord(kind)}: {count}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

type Row = { moment: Moment; key: string }

const columns = (): Column<Row>[] => [
  {
    key: 'on',
    title: t('reorganisation.when'),
    width: '9rem',
    cell: ({ moment }) => (moment.on ? printDate(moment.on) : t('reorganisation.beginning')),
  },
  { key: 'what', title: t('reorganisation.what'), cell: ({ moment }) => <What moment={moment} /> },
  { key: 'decision', title: t('reorganisation.decision'), cell: ({ moment }) => <By moment={moment} /> },
]

function What({ moment }: { moment: Moment }) {
  if (moment.what === 'name') return t('reorganisation.moment-name', { name: moment.name, more: detailsOf(moment) })
  if (moment.what === 'moved')
    return moment.parent ? (
      <>
        {t('reorganisation.moment-moved')} <Other of={moment.parent} />
      </>
    ) : (
      t('reorganisation.moment-alone')
    )
  if (!('other' in moment)) return t(`reorganisation.moment-${moment.what}`)
  return (
    <>
      {t(`reorganisation.moment-${moment.what}`)} <Other of={moment.other} />
    </>
  )
}

const detailsOf = ({ shortName, symbol, code, superior }: Extract<Moment, { what: 'name' }>): string =>
  [
    shortName,
    symbol && t('reorganisation.moment-symbol', { symbol }),
    code && t('reorganisation.moment-code', { code }),
    superior && t('reorganisation.moment-superior', { superior }),
  ]
    .filter(Boolean)
    .join('; ')

const Other = ({ of: { id, name } }: { of: { id: string; name: string } }) => <Go to={`/to-chuc/${id}/qua-trinh`}>{name}</Go>

function By({ moment: { decision, eventId } }: { moment: Moment }) {
  if (!decision) return null
  const { number, date, issuer } = decision
  const words =
    date && issuer
      ? decisionText({ number, date, issuer })
      : date
        ? t('agencies.decision', { number, day: printDate(date) })
        : number
  return eventId ? <Go to={`/to-chuc/sap-xep/${eventId}`}>{words}</Go> : words
}
