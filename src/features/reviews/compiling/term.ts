import { citeClause } from '../../../kernel/cite-clause.ts'
import type { AnnexRow, CompiledBlock, CompileInput, FigureQuery, Sentence } from '../contract.ts'
import { type FigureBook, recordsOf } from '../figures.ts'
import { silentYears } from '../silence.ts'
import { byClause } from './progress.ts'
import { doneIn, figure, moneyOf } from './sentences.ts'
import { termTargetRows } from './term-targets.ts'
import { shortTitle } from './titles.ts'

type Within = Omit<FigureQuery, 'kind'>

/** "Từng năm: năm 2026: 03 lớp, 120 lượt người; năm 2027: không có hoạt động." None where a report is of one year. */
export function yearByYear(book: FigureBook, { years }: CompileInput, clausePath: string): CompiledBlock[] {
  if (years.length === 0) return []
  const told = years.map(({ year, from, to }, at): Sentence => {
    const done = doneIn(book, { clausePath, from, to })
    return [`${at > 0 ? '; ' : ''}năm ${year}: `, ...(done.length > 0 ? done : ['không có hoạt động'])]
  })
  return [{ kind: 'sentence', pieces: ['Từng năm: ', ...told.flat(), '.'], dash: true, clausePath }]
}

/** Clauses that had work in the term but none in some of the years in which they stated a duty: "Bồi dưỡng kiến thức (Điều 2): năm 2027, 2029." */
export function clausesWithSilentYears({ clauses, commitments, period, years, activities }: CompileInput): CompiledBlock[] {
  const duties = Map.groupBy(commitments, one => one.clausePath)
  const ofClause = byClause(activities)
  return clauses.flatMap(({ path, text }): CompiledBlock[] => {
    const own = recordsOf({ kind: 'activities', from: period.from, to: period.to }, ofClause.get(path) ?? [])
    const days = own.map(one => one.heldOn)
    const silent = own.length === 0 ? [] : silentYears(years, duties.get(path) ?? [], days)
    if (silent.length === 0) return []
    const pieces = [`${shortTitle(text)} (${citeClause(path)}): năm ${silent.join(', ')}.`]
    return [{ kind: 'sentence', pieces, dash: true, clausePath: path }]
  })
}

/** The table of a final report: each clause year by year, the whole term, what was spent; clauses that stayed silent stand in it too. */
export function termRows(book: FigureBook, input: CompileInput): AnnexRow[] {
  const { from, to } = input.period
  const ofClause = byClause(input.activities)
  const owing = new Set(input.commitments.map(one => one.clausePath))
  const rows = input.clauses
    .filter(({ path }) => owing.has(path) || ofClause.has(path))
    .flatMap(({ path, text }): AnnexRow[] => {
      const years = input.years.map(year => doneIn(book, { clausePath: path, from: year.from, to: year.to }))
      const cells = [[`${shortTitle(text)} (${citeClause(path)})`], ...years, doneIn(book, { clausePath: path, from, to })]
      const row = [...cells, moneyOf(book, { clausePath: path, from, to })]
      return [{ clausePath: path, itemId: null, kind: 'clause', cells: row }, ...termTargetRows(book, input, path)]
    })
  if (rows.length === 0) return []
  const all = (of: Within): Sentence => [figure(book, { kind: 'activities', from: of.from, to: of.to })]
  const cells = [['Cộng'], ...input.years.map(all), all({ from, to }), moneyOf(book, { from, to })]
  return [...rows, { clausePath: null, itemId: null, kind: 'total', cells }]
}
