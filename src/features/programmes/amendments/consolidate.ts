import type { IsoDate } from '../../../kernel/dates.ts'
import type { Change } from './contract.ts'

/** A clause of the signed text. `parent` stands before it. */
export type OriginalClause = { path: string; parent: string | null; label: string; heading: boolean; text: string }
/** A signed amendment as far as the text is concerned. */
export type Amending = { id: string; effectiveOn: IsoDate; changes: readonly Change[] }

/** `by`: the amendments that touched it, the earliest first. A repealed clause keeps its last text, to be struck out. */
export type ConsolidatedClause = OriginalClause & { state: 'original' | 'replaced' | 'added' | 'repealed'; by: string[] }

/** Amendments in the order in which they take effect; those of one day in the order in which they were made. */
export const inOrder = <One extends { id: string; effectiveOn: IsoDate }>(amendments: readonly One[]): One[] =>
  amendments.toSorted((a, b) => (a.effectiveOn === b.effectiveOn ? compare(a.id, b.id) : compare(a.effectiveOn, b.effectiveOn)))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The text of a programme as it stands on a day: the original with every amendment that has taken effect by then, each clause in
 * its place (Pháp lệnh hợp nhất văn bản 01/2012/UBTVQH13). What stood under a repealed clause is gone with it.
 */
export function consolidate(
  original: readonly OriginalClause[],
  amendments: readonly Amending[],
  on: IsoDate,
): ConsolidatedClause[] {
  const start = original.map((clause): ConsolidatedClause => ({ ...clause, state: 'original', by: [] }))
  return inOrder(amendments)
    .filter(one => one.effectiveOn <= on)
    .reduce((clauses, { id, changes }) => changes.reduce((text, change) => applyChange(text, change, id), clauses), start)
}

function applyChange(clauses: ConsolidatedClause[], change: Change, id: string): ConsolidatedClause[] {
  if (change.kind === 'add') return insert(clauses, change, id)
  const touch = (clause: ConsolidatedClause): ConsolidatedClause => {
    const by = [...clause.by, id]
    if (change.kind === 'repeal') return { ...clause, state: 'repealed', by }
    return { ...clause, text: change.text, state: clause.state === 'added' ? 'added' : 'replaced', by }
  }
  const gone = change.kind === 'repeal' ? under(clauses, change.path) : new Set<string>()
  return clauses.flatMap(clause => {
    if (gone.has(clause.path)) return []
    return clause.path === change.path && clause.state !== 'repealed' ? [touch(clause)] : [clause]
  })
}

/** The paths of what stands under a clause, however deep. */
export function under(clauses: readonly { path: string; parent: string | null }[], path: string): Set<string> {
  const found = new Set<string>()
  for (const clause of clauses)
    if (clause.parent !== null && (clause.parent === path || found.has(clause.parent))) found.add(clause.path)
  return found
}

/** Nothing comes in twice, nor under what is not there any more. */
function insert(clauses: ConsolidatedClause[], change: Extract<Change, { kind: 'add' }>, id: string): ConsolidatedClause[] {
  const { path, parent, label, text } = change
  if (clauses.some(clause => clause.path === path)) return clauses
  if (parent !== null && !clauses.some(clause => clause.path === parent && clause.state !== 'repealed')) return clauses
  const added: ConsolidatedClause = { path, parent, label, heading: false, text, state: 'added', by: [id] }
  const at = placeFor(clauses, change)
  return [...clauses.slice(0, at), added, ...clauses.slice(at)]
}

/** The index for a clause under `parent`: behind `after` and all that hangs on it, else before its first sibling. */
function placeFor(
  clauses: readonly { path: string; parent: string | null }[],
  { parent, after }: { parent: string | null; after: string | null },
): number {
  const anchor = after ?? parent
  if (anchor === null) return 0
  const start = clauses.findIndex(clause => clause.path === anchor)
  if (start < 0) return clauses.length
  if (after === null) return start + 1
  const below = under(clauses, after)
  let at = start + 1
  while (at < clauses.length && below.has(clauses[at]!.path)) at++
  return at
}

/** A signed text with its signed amendments. */
export type SignedText = { clauses: readonly OriginalClause[]; amendments: readonly Amending[] }

/** The clauses in force on a day, without those that are repealed by then. */
export const consolidated = ({ clauses, amendments }: SignedText, on: IsoDate): OriginalClause[] =>
  consolidate(clauses, amendments, on).flatMap(({ by: _by, state, ...clause }) => (state === 'repealed' ? [] : [clause]))
