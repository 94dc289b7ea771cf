import { addDays, addMonths, daysBetween } from '../../../kernel/dates.ts'
import type { Bounds } from '../../../kernel/periods.ts'
import { compareVietnamese } from '../../../kernel/vietnamese.ts'
import type { CompileInput, FigureQuery, Picture } from '../contract.ts'
import { groupBy } from '../figure-groups.ts'
import { type FigureBook, recordsOf } from '../figures.ts'
import { byItem, standingOf } from './progress.ts'

/** More do not stand side by side on a page. */
const SIDE_BY_SIDE = 10

/** What a report shows in pictures; each only where there is something to compare. */
export const picturesOf = (book: FigureBook, input: CompileInput): Picture[] =>
  [...planByClause(input), ...byQuarter(book, input), ...byYear(book, input), ...byCommune(book, input)].filter(
    ({ labels, series }) => labels.length > 1 && series.some(one => one.values.some(({ value }) => value > 0)),
  )

/** Items of the plan and those that are done, clause by clause. */
function planByClause(input: CompileInput): Picture[] {
  const ofItem = byItem(input.activities)
  const ofClause = Map.groupBy(input.items, item => item.clausePath)
  const clauses = input.clauses.filter(({ path }) => ofClause.has(path))
  const numbers = (done: boolean) => (path: string) => {
    const items = ofClause.get(path)!
    const counted = done ? items.filter(item => standingOf(input, item, ofItem.get(item.id) ?? []) === 'done') : items
    return { value: counted.length }
  }
  const parts = Math.ceil(clauses.length / SIDE_BY_SIDE)
  return Array.from({ length: parts }, (_, at): Picture => {
    const shown = clauses.slice(at * SIDE_BY_SIDE, (at + 1) * SIDE_BY_SIDE).map(({ path }) => path)
    return {
      title: `Kế hoạch và thực hiện theo nội dung của chương trình${at > 0 ? ' (tiếp theo)' : ''}`,
      unit: 'mục',
      labels: shown.map(shortly),
      series: [
        { name: 'Kế hoạch', values: shown.map(numbers(false)) },
        { name: 'Đã thực hiện', values: shown.map(numbers(true)) },
      ],
    }
  })
}

/** A clause by its marks alone, for the narrow place below its bars: "II.1.2", "III.2 gạch 4". */
const shortly = (path: string): string => {
  const marks = path.split('/').map(mark => mark.replace(/^[-+*•](?=\d)/u, ' gạch '))
  const said = marks.filter((mark, at) => !marks[at + 1]?.startsWith(`${mark}.`))
  return said.join('.').replaceAll('. gạch', ' gạch')
}

const QUARTERS = ['Quý I', 'Quý II', 'Quý III', 'Quý IV']

/** Activities quarter by quarter beside those of the year before; quarters are cut as the reports are. */
function byQuarter(book: FigureBook, { period, before, years }: CompileInput): Picture[] {
  if (years.length > 0) return []
  const quarters = quartersOf(period)
  const labels = period.half === 2 ? QUARTERS.slice(-quarters.length) : QUARTERS.slice(0, quarters.length)
  const now = { name: `Năm ${period.year}`, values: quarters.map(one => counted(book, one)) }
  const past = { name: `Năm ${period.year - 1}`, values: quartersOf(before).map(one => counted(book, one)) }
  const series = past.values.some(({ value }) => value > 0) ? [past, now] : [now]
  return [{ title: 'Số hoạt động theo quý', unit: 'hoạt động', labels, series }]
}

/** Counted from the first day, so that a year that begins on the 30th loses no days in February; the last one ends with the period. */
function quartersOf({ from, to }: Bounds): Bounds[] {
  const length = Math.max(1, Math.round((daysBetween(from, to) + 1) / 91))
  const start = (at: number) => addMonths(from, 3 * at)
  return Array.from({ length }, (_, at) => ({ from: start(at), to: at === length - 1 ? to : addDays(start(at + 1), -1) }))
}

/** The years of the term in a row. */
function byYear(book: FigureBook, { years }: CompileInput): Picture[] {
  const values = years.map(one => counted(book, one))
  const labels = years.map(({ year }) => `Năm ${year}`)
  return [{ title: 'Số hoạt động qua các năm', unit: 'hoạt động', labels, series: [{ name: 'Số hoạt động', values }] }]
}

/** The communes and wards with the most work; where there are few, all of them in the order of their names. */
function byCommune(book: FigureBook, { period, activities, communeNames }: CompileInput): Picture[] {
  const { from, to } = period
  const ofCommune = groupBy(recordsOf({ kind: 'activities', from, to }, activities), one => one.communes)
  const size = (id: string) => ofCommune.get(id)!.length
  const named = (a: string, b: string) => compareVietnamese(communeNames[a] ?? '', communeNames[b] ?? '')
  const known = [...ofCommune.keys()].filter(id => id in communeNames).toSorted((a, b) => size(b) - size(a) || named(a, b))
  const shown = known.slice(0, SIDE_BY_SIDE)
  const some = known.length > shown.length
  return [
    {
      title: some ? `${SIDE_BY_SIDE} xã, phường có nhiều hoạt động nhất` : 'Số hoạt động theo xã, phường',
      unit: 'hoạt động',
      labels: shown.map(id => communeNames[id]!),
      series: [{ name: 'Số hoạt động', values: shown.map(part => counted(book, { from, to }, { part })) }],
    },
  ]
}

function counted(book: FigureBook, { from, to }: Bounds, more: Pick<FigureQuery, 'part'> = {}) {
  const { id, value } = book.enter({ kind: 'activities', from, to, ...more })
  return { value, figure: id }
}
