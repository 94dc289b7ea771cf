import type { IsoDate } from '../../kernel/dates.ts'
import { type Duty, type ReportYear, silentYears } from '../reviews/index.ts'

/** Activities that one clause saw on one day. */
export type ClauseDay = { path: string; heldOn: IsoDate; activities: number }

/** Of each clause with a duty the years without a single activity, as the final report counts them, and the clauses with activities that hold no duty. */
export function silencesOf<Clause extends { path: string }>(
  clauses: readonly Clause[],
  { duties, work, years }: { duties: readonly Duty[]; work: readonly ClauseDay[]; years: readonly ReportYear[] },
): { silent: (Clause & { years: number[] })[]; loose: { path: string; activities: number }[] } {
  const [ofClause, done] = [Map.groupBy(duties, one => one.clausePath), Map.groupBy(work, one => one.path)]
  const daysOf = (path: string) => (done.get(path) ?? []).filter(one => one.activities > 0).map(one => one.heldOn)
  const silent = clauses.map(clause => ({
    ...clause,
    years: silentYears(years, ofClause.get(clause.path) ?? [], daysOf(clause.path)),
  }))
  const holding = new Set(clauses.map(clause => clause.path))
  const loose = [...done]
    .filter(([path]) => !holding.has(path))
    .map(([path, all]) => ({ path, activities: all.reduce((sum, one) => sum + one.activities, 0) }))
  return { silent: silent.filter(one => one.years.length > 0), loose }
}
