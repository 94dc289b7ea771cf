import { addDays, addMonths, daysBetween } from '../../../kernel/dates.ts'
import type { Bounds } from '../../../kernel/periods.ts'
import { compareVietnamese } from '../../../kernel/vietnamese.ts'
import type { CompileInput, FigureQuery, ItemRow, Picture } from '../contract.ts'
import { groupBy } from '../figure-groups.ts'
import { type FigureBook, recordsOf } from '../figures.ts'
import { byItem, isDoneIn, standingOf } from './progress.ts'
import { SIDE_BY_SIDE, termTargetPicture } from './term-targets.ts'

/** What a report shows in pictures; each only where there is something to compare. */
export const picturesOf = (book: FigureBook, input: CompileInput): Picture[] =>
  [
    ...planByClause(input),
    ...planByYear(input),
    ...termTargetPicture(book, input, shortly),
    ...byQuarter(book, input),
    ...byYear(book, input),
    ...byCommune(book, input),
  ].filter(({ labels, series }) => labels.length > 1 && series.some(one => one.values.some(({ value }) => value > 0)))

/** Items of the plan and those that are done, clause by clause. */
function planByClause(input: CompileInput): Picture[] {
  const ofClause = Map.groupBy(planned(input), one => one.clausePath)
  const clauses = input.clauses.filter(({ path }) => ofClause.has(path))
  const numbers = (done: boolean) => (path: string) => {
    const items = ofClause.get(path)!
    return { value: done ? items.filter(one => one.done).length : items.length }
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

/** What was planned and what of it was done: in a final report of every year, each as its own report says. */
function planned(input: CompileInput): { clausePath: string; year: number; done: boolean }[] {
  const ofItem = byItem(input.activities)
  const own = ({ id }: ItemRow) => ofItem.get(id) ?? []
  if (input.years.length === 0) {
    const { year } = input.period
    return input.items.map(item => ({ clausePath: item.clausePath, year, done: standingOf(input, item, own(item)) === 'done' }))
  }
  return input.yearPlans.flatMap(plan =>
    plan.items.map(item => ({ clausePath: item.clausePath, year: plan.year, done: isDoneIn(plan, item, own(item)) })),
  )
}

/** The same of a term, year by year. */
function planByYear(input: CompileInput): Picture[] {
  if (input.years.length === 0) return []
  const ofYear = Map.groupBy(planned(input), one => one.year)
  const numbers = input.years.map(({ year }) => ofYear.get(year) ?? [])
  return [
    {
      title: 'Kế hoạch và thực hiện qua các năm',
      unit: 'mục',
      labels: input.years.map(({ year }) => `Năm ${year}`),
      series: [
        { name: 'Kế hoạch', values: numbers.map(one => ({ value: one.length })) },
        { name: 'Đã thực hiện', values: numbers.map(one => ({ value: one.filter(({ done }) => done).length })) },
      ],
    },
  ]
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
