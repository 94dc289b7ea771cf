import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { list } from '../queries/list.ts'
import { decisionText, type Event, linesOf } from './words.ts'

type List = AnswerOf<typeof list>

const columns = (): Column<Event>[] => [
  { key: 'on', title: t('reorganisation.effective'), sort: row => row.effectiveOn, cell: row => printDate(row.effectiveOn) },
  {
    key: 'kind',
    title: t('reorganisation.kind'),
    cell: row => <Go to={`/to-chuc/sap-xep/${row.id}`}>{t(`reorganisation.kind-${row.kind}`)}</Go>,
  },
  { key: 'what', title: t('reorganisation.what'), cell: row => <Lines event={row} /> },
  { key: 'decision', title: t('reorganisation.decision'), cell: row => decisionText(row.decision) },
  { key: 'state', title: t('reorganisation.state'), cell: row => t(`reorganisation.state-${row.state}`) },
]

/** A level that ends has hundreds of bodies: the first few stand for all. */
function Lines({ event }: { event: Event }) {
  const lines = linesOf(event)
  return lines.slice(0, 5).map(line => <div key={line}>{line}</div>)
}

/** Every reorganisation of the site, the latest first: what is applied, and what waits for those whom it concerns. */
export default function ListPage() {
  const found = useAnswer<List>('reorganisation.list', {})
  const add = found.data?.can.draft && (
    <ButtonLink look="main" to="/to-chuc/sap-xep/moi">
      {t('reorganisation.add')}
    </ButtonLink>
  )
  return (
    <Page title={t('reorganisation.title')} above={<Go to="/to-chuc">{t('agencies.all-bodies')}</Go>} actions={add}>
      <p className="quiet">{t('reorganisation.about')}</p>
      <Answered of={found}>
        {({ reorganisations }) =>
          reorganisations.length === 0 ? (
            <EmptyPlace title={t('reorganisation.none-title')} help={t('reorganisation.none-help')} />
          ) : (
            <Table caption={t('reorganisation.title')} columns={columns()} rows={reorganisations} keyOf={row => row.id} />
          )
        }
      </Answered>
    </Page>
  )
}
