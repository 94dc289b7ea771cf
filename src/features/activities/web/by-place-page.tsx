import './activities.css'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { isIsoDate } from '../../../kernel/dates.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { FilterChoice, Narrowed } from '../../../ui/components/filters.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { AREA_CLASSES, AREA_KEYS, type AreaClass, OF_COMMUNES } from '../../agencies/places/contract.ts'
import { BordersChoice, BordersNote, NotAlikeNotes, useBorders } from '../../agencies/web/borders-choice.tsx'
import type { byPlace } from '../queries/by-place.ts'

type Shown = AnswerOf<typeof byPlace>
type Row = Shown['places'][number]

/** In the address: every place, also where the target itself names a class. */
const ALL = 'tat-ca'

/** The days of a report, where the page was opened from one: ?tu=2025-12-15&den=2026-06-14 */
function useReportDays() {
  const [from, setFrom] = useAddressWord('tu')
  const [to, setTo] = useAddressWord('den')
  const clear = () => {
    setFrom('')
    setTo('')
  }
  return { within: isIsoDate(from) && isIsoDate(to) ? { from, to } : null, clear }
}

/** How far one item of a plan (?muc=…) has come, commune by commune or village by village. */
export default function ByPlacePage() {
  const [itemId] = useAddressWord('muc')
  const [chosen, setChosen] = useAddressWord('vung')
  const borders = useBorders()
  const { within, clear } = useReportDays()
  const asked = chosen === ALL ? 'all' : AREA_KEYS.find(key => key === chosen)
  const found = useAnswer<Shown>(
    'activities.by-place',
    { itemId, ...borders, ...(asked && { class: asked }), ...within },
    { keepPrevious: true },
  )
  return (
    <Page
      title={t(`activities.by-${found.data?.level ?? 'commune'}`)}
      above={found.data && <Thread shown={found.data} />}
      actions={<PrintButton />}
    >
      {within && (
        <Narrowed showAll={t('activities.places-all-days')} clear={clear}>
          {t('activities.places-within', within)}
        </Narrowed>
      )}
      {found.data && <Areas shown={found.data} chosen={chosen} onChange={setChosen} />}
      <Answered of={found}>{shown => <Content shown={shown} />}</Answered>
    </Page>
  )
}

type AreasProps = { shown: Shown; chosen: string; onChange: (chosen: string) => void }

/** Of which places: those of the class that the target names, of another, or all. */
function Areas({ shown: { level, ofTarget }, chosen, onChange }: AreasProps) {
  const all = t(`activities.area-any-${level}`)
  const offered = AREA_KEYS.filter(key => key !== ofTarget && (level === 'village' || key !== 'mixed-village'))
  const classes = offered.map(value => ({ value: value as string, label: AREA_CLASSES[value] }))
  return (
    <div className="row activity-filters no-print">
      <FilterChoice
        label={t('activities.area')}
        value={chosen}
        onChange={onChange}
        any={ofTarget ? AREA_CLASSES[ofTarget] : all}
        choices={ofTarget ? [{ value: ALL, label: all }, ...classes] : classes}
      />
      <BordersChoice />
    </div>
  )
}

function Content({ shown }: { shown: Shown }) {
  const { item, level, least, unit, places, reached, begun, none, on, named } = shown
  const area = shown.class && AREA_CLASSES[shown.class]
  if (places.length === 0)
    return <p className="message">{area ? t(`activities.area-no-${level}`, { area, on }) : t(`activities.no-${level}`)}</p>
  return (
    <>
      <p className="paper-text">{item.title}</p>
      <p className="message" role="status">
        {t(`activities.by-${level}-said`, {
          least: `${printNumber(least)} ${unit ?? t('activities.activity-unit')}`,
          reached,
          all: places.length,
          begun,
          none,
        })}
      </p>
      {area && shown.class && <p className="quiet">{t(`activities.area-of-${heldBy(shown.class, level)}`, { area, on })}</p>}
      {named && <p className="quiet">{t(`activities.named-${level}`)}</p>}
      <Table caption={t(`activities.by-${level}`)} columns={columnsOf(shown)} rows={places} keyOf={row => row.id} />
      <BordersNote />
      <NotAlikeNotes unlike={shown.split.map(place => ({ reason: 'split', place }))} />
      <p className="quiet small">{t(`activities.by-${level}-help`)}</p>
    </>
  )
}

/** A village holds a class itself, or has that of its commune. */
const heldBy = (given: AreaClass, level: Shown['level']) =>
  level === 'village' && OF_COMMUNES.includes(given) ? 'village-by-commune' : level

const Thread = ({ shown: { item, level } }: { shown: Shown }) => (
  <ThreadBar
    steps={[
      { label: citeClause(item.clausePath), to: `/chuong-trinh/${item.programmeId}#${encodeURIComponent(item.clausePath)}` },
      {
        label: t('activities.item-label', { year: item.year, number: item.position }),
        to: `/ke-hoach/${item.planId}#${item.id}`,
      },
      { label: t(`activities.by-${level}`), current: true },
    ]}
  />
)

const columnsOf = ({ item, unit, level, within }: Shown): readonly Column<Row>[] => [
  { key: 'place', title: t(`activities.${level}`), cell: row => row.name, sort: row => row.name },
  ...(level === 'village'
    ? [{ key: 'under', title: t('activities.commune'), cell: (row: Row) => row.under, sort: (row: Row) => row.under ?? '' }]
    : []),
  {
    key: 'standing',
    title: t('activities.place-standing'),
    cell: row => t(`activities.place-${row.standing}`),
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
        <Go to={`/hoat-dong?muc=${item.id}&xa=${row.id}${within ? `&tu=${within.from}&den=${within.to}` : ''}`}>
          {t('activities.activities-count', { count: row.activities })}
        </Go>
      ),
    sort: row => row.activities,
    width: '10rem',
  },
]
