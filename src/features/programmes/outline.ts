import type { WhyNot } from '../../kernel/refusal.ts'
import type { DraftClause, DraftReading } from './contract.ts'

const BULLET = /^(\D)\d+$/
const COPY = /\(\d+\)$/

const segmentOf = (clause: DraftClause): string =>
  clause.parent === null ? clause.path : clause.path.slice(clause.parent.length + 1)

/** Ancestors of a clause, itself first. */
function lineOf(clauses: readonly DraftClause[], path: string | null): string[] {
  const byPath = new Map(clauses.map(clause => [clause.path, clause]))
  const line: string[] = []
  for (let at = path; at !== null; at = byPath.get(at)?.parent ?? null) line.push(at)
  return line
}

/** Where a clause may hang without leaving its place in the text: under the clause before it, one of that one's parents, or nothing. */
export function possibleParents(clauses: readonly DraftClause[], path: string): (string | null)[] {
  const at = clauses.findIndex(clause => clause.path === path)
  const before = clauses[at - 1]
  return before ? [...lineOf(clauses, before.path), null] : [null]
}

export function whyNotParent(reading: DraftReading, path: string, parent: string | null): WhyNot {
  if (!reading.clauses.some(clause => clause.path === path)) return { code: 'not-found', data: { what: 'clause' } }
  return possibleParents(reading.clauses, path).includes(parent) ? null : { code: 'programmes.parent-elsewhere' }
}

/**
 * Hangs a clause under another parent. The clauses that follow it under the old parent go along when it moves up,
 * so that document order stays tree order. Paths are told anew where they change; labels, texts and spans stay.
 */
export function moveClause(reading: DraftReading, path: string, parent: string | null): DraftReading {
  const from = reading.clauses.findIndex(clause => clause.path === path)
  const old = reading.clauses[from]!.parent
  const up = lineOf(reading.clauses, old).includes(parent ?? '') || parent === null
  const moved = reading.clauses.map((clause, at) => {
    const follows = up && at > from && clause.parent === old
    return at === from || follows ? { ...clause, parent } : clause
  })
  const paths = tellPaths(moved, reading.clauses.map(segmentOf), new Set([old, parent].filter(one => one !== undefined)))
  return rename(reading, moved, paths)
}

/** Old path → new path: bullets are counted again under each touched parent, and a number printed twice says so. */
function tellPaths(
  clauses: readonly DraftClause[],
  segments: readonly string[],
  touched: ReadonlySet<string | null>,
): Map<string, string> {
  const paths = new Map<string, string>()
  const counts = new Map<string, number>()
  clauses.forEach((clause, at) => {
    const parent = clause.parent === null ? null : paths.get(clause.parent)!
    const segment = touched.has(clause.parent) ? counted(counts, parent, segments[at]!) : segments[at]!
    paths.set(clause.path, parent === null ? segment : `${parent}/${segment}`)
  })
  return paths
}

function counted(counts: Map<string, number>, parent: string | null, segment: string): string {
  const mark = BULLET.exec(segment)?.[1]
  const name = mark && !/[\p{L}\d]/u.test(mark) ? mark : segment.replace(COPY, '')
  const key = `${parent ?? ''}/${name}`
  const count = (counts.get(key) ?? 0) + 1
  counts.set(key, count)
  if (name === mark) return `${mark}${count}`
  return count === 1 ? name : `${name}(${count})`
}

function rename(reading: DraftReading, clauses: readonly DraftClause[], paths: ReadonlyMap<string, string>): DraftReading {
  const now = (path: string) => paths.get(path) ?? path
  return {
    ...reading,
    clauses: clauses.map(clause => ({
      ...clause,
      path: now(clause.path),
      parent: clause.parent === null ? null : now(clause.parent),
    })),
    commitments: reading.commitments.map(commitment => ({ ...commitment, clause: now(commitment.clause) })),
    questions: reading.questions.map(question => ({ ...question, at: now(question.at) })),
  }
}
