import type { ClauseRecord } from '../reviews/index.ts'
import type { Choice } from './contract.ts'

/** Why a clause is proposed to stay, to change or to go; the words are in the catalogue, `renewal.reason-<code>`. */
export type Reason =
  | { code: 'frame' }
  | { code: 'never'; count: number }
  | { code: 'early' }
  | { code: 'planned-only'; count: number }
  | { code: 'people-wait'; petitions: number; findings: number }
  | { code: 'says-the-same'; path: string; number: string | null }
  | { code: 'often-silent'; years: number[] }
  | { code: 'often-missed'; planned: number; done: number }
  | { code: 'names-year'; years: number[] }
  | { code: 'worked'; count: number; of: number }
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
 * silent in at least half of the years, missed more than half of its plan items or names a year of the ending period changes. Else it stays.
 */
export function proposalOf({ text, duty, record, same, period }: Looked): Proposal {
  const named = yearsIn(text, period)
  const changes: Reason[] = named.length > 0 ? [{ code: 'names-year', years: named }] : []
  if (!duty) return changes.length > 0 ? { choice: 'change', reasons: changes } : { choice: 'keep', reasons: [{ code: 'frame' }] }
  const { years } = record
  const worked = years.filter(year => year.activities > 0)
  const planned = years.reduce((sum, year) => sum + year.planned, 0)
  const done = years.reduce((sum, year) => sum + year.done, 0)
  const waiting = waitingOf(record)
  if (same) changes.unshift({ code: 'says-the-same', ...same })
  if (worked.length === 0) {
    if (waiting) return { choice: 'change', reasons: [waiting, ...changes] }
    if (planned > 0) return { choice: 'change', reasons: [{ code: 'planned-only', count: planned }, ...changes] }
    // What names a year to come is not late, and one year is no record.
    if (named.length > 0) return { choice: 'change', reasons: changes }
    if (years.length < 2) return { choice: 'keep', reasons: [{ code: 'early' }] }
    return { choice: 'drop', reasons: [{ code: 'never', count: years.length }] }
  }
  const silent = years.filter(year => year.activities === 0).map(one => one.year)
  if (silent.length * 2 >= years.length && years.length > 1) changes.push({ code: 'often-silent', years: silent })
  if (done * 2 < planned) changes.push({ code: 'often-missed', planned, done })
  if (changes.length > 0) return { choice: 'change', reasons: waiting ? [...changes, waiting] : changes }
  const stays: Reason = { code: 'worked', count: worked.length, of: years.length }
  return { choice: 'keep', reasons: waiting ? [stays, waiting] : [stays] }
}

function waitingOf({ petitions, findings }: ClauseRecord): Reason | null {
  const open = { petitions: petitions.received - petitions.settled, findings: Math.max(0, findings.asked - findings.repaired) }
  return open.petitions + open.findings > 0 ? { code: 'people-wait', ...open } : null
}

/** Years of the ending period that the text names, so that it cannot go on as it stands. */
const yearsIn = (text: string, { from, to }: { from: number; to: number }): number[] =>
  [...new Set([...text.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => Number(year)))]
    .filter(year => from <= year && year <= to)
    .toSorted((one, other) => one - other)
