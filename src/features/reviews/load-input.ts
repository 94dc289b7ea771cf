import type { ReadDb } from '../../engine/db/database.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import { type Bounds, boundsOf, type ReportPeriod } from '../../kernel/periods.ts'
import { type KindBook, kindsOfProgramme } from '../activities/index.ts'
import { getPlaces } from '../agencies/index.ts'
import { movementsOfProgramme } from '../movements/index.ts'
import { petitionsOfProgramme } from '../petitions/index.ts'
import { placesOfItems, termSums } from '../plans/index.ts'
import { everyClauseOn, getProgramme, inForceBetween, partiesOf } from '../programmes/index.ts'
import { supervisionsOf } from '../supervision/index.ts'
import { namesOf } from './commune-names.ts'
import { isOfPlaces } from './compiling/progress.ts'
import { type CommitmentRow, type CompileInput, type ItemRow, type PetitionRow, type YearPlan, yearsOf } from './contract.ts'
import { loadHonours } from './honour-counts.ts'
import { loadActivities } from './load-activities.ts'
import { loadOccurrences } from './load-occurrences.ts'
import { loadSplits } from './load-splits.ts'
import { yearBefore } from './rules.ts'
import type { ReportYear } from './silence.ts'
import { getReview, type Review, reportingOf } from './store.ts'
import { unitOf } from './unit.ts'

const HALVES = [1, 2] as const
/** A final report is compared with no earlier period. */
const NEVER = { from: '0001-01-01', to: '0001-01-01' }

/** Everything a review is compiled from, in as many statements whatever its size. */
export async function loadInput(db: ReadDb, review: Review): Promise<CompileInput> {
  const programme = await getProgramme(db, review.programmeId)
  const { period } = review
  const { bounds, yearFrom, before, years, halves } = stretchesOf(programme, review)
  const final = period.kind === 'final'
  const apart = apartOf(programme, review)
  const kinds = await kindsOfProgramme(db, review.programmeId)
  const wanted = { programmeId: review.programmeId, year: period.year, from: yearFrom, to: bounds.to, before, kinds, term: final }
  const activities = await loadActivities(db, wanted)
  // What each year planned was told by its own report.
  const items = final ? [] : await loadItems(db, wanted)
  const yearPlans: YearPlan[] = []
  for (const year of years) yearPlans.push(await loadYearPlan(db, review.programmeId, year))
  return {
    programme: {
      title: programme.title,
      kind: programme.kind,
      number: programme.number,
      date: programme.date,
      place: programme.place,
      recipients: recipientsOf(programme.details),
    },
    parties: await partiesOf(db, review.programmeId),
    period: { ...period, ...bounds },
    yearFrom,
    before,
    years,
    yearPlans,
    termTargets: termTargetsOf(yearPlans),
    halves: apart,
    splits: await loadSplits(db, review.programmeId, { period: bounds, before, halves: apart }),
    clauses: await everyClauseOn(db, review.programmeId, bounds.to),
    commitments: await loadCommitments(db, review.programmeId, bounds),
    items,
    placesOfItems: await loadPlaces(db, items, { from: yearFrom, to: bounds.to }),
    termSums: final ? [] : await termSums(db, review.programmeId, { year: period.year, until: bounds.to }),
    activities,
    communeNames: namesOf(await getPlaces(db, [...new Set(activities.flatMap(one => one.communes))]), bounds.to),
    kinds,
    petitions: await loadPetitions(db, review.programmeId, bounds.to),
    supervisions: await supervisionsOf(db, { programmeId: review.programmeId }, bounds.to),
    movements: await movementsOfProgramme(db, review.programmeId, bounds.to),
    honours: await loadHonours(db, review.programmeId, bounds, halves),
    occurrences: await loadOccurrences(db, review.programmeId, bounds),
    texts: review.texts,
    follows: await followedOn(db, review),
  }
}

/** The days of a report, of the year up to it, of the same period a year earlier, and of what within it is reported by itself too. */
export function stretchesOf(
  programme: Parameters<typeof reportingOf>[0],
  { period, from, to }: Pick<Review, 'period' | 'from' | 'to'>,
) {
  const { profile, cutoffs } = reportingOf(programme)
  const final = period.kind === 'final'
  const yearOf = (year: number) => ({ year, ...boundsOf({ kind: 'year', year, half: null }, profile, cutoffs) })
  return {
    bounds: { from, to },
    yearFrom: final ? from : yearOf(period.year).from,
    before: final ? NEVER : boundsOf(yearBefore(period), profile, cutoffs),
    years: final ? yearsOf(period).map(yearOf) : [],
    halves: halvesOf(programme, period),
  }
}

/** What within a report, and within the year before, is reported by itself too. */
export function apartOf(programme: Parameters<typeof reportingOf>[0], review: Pick<Review, 'period' | 'from' | 'to'>) {
  const { years, halves } = stretchesOf(programme, review)
  const { period } = review
  return { period: [...years, ...halves], before: period.kind === 'final' ? [] : halvesOf(programme, yearBefore(period)) }
}

/** The halves of what a report tells of, which are reported by themselves too; none of a half. */
export function halvesOf(programme: Parameters<typeof reportingOf>[0], period: ReportPeriod): Bounds[] {
  const { profile, cutoffs } = reportingOf(programme)
  if (period.kind === 'half-year') return []
  const ofYear = (year: number) => HALVES.map(half => boundsOf({ kind: 'half-year', year, half }, profile, cutoffs))
  return yearsOf(period).flatMap(ofYear)
}

/** The day on which the report that this one follows was frozen. */
async function followedOn(db: ReadDb, { follows }: Review) {
  if (!follows) return null
  const { frozenAt } = await getReview(db, follows.id)
  return frozenAt ? { how: follows.how, frozenOn: vietnamDate(frozenAt) } : null
}

/** Petitions shared in the programme, received up to a day. */
export async function loadPetitions(db: ReadDb, programmeId: string, to: string): Promise<PetitionRow[]> {
  const rows = await petitionsOfProgramme(db, programmeId, to)
  return rows.map(({ id, subject, commune, bodyId, receivedOn, answeredOn, settledOn, confirmedOn }) => ({
    id,
    subject,
    commune,
    bodyId,
    days: { received: receivedOn, answered: answeredOn, settled: settledOn, confirmed: confirmedOn },
  }))
}

type Wanted = {
  programmeId: string
  year: number
  from: string
  to: string
  before: { from: string; to: string }
  kinds: KindBook
}

const recipientsOf = (details: unknown): string[] => {
  const list = (details as { recipients?: unknown } | null)?.recipients
  return Array.isArray(list) ? list.filter(entry => typeof entry === 'string') : []
}

/** Those in force in a stretch of time, or a part of it. */
async function loadCommitments(db: ReadDb, programmeId: string, { from, to }: { from: string; to: string }) {
  const rows = await db
    .selectFrom('commitment')
    .select(['clause_path', 'lead_bodies', 'lead', 'valid_from', 'valid_to'])
    .where('programme_id', '=', programmeId)
    .where(inForceBetween(from, to))
    .orderBy('position')
    .execute()
  return rows.map(row => ({
    clausePath: row.clause_path,
    leadBodies: row.lead_bodies,
    lead: row.lead,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/** Duties that stood in any of these years. */
export const dutiesOver = async (db: ReadDb, programmeId: string, years: readonly Bounds[]): Promise<CommitmentRow[]> =>
  years.length === 0 ? [] : loadCommitments(db, programmeId, { from: years[0]!.from, to: years.at(-1)!.to })

/** Items of the year's plan that stand. */
export async function loadItems(db: ReadDb, { programmeId, year }: Pick<Wanted, 'programmeId' | 'year'>): Promise<ItemRow[]> {
  const rows = await db
    .selectFrom('plan_item')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .select(['plan_item.id', 'clause_path', 'title', 'lead_bodies', 'timing', 'due_on'])
    .select(['target_min', 'target_unit', 'target_per', 'places', 'closed_at', 'commitment_id'])
    .where('plan_item.programme_id', '=', programmeId)
    .where('dropped_reason', 'is', null)
    .where('plan.year', '=', year)
    // A plan that one side keeps to itself is no part of a report of both.
    .where('plan.state', '<>', 'private')
    .orderBy('position')
    .execute()
  return rows.map(row => ({
    id: row.id,
    clausePath: row.clause_path,
    title: row.title,
    leadBodies: row.lead_bodies,
    timing: row.timing,
    dueOn: row.due_on,
    targetMin: row.target_min,
    targetUnit: unitOf(row.target_unit),
    targetPer: row.target_per,
    places: row.places ?? [],
    closed: row.closed_at !== null,
    commitmentId: row.commitment_id,
  }))
}

/** What was planned in a year, and what its reports judge it by. */
export async function loadYearPlan(db: ReadDb, programmeId: string, { year, from, to }: ReportYear): Promise<YearPlan> {
  const items = await loadItems(db, { programmeId, year })
  const placesOfItems = await loadPlaces(db, items, { from, to })
  return { year, from, to, items, placesOfItems, termSums: await termSums(db, programmeId, { year, until: to }) }
}

/** Of targets that the plans of several years have for the same duty the latest holds. */
function termTargetsOf(plans: readonly YearPlan[]): ItemRow[] {
  const aimed = plans
    .flatMap(one => one.items)
    .filter(one => one.targetPer === 'term' && one.targetUnit && (one.targetMin ?? 0) > 0)
  return [...new Map(aimed.map(one => [one.commitmentId ?? one.id, one])).values()]
}

/** How far the places have come of items whose target each of them has to reach: by the very count that the page of an item shows. */
export const loadPlaces = (db: ReadDb, items: readonly ItemRow[], within: Bounds) =>
  placesOfItems(db, items.filter(isOfPlaces).map(targetOfPlaces), { on: within.to, within })

const targetOfPlaces = ({ id, targetPer, targetMin, targetUnit, places }: ItemRow) => ({
  itemId: id,
  per: targetPer,
  least: targetMin!,
  unit: targetUnit,
  named: places,
})
