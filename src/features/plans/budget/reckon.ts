import { amountOf, type Dong, sumOf } from '../../../kernel/money.ts'
import { fold } from '../../../kernel/vietnamese.ts'
import type { BudgetLine, Source } from './contract.ts'

/** `left` is below zero where more was spent than estimated. */
export type Sums = { estimate: Dong; spent: Dong; left: Dong }

/** One purse. A side's own budget is its own; the same component of a programme is one source, whoever draws on it. */
export type SourceOf = { source: Source; detail: string | null; bodyId: string | null }

export type BudgetWarning =
  | { kind: 'item-sources'; itemId: string; sources: SourceOf[] }
  | { kind: 'content-sources'; itemId: string | null; content: string; sources: SourceOf[] }
  | { kind: 'activity-sources'; activityId: string; sources: SourceOf[] }
  | { kind: 'overspent'; lineId: string; content: string; over: Dong }
  | { kind: 'item-dropped'; itemId: string }

export const spentOf = (line: BudgetLine): Dong => sumOf(line.spendings.map(one => one.amount))

export function sumsOfLines(lines: readonly BudgetLine[]): Sums {
  const [estimate, spent] = [sumOf(lines.map(amountOf)), sumOf(lines.map(spentOf))]
  return { estimate, spent, left: estimate - spent }
}

export const sourceOf = (line: BudgetLine): SourceOf => ({
  source: line.source,
  detail: line.source === 'own' ? null : line.sourceDetail,
  bodyId: line.source === 'own' ? line.bodyId : null,
})

export const sourceKey = ({ source, detail, bodyId }: SourceOf): string => `${source} ${bodyId ?? fold(detail ?? '')}`

/** Lines by source, in the order in which the sources are first named. */
export function bySource(lines: readonly BudgetLine[]): { of: SourceOf; lines: BudgetLine[] }[] {
  const groups = Map.groupBy(lines, line => sourceKey(sourceOf(line)))
  return [...groups.values()].map(group => ({ of: sourceOf(group[0]!), lines: group }))
}

/**
 * What an officer should look at. One content must not be settled from two sources (TT 60/2026/TT-BTC, Điều 2 khoản 3 điểm b),
 * so two sources are told of by item, by equal content, and by the activity that money was spent on.
 */
export function warningsOf(lines: readonly BudgetLine[], dropped: ReadonlySet<string>): BudgetWarning[] {
  return [...itemWarnings(lines, dropped), ...contentWarnings(lines), ...activityWarnings(lines), ...overspent(lines)]
}

function itemWarnings(lines: readonly BudgetLine[], dropped: ReadonlySet<string>): BudgetWarning[] {
  const items = Map.groupBy(lines, line => line.itemId)
  return [...items].flatMap(([itemId, own]): BudgetWarning[] => {
    if (itemId === null) return []
    const sources = bySource(own).map(one => one.of)
    return [
      ...(dropped.has(itemId) ? [{ kind: 'item-dropped' as const, itemId }] : []),
      ...(sources.length > 1 ? [{ kind: 'item-sources' as const, itemId, sources }] : []),
    ]
  })
}

function contentWarnings(lines: readonly BudgetLine[]): BudgetWarning[] {
  const contents = Map.groupBy(lines, line => `${line.itemId} ${fold(line.content)}`)
  return [...contents.values()].flatMap((same): BudgetWarning[] => {
    const sources = bySource(same).map(one => one.of)
    const { itemId, content } = same[0]!
    return sources.length > 1 ? [{ kind: 'content-sources', itemId, content, sources }] : []
  })
}

function activityWarnings(lines: readonly BudgetLine[]): BudgetWarning[] {
  const drawn = lines.flatMap(line => line.spendings.map(({ activityId }) => ({ activityId, line })))
  const activities = Map.groupBy(drawn, one => one.activityId)
  return [...activities].flatMap(([activityId, draws]): BudgetWarning[] => {
    if (activityId === null) return []
    const sources = bySource(draws.map(one => one.line)).map(one => one.of)
    return sources.length > 1 ? [{ kind: 'activity-sources', activityId, sources }] : []
  })
}

const overspent = (lines: readonly BudgetLine[]): BudgetWarning[] =>
  lines.flatMap(line => {
    const over = spentOf(line) - amountOf(line)
    return over > 0 ? [{ kind: 'overspent' as const, lineId: line.id, content: line.content, over }] : []
  })
