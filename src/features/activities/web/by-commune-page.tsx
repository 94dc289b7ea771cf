import './activities.css'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { FilterChoice } from '../../../ui/components/filters.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { AREA_CLASSES, AREA_KEYS, type AreaClass } from '../../agencies/places/contract.ts'
import type { byCommune } from '../queries/by-commune.ts'

type Shown = AnswerOf<typeof byCommune>
type Row = Shown['communes'][number]

/** How far one item of a plan (?muc=…) has come, commune by commune. */
export default function ByCommunePage() {
  const [itemId] = useAddressWord('muc')
  const [chosen, setChosen] = useAddressWord('vung')
  const area = AREA_KEYS.find(key => key === chosen)
  const found = useAnswer<Shown>('activities.by-commune', { itemId, ...(area && { class: area }) }, { keepPrevious: true })
  return (
    <Page title={t('activities.by-commune')} above={found.data && <Thread item={found.data.item} />} actions={<PrintButton />}>
      <div className="row activity-filters no-print">
        <FilterChoice
          label={t('activities.area')}
          value={area ?? ''}
          onChange={setChosen}
          any={t('activities.area-any')}
          choices={AREA_KEYS.map(value => ({ value, label: AREA_CLASSES[value] }))}
        />
      </div>
      <Answered of={found}>{shown => <Content shown={shown} area={area} />}</Answered>
    </Page>
  )
}

function Content({ shown, area }: { shown: Shown; area: AreaClass | undefined }) {
  const { item, least, unit, communes, reached, begun, none, on, named } = shown
  if (communes.length === 0)
    return (
      <p className="message">
        {area ? t('activities.area-no-holders', { area: AREA_CLASSES[area], on }) : t('activities.no-communes')}
      </p>
    )
  return (
    <>
      <p className="paper-text">{item.title}</p>
      <p className="message" role="status">
        {t('activities.by-commune-said', {
          least: `${printNumber(least)} ${unit ?? t('activities.activity-unit')}`,
          reached,
          all: communes.length,
          begun,
          none,
        })}
      </p>
      {area && <p className="quiet">{t('activities.area-holders', { area: AREA_CLASSES[area], on })}</p>}
      {named && <p className="quiet">{t('activities.named-communes')}</p>}
      <Table caption={t('activities.by-commune')} columns={columnsOf(shown)} rows={communes} keyOf={row => row.id} />
      <p className="quiet small">{t('activities.by-commune-help')}</p>
    </>
  )
}

const Thread = ({ item }: { item: Shown['item'] }) => (
  <ThreadBar
    steps={[
      { label: citeClause(item.clausePath), to: `/chuong-trinh/${item.programmeId}#${encodeURIComponent(item.clausePath)}` },
      {
        label: t('activities.item-label', { year: item.year, number: item.position }),
        to: `/ke-hoach/${item.planId}#${item.id}`,
      },
      { label: t('activities.by-commune'), current: true },
    ]}
  />
)

const columnsOf = ({ item, unit }: Shown): readonly Column<Row>[] => [
  { key: 'commune', title: t('activities.commune'), cell: row => row.name, sort: row => row.name },
  {
    key: 'standing',
    title: t('activities.commune-standing'),
    cell: row => t(`activities.commune-${row.standing}`),
    sort: row => row.amount,
    width: '9rem',
  },
  {
    key: 'amount',
    title: unit ?? t('activities.activity-unit'),
    cell: row => printNumber(row.amount),
    sort: row => row.amount,
    align: 'right',
    width: '9rem',
  },
  {
    key: 'activities',
    title: t('activities.title'),
    cell: row =>
      row.activities > 0 && (
        <Go to={`/hoat-dong?muc=${item.id}&xa=${row.id}`}>{t('activities.activities-count', { count: row.activities })}</Go>
      ),
    sort: row => row.activities,
    width: '10rem',
  },
]
