/** Activities that one clause saw in one year. */
export type ClauseYear = { path: string; year: number; activities: number }

/** Of each duty the years without a single activity, and the clauses with activities that hold no duty. Years are ends included. */
export function silencesOf<Duty extends { path: string }>(
  duties: readonly Duty[],
  work: readonly ClauseYear[],
  { from, to }: { from: number; to: number },
): { silent: (Duty & { years: number[] })[]; loose: { path: string; activities: number }[] } {
  const seen = new Set(work.filter(one => one.activities > 0).map(one => `${one.path} ${one.year}`))
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
  const silent = duties.map(duty => ({ ...duty, years: years.filter(year => !seen.has(`${duty.path} ${year}`)) }))
  const holding = new Set(duties.map(duty => duty.path))
  const loose = [...Map.groupBy(work, one => one.path)]
    .filter(([path]) => !holding.has(path))
    .map(([path, all]) => ({ path, activities: all.reduce((sum, one) => sum + one.activities, 0) }))
  return { silent: silent.filter(one => one.years.length > 0), loose }
}
