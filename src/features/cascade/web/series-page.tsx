import { printNumber } from '../../../kernel/numbers.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord, usePathPart } from '../../../ui/components/address.tsx'
import { FilterChoice } from '../../../ui/components/filters.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { BordersChoice, NotAlike, NotAlikeNotes, useBorders } from '../../agencies/web/borders-choice.tsx'
import type { series } from '../queries/series.ts'
import { halfWords } from './figures.tsx'
import './cascade.css'

type Series = AnswerOf<typeof series>
type Row = Series['rows'][number]

/** What the communes reported of a clause, half-year by half-year. ?dieu=II/1&dia-gioi=hien-nay */
export default function SeriesPage() {
  const templateId = usePathPart('templateId')
  const [key, setKey] = useAddressWord('dieu')
  const found = useAnswer<Series>('cascade.series', { templateId, ...useBorders(), ...(key && { key }) }, { keepPrevious: true })
  const steps = [
    { label: t('cascade.templates'), to: '/cap-xa' },
    { label: found.data?.template.title ?? t('cascade.ledger'), to: `/cap-xa/${templateId}` },
    { label: t('cascade.series'), current: true },
  ]
  return (
    <Page title={t('cascade.series')} above={<ThreadBar steps={steps} />} actions={<PrintButton />}>
      <Answered of={found}>{shown => <Content shown={shown} onClause={setKey} />}</Answered>
    </Page>
  )
}

function Content({ shown, onClause }: { shown: Series; onClause: (key: string) => void }) {
  const { clause, clauses, columns, rows } = shown
  const { borders } = useBorders()
  const choices = clauses.map(({ key, text }, at) => ({
    value: key,
    label: `${t('cascade.clause-number', { number: at + 1 })}. ${text}`,
  }))
  if (columns.length === 0) return <EmptyPlace title={t('cascade.series-none')} help={t('cascade.series-none-help')} />
  return (
    <>
      <div className="row filters-row no-print">
        <FilterChoice label={t('cascade.clause')} value={clause.key} onChange={onClause} any={null} choices={choices} />
        <BordersChoice />
      </div>
      <p className="paper-text">{clause.text}</p>
      <Table
        caption={t('cascade.series-unit', { unit: clause.unit })}
        columns={columnsOf(columns)}
        rows={rows}
        keyOf={row => row.bodyId}
        totals={totalsOf(shown)}
      />
      <NotAlikeNotes unlike={rows.flatMap(row => row.unlike).filter(one => one !== null)} />
      {borders && <p className="quiet small">{t('cascade.series-now-help')}</p>}
    </>
  )
}

const columnsOf = (halves: Series['columns']): Column<Row>[] => [
  { key: 'name', title: t('cascade.commune'), cell: row => row.name, sort: row => row.name },
  ...halves.map(
    (half, at): Column<Row> => ({
      key: half.id,
      title: halfWords(half),
      align: 'right',
      cell: ({ cells, unlike }) => {
        const [value, apart] = [cells[at], unlike[at]]
        return apart ? <NotAlike unlike={apart} /> : value === undefined ? '–' : printNumber(value)
      },
      sort: row => row.cells[at] ?? -1,
    }),
  ),
]

/** A column with a unit that cannot be added up has no total there. */
function totalsOf({ columns, rows }: Series): Record<string, string> {
  const total = (at: number) => printNumber(rows.reduce((sum, row) => sum + (row.cells[at] ?? 0), 0))
  return Object.fromEntries(columns.map(({ id }, at) => [id, rows.some(row => row.unlike[at]) ? '' : total(at)]))
}
