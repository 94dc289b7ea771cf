import type { ClauseRecord } from '../reviews/index.ts'
import type { Choice } from './contract.ts'

/** Why a clause is proposed to stay, to change or to go; the words are in the catalogue, `renewal.reason-<why>`. */
export type Reason =
  | { why: 'frame' }
  | { why: 'never'; count: number }
  | { why: 'early' }
  | { why: 'planned-only'; count: number }
  | { why: 'people-wait'; petitions: number; findings: number }
  | { why: 'says-the-same'; path: string; number: string | null }
  | { why: 'often-silent'; years: number[] }
  | { why: 'often-missed'; planned: number; done: number }
  | { why: 'names-year'; years: number[] }
  | { why: 'worked'; count: number; of: number }
export type Proposal = { choice: Choice; reasons: Reason[] }

type Looked = {
  text: string
  /** It holds a duty. */
  duty: boolean
  record: ClauseRecord
  /** An earlier clause that says the same, of this programme or of the other one. */
  same: { path: string; number: string | null } | null
  period: { from: number; to: number }
}

/**
 * A proposal with its reasons, for people to follow or not. What frames the programme stays. A duty without an activity in any year
 * goes after two years, unless it was planned, names a year or people or supervisors still wait for something under it. One that says what another says, was
 * silent in at least half of the years that are over, missed more than half of its plan items or names a year of the ending period changes. Else it stays.
 */
export function proposalOf({ text, duty, record, same, period }: Looked): Proposal {
  const named = yearsIn(text, period)
  const changes: Reason[] = named.length > 0 ? [{ why: 'names-year', years: named }] : []
  if (!duty) return changes.length > 0 ? { choice: 'change', reasons: changes } : { choice: 'keep', reasons: [{ why: 'frame' }] }
  const { years } = record
  const worked = years.filter(year => year.activities > 0)
  const over = years.filter(year => year.over)
  const sum = (list: typeof years, what: 'planned' | 'done') => list.reduce((total, year) => total + year[what], 0)
  const [planned, due, done] = [sum(years, 'planned'), sum(over, 'planned'), sum(over, 'done')]
  const waiting = waitingOf(record)
  if (same) changes.unshift({ why: 'says-the-same', ...same })
  if (worked.length === 0) {
    if (waiting) return { choice: 'change', reasons: [waiting, ...changes] }
    if (planned > 0) return { choice: 'change', reasons: [{ why: 'planned-only', count: planned }, ...changes] }
    // What names a year to come is not late, and one year is no record.
    if (named.length > 0) return { choice: 'change', reasons: changes }
    if (years.length < 2) return { choice: 'keep', reasons: [{ why: 'early' }] }
    return { choice: 'drop', reasons: [{ why: 'never', count: years.length }] }
  }
  const silent = over.filter(year => year.silent).map(one => one.year)
  if (silent.length * 2 >= over.length && over.length > 1) changes.push({ why: 'often-silent', years: silent })
  if (done * 2 < due) changes.push({ why: 'often-missed', planned: due, done })
  if (changes.length > 0) return { choice: 'change', reasons: waiting ? [...changes, waiting] : changes }
  const stays: Reason = { why: 'worked', count: worked.length, of: years.length }
  return { choice: 'keep', reasons: waiting ? [stays, waiting] : [stays] }
}

function waitingOf({ petitions, findings }: ClauseRecord): Reason | null {
  const open = { petitions: petitions.received - petitions.settled, findings: Math.max(0, findings.asked - findings.repaired) }
  return open.petitions + open.findings > 0 ? { why: 'people-wait', ...open } : null
}

/** Years of the ending period that the text names, so that it cannot go on as it stands. */
const yearsIn = (text: string, { from, to }: { from: number; to: number }): number[] =>
  [...new Set([...text.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => Number(year)))]
    .filter(year => from <= year && year <= to)
    .toSorted((one, other) => one - other)
