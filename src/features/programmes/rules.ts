import { type Acting, workers } from '../../kernel/permissions.ts'
import type { RefusalData, WhyNot } from '../../kernel/refusal.ts'
import { tidy } from '../../kernel/vietnamese.ts'
import { scanKey } from './apply-mend.ts'
import type { DraftReading, DraftState, Mend } from './contract.ts'

/**
 * One thing that a person is asked. `code` names its words in the catalogue (`programmes.ask-<code>`), `proposal` is what
 * Enter does. What `blocks` must be answered before the programme can be used.
 */
export type Ask = {
  key: string
  code:
    | 'title'
    | 'number'
    | 'date'
    | 'place'
    | 'effective'
    | 'period'
    | 'lead'
    | 'few-parties'
    | 'party'
    | 'reporting'
    | 'target'
    | 'read'
    | 'scanned'
  at: string
  /** The words of a question that came with the reading. */
  ask?: string
  data: RefusalData
  blocks: boolean
  proposal: Mend | null
}

/** Printed "mỗi năm", "hằng năm" or chosen: the target is for each year; anything else printed is kept as it is. */
const saysPeriod = (per: string | null): boolean => per !== null

/** Everything still open in a reading, in the order in which it is asked. */
export function openAsks(reading: DraftReading): Ask[] {
  const asks = [
    ...asksOfHeader(reading),
    ...asksOfParties(reading),
    ...asksOfScan(reading),
    ...asksOfTargets(reading),
    ...asksOfReading(reading),
  ]
  return asks.filter(ask => ask.blocks || !reading.settled.includes(ask.key))
}

const settle = (key: string): Mend => ({ kind: 'settle', key })
const ask = (code: Ask['code'], blocks: boolean, proposal: Mend | null, data: RefusalData = {}): Ask => ({
  key: code,
  code,
  at: '',
  data,
  blocks,
  proposal,
})

/** The day of effect is rarely printed; proposed is the day of the last signature, else of the document. */
export function proposedEffect(reading: DraftReading): string | null {
  const signed = reading.signatures.flatMap(signature => (signature.signedAt ? [signature.signedAt.slice(0, 10)] : []))
  return signed.toSorted().at(-1) ?? reading.date
}

function asksOfHeader(reading: DraftReading): Ask[] {
  const effect = proposedEffect(reading)
  const lead = reading.parties.findIndex(party => party.lead)
  return [
    reading.title.trim() === '' && ask('title', true, null),
    reading.number === null && ask('number', false, settle('number')),
    reading.date === null && ask('date', true, null),
    reading.place === null && ask('place', false, settle('place')),
    reading.effectiveFrom === null &&
      ask('effective', true, effect ? { kind: 'effective', date: effect } : null, { date: effect }),
    reading.period === null && ask('period', true, null),
    reading.parties.length > 0 &&
      !reading.settled.includes('lead') &&
      ask('lead', true, lead < 0 ? null : { kind: 'lead', party: lead }, { name: reading.parties[lead]?.name ?? null }),
    ask('reporting', false, settle('reporting'), { profile: reading.reporting.profile }),
  ].filter(one => one !== false)
}

function asksOfParties({ parties }: DraftReading): Ask[] {
  const unmatched = parties.flatMap((party, at) =>
    party.bodyId ? [] : [{ ...ask('party', true, null, { name: party.name }), key: `party:${at}` }],
  )
  return parties.length < 2 ? [ask('few-parties', true, null), ...unmatched] : unmatched
}

function asksOfTargets(reading: DraftReading): Ask[] {
  return reading.commitments.flatMap(({ id, clause, targets }) =>
    targets.flatMap((target, at): Ask[] => {
      if (saysPeriod(target.per) || target.unit === '%') return []
      const change = { targets: targets.map((other, i) => (i === at ? { ...other, per: 'term' } : other)) }
      const proposal: Mend = { kind: 'commitment', id, change }
      return [{ ...ask('target', false, proposal, { target: tidy(target.text) }), key: `target:${id}:${at}`, at: clause }]
    }),
  )
}

/** A clause that was read off a picture counts once a person has compared it with the original. */
const asksOfScan = ({ clauses, settled }: DraftReading): Ask[] =>
  clauses.flatMap(({ path, doubts }): Ask[] => {
    const key = scanKey(path)
    if (!doubts || settled.includes(key)) return []
    return [{ ...ask('scanned', true, settle(key), { words: doubts.join(', ') }), key, at: path }]
  })

const asksOfReading = ({ questions }: DraftReading): Ask[] =>
  questions.map(({ key, at, ask: words }) => ({ ...ask('read', false, settle(key)), key, at, ask: words }))

/** Every reason why a draft cannot be taken into use yet; empty where nothing stands against it. */
export function whyNotAccept(
  draft: { state: DraftState; reading: DraftReading | null; unsigned: boolean },
  ownBody: string,
): NonNullable<WhyNot>[] {
  if (draft.state !== 'read' || !draft.reading) return [{ code: 'programmes.not-in-review' }]
  if (draft.unsigned) return [{ code: 'programmes.unsigned' }]
  const { parties, period } = draft.reading
  const open = openAsks(draft.reading).filter(one => one.blocks)
  const reasons: NonNullable<WhyNot>[] = open.map(({ code, data }) => ({ code: `programmes.open-${code}`, data }))
  const bodies = parties.flatMap(party => party.bodyId ?? [])
  if (new Set(bodies).size < bodies.length) reasons.push({ code: 'programmes.body-twice' })
  if (bodies.length === parties.length && parties.length > 0 && !bodies.includes(ownBody))
    reasons.push({ code: 'programmes.not-a-party' })
  if (parties.length > 4) reasons.push({ code: 'programmes.parties-too-many' })
  if (parties.length > 0 && parties.filter(party => party.lead).length !== 1)
    reasons.push({ code: 'programmes.open-lead', data: { name: null } })
  if (period && period.from > period.to) reasons.push({ code: 'programmes.period-backwards' })
  return reasons.filter(
    (reason, at) =>
      reasons.findIndex(other => other.code === reason.code && other.data?.['name'] === reason.data?.['name']) === at,
  )
}

/** Mending and accepting need a reading that is neither refused, accepted nor put aside. */
export const whyNotReview = (state: DraftState): WhyNot => (state === 'read' ? null : { code: 'programmes.not-in-review' })

type Scanned = { state: DraftState; scan: { pages: number; stopped: boolean } | null }

export const whyNotStopScan = ({ state, scan }: Scanned): WhyNot =>
  state === 'reading' && scan && !scan.stopped ? null : { code: 'programmes.no-scan' }
export const whyNotResumeScan = ({ state, scan }: Scanned): WhyNot =>
  state === 'reading' && scan?.stopped ? null : { code: 'programmes.no-scan' }

/** Measured: five seconds a page on a free processor. */
const SECONDS_A_PAGE = 6

/** How long the pages that are left will take. */
export const minutesToRead = (pages: number): number => Math.max(1, Math.ceil((pages * SECONDS_A_PAGE) / 60))

export const whyNotDiscard = (state: DraftState): WhyNot =>
  state === 'accepted' || state === 'discarded' ? { code: 'programmes.not-in-review' } : null

export const whyNotRestore = (state: DraftState): WhyNot => (state === 'discarded' ? null : { code: 'programmes.not-discarded' })

/** What a draft was before it was put aside, told by what it holds. */
export function stateBeforeDiscard(draft: { reading: unknown; failure: string | null }): DraftState {
  if (draft.failure) return 'failed'
  return draft.reading ? 'read' : 'reading'
}

/** Who does the work; the site itself imports nothing. */
export const isWorker = (acting: Acting): boolean =>
  typeof acting !== 'string' && workers.some(role => acting.roles.includes(role))
