import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { whyNotCarry } from './carry.ts'
import { mergedItems } from './merged-items.ts'
import { proposalsOf } from './proposals.ts'
import { itemsOf, type PlanRow } from './store.ts'
import { type Earlier, type EarlierItem, lastPlan } from './unfinished-items.ts'

type Asked = { programmeId: string; year: number; today: IsoDate }

/** What was left unfinished before a year: in the last plan that the parties had, and in programmes that go on in this one; null where there is none. */
export async function findEarlier(db: ReadDb, { programmeId, year, today }: Asked): Promise<Earlier | null> {
  const last = await lastPlan(db, { programmeId, until: year - 1, today })
  const merged = await mergedItems(db, { programmeId, year, today })
  if (merged.length === 0) return last
  const items = [...(last?.items ?? []), ...merged]
  return { planId: last?.planId ?? merged[0]!.planId, year: last?.year ?? year, items }
}

/** Which earlier items a plan already goes on with, in its lines or in what is proposed and not yet answered. */
export async function carriedIn(db: ReadDb, planId: string): Promise<Set<string>> {
  const items = (await itemsOf(db, planId)).map(item => item.carried?.from)
  const open = (await proposalsOf(db, planId)).filter(one => one.state === 'own' || one.state === 'shared')
  const proposed = open.map(({ line }) => (line.kind === 'add' ? line.carries : null))
  return new Set([...items, ...proposed].filter(id => id !== null && id !== undefined))
}

/** The earlier item that a plan may go on with; refuses what is finished, unknown, or gone on with already. */
export function getUnfinished(earlier: Earlier | null, carried: ReadonlySet<string>, from: string): EarlierItem {
  const item = earlier?.items.find(one => one.id === from)
  const why = whyNotCarry({ unfinished: item !== undefined, carried: carried.has(from) })
  if (why || !item) throw new Refusal(why?.code ?? 'plans.nothing-to-carry')
  return item
}

/** A line of another year that an item goes on with, or that goes on with it. `own` is seen by one side only. */
export type ThreadLink = { itemId: string; planId: string; year: number; position: number; own: boolean }
export type Thread = { back: ThreadLink[]; on: ThreadLink | null }
type LinkRow = { of: string; itemId: string; planId: string; year: number; position: number; own: boolean; depth: number }

/** For the items of a plan the lines of earlier years, the nearest first, and the line of a later year that goes on with each. */
export async function threadsOf(db: ReadDb, plan: Pick<PlanRow, 'id'>): Promise<(itemId: string) => Thread> {
  const { rows: back } = await sql<LinkRow>`
    WITH RECURSIVE back AS (
      SELECT id AS of, carried_from AS at, 1 AS depth FROM plan_item WHERE plan_id = ${plan.id} AND carried_from IS NOT NULL
      UNION ALL
      SELECT back.of, older.carried_from, back.depth + 1 FROM back JOIN plan_item older ON older.id = back.at
      WHERE older.carried_from IS NOT NULL
    )
    SELECT back.of, i.id AS "itemId", i.plan_id AS "planId", p.year, i.position, p.state = 'private' AS own, back.depth
    FROM back JOIN plan_item i ON i.id = back.at JOIN plan p ON p.id = i.plan_id ORDER BY back.depth`.execute(db)
  const { rows: on } = await sql<LinkRow>`
    SELECT n.carried_from AS of, n.id AS "itemId", n.plan_id AS "planId", p.year, n.position, p.state = 'private' AS own, 1 AS depth
    FROM plan_item i JOIN plan_item n ON n.carried_from = i.id JOIN plan p ON p.id = n.plan_id
    WHERE i.plan_id = ${plan.id} AND n.dropped_reason IS NULL ORDER BY own`.execute(db)
  const byItem = Map.groupBy(back, row => row.of)
  const next = new Map(on.toReversed().map(row => [row.of, row]))
  return itemId => ({
    back: (byItem.get(itemId) ?? []).map(linkOf),
    on: next.has(itemId) ? linkOf(next.get(itemId)!) : null,
  })
}

const linkOf = ({ itemId, planId, year, position, own }: LinkRow): ThreadLink => ({ itemId, planId, year, position, own })
