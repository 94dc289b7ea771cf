import { refuseIf, type WhyNot } from '../../kernel/refusal.ts'
import { tidy } from '../../kernel/vietnamese.ts'
import type { DraftCommitment, DraftReading, Mend } from './contract.ts'
import { moveClause, whyNotParent } from './outline.ts'

type Split = { at: number; ends: number; starts: number }

/** A reading after one mend. Pure, and the same in the browser and on the server. Throws Refusal with the reason of `whyNotMend`. */
export function applyMend(reading: DraftReading, mend: Mend): DraftReading {
  refuseIf(whyNotMend(reading, mend))
  switch (mend.kind) {
    case 'title':
      return { ...reading, title: mend.title }
    case 'number':
      return settle({ ...reading, number: mend.number }, 'number')
    case 'date':
      return { ...reading, date: mend.date }
    case 'place':
      return settle({ ...reading, place: mend.place }, 'place')
    case 'effective':
      return { ...reading, effectiveFrom: mend.date }
    case 'period':
      return { ...reading, period: { from: mend.from, to: mend.to } }
    case 'reporting':
      return withReporting(reading, mend)
    case 'lead':
      return settle({ ...reading, parties: reading.parties.map((party, at) => ({ ...party, lead: at === mend.party })) }, 'lead')
    case 'party-body':
      return withParties(reading, (party, at) => (at === mend.party ? [{ ...party, bodyId: mend.bodyId }] : [party]))
    case 'party-add':
      return { ...reading, parties: [...reading.parties, { name: mend.name, lead: reading.parties.length === 0, bodyId: null }] }
    case 'party-remove':
      return withParties(reading, (party, at) => (at === mend.party ? [] : [party]))
    case 'commitment':
      return withCommitments(reading, commitment =>
        commitment.id === mend.id ? [{ ...commitment, ...(mend.change as Partial<DraftCommitment>) }] : [commitment],
      )
    case 'split':
      return split(reading, mend.id, mend.at)
    case 'join':
      return join(reading, mend.id)
    case 'heading':
      return {
        ...reading,
        clauses: reading.clauses.map(clause => (clause.path === mend.path ? { ...clause, heading: mend.heading } : clause)),
      }
    case 'reread':
      return settle(reread(reading, mend.path, mend.text), scanKey(mend.path))
    case 'parent':
      return moveClause(reading, mend.path, mend.parent)
    default:
      return settle(reading, mend.key)
  }
}

/** Why a mend cannot be made: it names what is not there, or a place where nothing can be divided. */
export function whyNotMend(reading: DraftReading, mend: Mend): WhyNot {
  switch (mend.kind) {
    case 'period':
      return mend.from <= mend.to ? null : { code: 'programmes.period-backwards' }
    case 'reporting':
      return mend.profile !== 'custom' || mend.cutoffs ? null : { code: 'programmes.cutoffs-missing' }
    case 'lead':
    case 'party-remove':
      return reading.parties[mend.party] ? null : missing('party')
    case 'party-body':
      return whyNotMatch(reading, mend.party, mend.bodyId)
    case 'party-add':
      return reading.parties.length < 4 ? null : { code: 'programmes.parties-too-many' }
    case 'commitment':
      return commitmentAt(reading, mend.id) ? null : missing('commitment')
    case 'split':
      return whyNotSplit(reading, mend.id, mend.at)
    case 'join':
      return whyNotJoin(reading, mend.id)
    case 'heading':
      return reading.clauses.some(clause => clause.path === mend.path) ? null : missing('clause')
    case 'reread':
      return reading.clauses.some(clause => clause.path === mend.path && clause.doubts) ? null : missing('clause')
    case 'parent':
      return whyNotParent(reading, mend.path, mend.parent)
    default:
      return null
  }
}

/** Whether a clause that was read off a picture says what the original says. */
export const scanKey = (path: string): string => `scan:${path}`

/** The one commitment that says what its whole clause says goes with it. */
function reread(reading: DraftReading, path: string, text: string): DraftReading {
  const clauses = reading.clauses.map(clause => (clause.path === path ? { ...clause, text } : clause))
  const own = reading.commitments.filter(commitment => commitment.clause === path)
  return withCommitments({ ...reading, clauses }, commitment =>
    own.length === 1 && commitment === own[0] ? [{ ...commitment, text }] : [commitment],
  )
}

const missing = (what: string): WhyNot => ({ code: 'not-found', data: { what } })

const commitmentAt = (reading: DraftReading, id: string) => reading.commitments.find(commitment => commitment.id === id)

function whyNotMatch(reading: DraftReading, party: number, bodyId: string | null): WhyNot {
  if (!reading.parties[party]) return missing('party')
  const taken = bodyId !== null && reading.parties.some((other, at) => at !== party && other.bodyId === bodyId)
  return taken ? { code: 'programmes.body-twice' } : null
}

function whyNotSplit(reading: DraftReading, id: string, at: number): WhyNot {
  const commitment = commitmentAt(reading, id)
  if (!commitment) return missing('commitment')
  return cut(reading, commitment, at) ? null : { code: 'programmes.split-outside' }
}

/** The next commitment of the same clause, or none. */
export function nextOf(reading: DraftReading, id: string): DraftCommitment | null {
  const at = reading.commitments.findIndex(commitment => commitment.id === id)
  const next = reading.commitments[at + 1]
  return at >= 0 && next && next.clause === reading.commitments[at]!.clause ? next : null
}

const whyNotJoin = (reading: DraftReading, id: string): WhyNot =>
  nextOf(reading, id) ? null : { code: 'programmes.join-nothing' }

const settle = (reading: DraftReading, key: string): DraftReading =>
  reading.settled.includes(key) ? reading : { ...reading, settled: [...reading.settled, key] }

const withParties = (
  reading: DraftReading,
  change: (party: DraftReading['parties'][number], at: number) => DraftReading['parties'],
): DraftReading => ({ ...reading, parties: reading.parties.flatMap(change) })

const withCommitments = (reading: DraftReading, change: (commitment: DraftCommitment) => DraftCommitment[]): DraftReading => ({
  ...reading,
  commitments: reading.commitments.flatMap(change),
})

/** The words of a span, out of the source slice that its clause keeps; null where the span leaves the clause. */
function wordsOf(reading: DraftReading, path: string, [from, to]: readonly [number, number]): string | null {
  const clause = reading.clauses.find(one => one.path === path)
  if (!clause || from < clause.span[0] || to > clause.span[1]) return null
  return clause.source.slice(from - clause.span[0], to - clause.span[0])
}

/** Where the two halves end and start, white space and the mark that divides them left out; null where one would be empty. */
function cut(reading: DraftReading, { clause, span }: DraftCommitment, at: number): Split | null {
  if (at <= span[0] || at >= span[1]) return null
  const [before, after] = [wordsOf(reading, clause, [span[0], at]), wordsOf(reading, clause, [at, span[1]])]
  if (before === null || after === null) return null
  const ends = span[0] + before.trimEnd().length
  const starts = at + (/^[\s;,.:]*/.exec(after)?.[0].length ?? 0)
  return /[\p{L}\d]/u.test(before) && /[\p{L}\d]/u.test(after) ? { at, ends, starts } : null
}

function split(reading: DraftReading, id: string, at: number): DraftReading {
  return withCommitments(reading, commitment => {
    const halves = commitment.id === id ? cut(reading, commitment, at) : null
    if (!halves) return [commitment]
    const half = (part: string, span: [number, number]): DraftCommitment => {
      const text = tidy(wordsOf(reading, commitment.clause, span)!)
      const targets = commitment.targets.filter(target => text.includes(tidy(target.text)))
      return { ...commitment, id: part, span, text, targets }
    }
    return [half(id, [commitment.span[0], halves.ends]), half(`${id}@${at}`, [halves.starts, commitment.span[1]])]
  })
}

const union = <T>(a: readonly T[], b: readonly T[]): T[] => {
  const seen = new Set(a.map(one => JSON.stringify(one)))
  return [...a, ...b.filter(one => !seen.has(JSON.stringify(one)))]
}

function join(reading: DraftReading, id: string): DraftReading {
  const next = nextOf(reading, id)
  if (!next) return reading
  return withCommitments(reading, commitment => {
    if (commitment.id === next.id) return []
    return commitment.id === id ? [joined(reading, commitment, next)] : [commitment]
  })
}

function joined(reading: DraftReading, a: DraftCommitment, b: DraftCommitment): DraftCommitment {
  const span: [number, number] = [Math.min(a.span[0], b.span[0]), Math.max(a.span[1], b.span[1])]
  const words = wordsOf(reading, a.clause, span)
  return {
    ...a,
    span,
    text: words === null ? `${a.text} ${b.text}` : tidy(words),
    lead: union(a.lead, b.lead),
    support: union(a.support, b.support),
    others: union(a.others, b.others),
    advises: union(a.advises, b.advises),
    schedules: union(a.schedules, b.schedules),
    targets: union(a.targets, b.targets),
    topics: union(a.topics, b.topics),
  }
}

/** Replays a person's mends on what was read: leaving the last one out undoes it. */
export const replay = (machine: DraftReading, mends: readonly Mend[]): DraftReading => mends.reduce(applyMend, machine)

/** The days until what is told is due say nothing of the profile, which stays to be asked. */
function withReporting(reading: DraftReading, mend: Extract<Mend, { kind: 'reporting' }>): DraftReading {
  const { profile, cutoffs, dueAfter = reading.reporting.dueAfter } = mend
  const reporting = { profile, cutoffs, ...(dueAfter === undefined ? {} : { dueAfter }) }
  const mended = { ...reading, reporting }
  return mend.dueAfter === undefined ? settle(mended, 'reporting') : mended
}
