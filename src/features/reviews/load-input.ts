import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { boundsOf, type ReportPeriod } from '../../kernel/periods.ts'
import { tidy } from '../../kernel/vietnamese.ts'
import { type Details, type KindBook, kindAs, kindsOfProgramme, partsOf } from '../activities/index.ts'
import { honoursOfProgramme } from '../honours/index.ts'
import { movementsOfProgramme } from '../movements/index.ts'
import { petitionsOfProgramme } from '../petitions/index.ts'
import { everyClauseOn, getProgramme, inForceBetween, partiesOf } from '../programmes/index.ts'
import { supervisionsOf } from '../supervision/index.ts'
import type { ActivityRow, CompileInput, ItemRow, PetitionRow } from './contract.ts'
import { yearBefore } from './rules.ts'
import { type Review, reportingOf } from './store.ts'

/** Everything a review is compiled from, in thirteen statements whatever its size. */
export async function loadInput(db: ReadDb, review: Review): Promise<CompileInput> {
  const programme = await getProgramme(db, review.programmeId)
  const { profile, cutoffs } = reportingOf(programme)
  const { period } = review
  const bounds = { from: review.from, to: review.to }
  const whole: ReportPeriod = { kind: 'year', year: period.year, half: null }
  const yearFrom = boundsOf(whole, profile, cutoffs).from
  const before = boundsOf(yearBefore(period), profile, cutoffs)
  const kinds = await kindsOfProgramme(db, review.programmeId)
  const wanted = { programmeId: review.programmeId, year: period.year, from: yearFrom, to: bounds.to, before, kinds }
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
    clauses: await everyClauseOn(db, review.programmeId, bounds.to),
    commitments: await loadCommitments(db, review.programmeId, bounds),
    items: await loadItems(db, wanted),
    activities: await loadActivities(db, wanted),
    kinds,
    petitions: await loadPetitions(db, review.programmeId, bounds.to),
    supervisions: await supervisionsOf(db, { programmeId: review.programmeId }, bounds.to),
    movements: await movementsOfProgramme(db, review.programmeId, bounds.to),
    honours: await honoursOfProgramme(db, review.programmeId, bounds.from, bounds.to),
    texts: review.texts,
  }
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

/** Those in force in the period, or a part of it. */
async function loadCommitments(db: ReadDb, programmeId: string, { from, to }: { from: string; to: string }) {
  const rows = await db
    .selectFrom('commitment')
    .select(['clause_path', 'lead_bodies', 'lead'])
    .where('programme_id', '=', programmeId)
    .where(inForceBetween(from, to))
    .orderBy('position')
    .execute()
  return rows.map(row => ({ clausePath: row.clause_path, leadBodies: row.lead_bodies, lead: row.lead }))
}

/** Items of the year's plan that stand. */
async function loadItems(db: ReadDb, { programmeId, year }: Wanted): Promise<ItemRow[]> {
  const rows = await db
    .selectFrom('plan_item')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .select(['plan_item.id', 'clause_path', 'title', 'lead_bodies', 'timing', 'due_on'])
    .select(['target_min', 'target_unit', 'target_per', 'closed_at'])
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
    closed: row.closed_at !== null,
  }))
}

/** "Lớp" and "lớp " are one unit. */
const unitOf = (unit: string | null): string | null => (unit === null ? null : tidy(unit).toLocaleLowerCase('vi'))

/** Activities of the reporting year up to the end of the period, and of the same period a year earlier, each once with its items. */
export async function loadActivities(
  db: ReadDb,
  { programmeId, from, to, before, kinds }: Omit<Wanted, 'year'>,
): Promise<ActivityRow[]> {
  const rows = await db
    .selectFrom('activity')
    .leftJoin('activity_item', 'activity_item.activity_id', 'activity.id')
    .leftJoin('plan_item', 'plan_item.id', 'activity_item.item_id')
    .select(['activity.id', 'activity.version', 'kind', 'kind_version', 'activity.title', 'held_on', 'place', 'owner_body'])
    .select(['count', 'count_unit', 'reach', 'reach_unit', 'money', 'details'])
    .select(
      sql<string[]>`ARRAY(SELECT DISTINCT CASE p.kind WHEN 'village' THEN p.parent_id ELSE p.id END
        FROM activity_place s JOIN place p ON p.id = s.place_id WHERE s.activity_id = activity.id)`.as('communes'),
    )
    .select(
      sql<Record<string, number>>`COALESCE((SELECT jsonb_object_agg(b.dimension || ':' || b.label, b.count)
        FROM activity_breakdown b WHERE b.activity_id = activity.id), '{}')`.as('splits'),
    )
    .select(sql<string[]>`array_remove(array_agg(plan_item.id ORDER BY plan_item.id), NULL)`.as('items'))
    .select(sql<string[]>`array_remove(array_agg(DISTINCT plan_item.clause_path), NULL)`.as('paths'))
    .where('activity.programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .where(on =>
      on.or([
        on.and([on('held_on', '>=', from), on('held_on', '<=', to)]),
        on.and([on('held_on', '>=', before.from), on('held_on', '<=', before.to)]),
      ]),
    )
    .groupBy(['activity.home', 'activity.id'])
    .orderBy('held_on')
    .orderBy('activity.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    version: row.version,
    kind: row.kind,
    title: row.title,
    heldOn: row.held_on,
    place: row.place,
    ownerBody: row.owner_body,
    count: row.count,
    countUnit: unitOf(row.count_unit),
    reach: row.reach,
    reachUnit: unitOf(row.reach_unit),
    money: row.money,
    itemIds: row.items,
    clausePaths: row.paths,
    splits: row.splits,
    parts: partsOf(kindAs(kinds, row.kind, row.kind_version)?.fields ?? [], row.details as Details),
    communes: row.communes,
  }))
}
