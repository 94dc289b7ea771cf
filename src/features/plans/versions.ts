import type { CommandContext } from '../../engine/command.ts'
import type { ReadDb } from '../../engine/db/database.ts'
import { readContent } from './content.ts'
import type { ItemContent, PlanVersion } from './contract.ts'
import { contentOf, itemsOf, type PlanRow, planDigest } from './store.ts'

/** Keeps the content that every party now knows. The plan is held, so the next number is free. Returns the digest. */
export async function keepVersion({ tx, now }: CommandContext, plan: PlanRow, why: PlanVersion['why']): Promise<string> {
  const items = await itemsOf(tx, plan.id)
  const digest = planDigest(plan, items)
  const { last } = await tx
    .selectFrom('plan_version')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('plan_id', '=', plan.id)
    .executeTakeFirstOrThrow()
  const about = { plan_id: plan.id, programme_id: plan.programmeId, why, digest, at: now }
  await tx
    .insertInto('plan_version')
    .values({ ...about, number: (last ?? 0) + 1, content: JSON.stringify(contentOf(items)) })
    .execute()
  return digest
}

/** Every version kept, the first at the head, without their contents. */
export async function versionsOf(db: ReadDb, planId: string) {
  const rows = await db
    .selectFrom('plan_version')
    .select(['number', 'why', 'at'])
    .where('plan_id', '=', planId)
    .orderBy('number')
    .execute()
  return rows.map(row => ({ ...row, why: row.why as PlanVersion['why'] }))
}

/** The items of one version; undefined where there is none of that number. */
export async function findVersion(db: ReadDb, planId: string, number: number): Promise<ItemContent[] | undefined> {
  const row = await db
    .selectFrom('plan_version')
    .select('content')
    .where('plan_id', '=', planId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && (row.content as unknown[]).map(readContent)
}
