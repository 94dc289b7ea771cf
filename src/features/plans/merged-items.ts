import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { fromItsSeat, holdersOf, mergedInto, type Origin, originsOf } from '../programmes/index.ts'
import { type EarlierItem, lastPlan } from './unfinished-items.ts'

type Asked = { programmeId: string; year: number; today: IsoDate }

/**
 * Unfinished items of programmes that go on in this one, as they stand here: under the clause that theirs became, led by whoever sits today
 * in the seats of those who led. What was not gone on with is left out.
 */
export async function mergedItems(db: ReadDb, { programmeId, year, today }: Asked): Promise<EarlierItem[]> {
  const items: EarlierItem[] = []
  const origins = await originsOf(db, programmeId)
  for (const { fromProgramme } of await mergedInto(db, programmeId)) {
    const left = await fromItsSeat(db, fromProgramme, () => lastPlan(db, { programmeId: fromProgramme, until: year, today }))
    if (!left || left.items.length === 0) continue
    const ours = await bodiesHere(db, fromProgramme, programmeId)
    const duties = await dutiesHere(db, programmeId)
    items.push(...left.items.flatMap(item => placedHere(item, { origins, ours, duties })))
  }
  return items
}

type Here = { origins: readonly Origin[]; ours: ReadonlyMap<string, string>; duties: ReadonlyMap<string, string | null> }

function placedHere(item: EarlierItem, { origins, ours, duties }: Here): EarlierItem[] {
  const origin = origins.find(one => one.fromProgramme === item.programmeId && one.fromPath === item.clausePath)
  if (!origin) return []
  const leadBodies = item.leadBodies.flatMap(body => ours.get(body) ?? [])
  const supportBodies = item.supportBodies.flatMap(body => ours.get(body) ?? []).filter(body => !leadBodies.includes(body))
  const commitmentId = item.commitmentId && (duties.get(origin.path) ?? null)
  return [{ ...item, clausePath: origin.path, commitmentId, leadBodies, supportBodies }]
}

/** Which party here sits in the seat of which there. */
async function bodiesHere(db: ReadDb, from: string, here: string): Promise<Map<string, string>> {
  const theirs = await fromItsSeat(db, from, () => holdersOf(db, [from]))
  const ours = await fromItsSeat(db, here, () => holdersOf(db, [here]))
  const byHolder = new Map([...ours].map(([body, holder]) => [holder, body]))
  return new Map([...theirs].flatMap(([body, holder]) => (byHolder.has(holder) ? [[body, byHolder.get(holder)!]] : [])))
}

/** The duty of each clause where it holds one alone. */
async function dutiesHere(db: ReadDb, programmeId: string): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('commitment')
    .select(['id', 'clause_path'])
    .where('programme_id', '=', programmeId)
    .where('ended_by', 'is', null)
    .execute()
  const own = Map.groupBy(rows, row => row.clause_path)
  return new Map([...own].map(([path, duties]) => [path, duties.length === 1 ? duties[0]!.id : null]))
}
