import type { ReadDb } from '../../engine/db/database.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import type { Bounds } from '../../kernel/periods.ts'
import { type KindBook, kindsOfProgramme } from '../activities/index.ts'
import { getPlaces } from '../agencies/index.ts'
import { movementsOfProgramme } from '../movements/index.ts'
import { petitionsOfProgramme } from '../petitions/index.ts'
import { placesOfItems, termSums } from '../plans/index.ts'
import { everyClauseOn, getProgramme, inForceBetween, partiesOf } from '../programmes/index.ts'
import { supervisionsOf } from '../supervision/index.ts'
import { namesOf } from './commune-names.ts'
import { isOfPlaces } from './compiling/progress.ts'
import { type CommitmentRow, type CompileInput, type ItemRow, type PetitionRow, type YearPlan } from './contract.ts'
import { activitiesOnce, partOnce } from './kept-work.ts'
import type { WantedActivities } from './load-activities.ts'
import { loadSplits } from './load-splits.ts'
import type { ReportYear } from './silence.ts'
import type { Sources } from './sources.ts'
import { getReview, type Review } from './store.ts'
import { apartOf, type ReportedBy, stretchesOf } from './stretches.ts'
import { unitOf } from './unit.ts'

/** Everything a review is compiled from, in as many statements whatever its size. Of the work only what has changed since it was last loaded. */
export async function loadInput(db: ReadDb, review: Review, { marks, told }: Sources): Promise<CompileInput> {
  const programme = await getProgramme(db, review.programmeId)
  const { period } = review
  const { bounds, yearFrom, before, years } = stretchesOf(programme, review)
  const final = period.kind === 'final'
  const apart = apartOf(programme, review)
  const split = { period: bounds, before, halves: apart }
  const kinds = await kindsOfProgramme(db, review.programmeId)
  const activities = await activitiesOnce(db, workOf(programme, review, kinds), marks)
  // What each year planned was told by its own report.
  const items = final ? [] : await loadItems(db, { programmeId: review.programmeId, year: period.year })
  const yearPlans: YearPlan[] = []
  for (const year of years) yearPlans.push(await loadYearPlan(db, review.programmeId, year))
  return {
    ...told,
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
    splits: await partOnce(marks, ['splits', JSON.stringify(split)], () => loadSplits(db, review.programmeId, split)),
    clauses: await everyClauseOn(db, review.programmeId, bounds.to),
    commitments: await loadCommitments(db, review.programmeId, bounds),
    items,
    placesOfItems: await loadPlaces(db, items, { from: yearFrom, to: bounds.to }),
    activities,
    communeNames: namesOf(await getPlaces(db, [...new Set(activities.flatMap(one => one.communes))]), bounds.to),
    kinds,
    petitions: await partOnce(marks, ['petitions', bounds.to], () => loadPetitions(db, review.programmeId, bounds.to)),
    supervisions: await partOnce(marks, ['supervisions', bounds.to], () => supervisionsOf(db, review, bounds.to)),
    movements: await movementsOfProgramme(db, review.programmeId, bounds.to),
    texts: review.texts,
    follows: await followedOn(db, review),
  }
}

/** The day on which the report that this one follows was frozen. */
async function followedOn(db: ReadDb, { follows }: Review) {
  if (!follows) return null
  const { frozenAt } = await getReview(db, follows.id)
  return frozenAt ? { how: follows.how, frozenOn: vietnamDate(frozenAt) } : null
}

/** The activities that a review tells of. */
export const workOf = (programme: ReportedBy, review: Review, kinds: KindBook): WantedActivities => {
  const { bounds, yearFrom, before } = stretchesOf(programme, review)
  const { programmeId, period } = review
  return { programmeId, from: yearFrom, to: bounds.to, before, kinds, term: period.kind === 'final' }
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
export async function loadItems(db: ReadDb, { programmeId, year }: { programmeId: string; year: number }): Promise<ItemRow[]> {
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
