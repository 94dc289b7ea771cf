import type { Engine } from '../src/engine/runner.ts'
import { contentOf, itemsOf } from '../src/features/plans/store.ts'
import { vietnamDate } from '../src/kernel/dates.ts'
import { insertPlan } from './generate-plan.ts'
import { insertProgramme, WORK } from './generate-programme.ts'
import { insertRows, writeAsOwner } from './insert-rows.ts'
import type { Random } from './random.ts'

/** A body with much open work: a plan of thousands of items, and one of 200 with four versions behind it. */
export type Busy = { programmeId: string; comparedPlanId: string; year: number }

export const BUSY = { items: 5000, compared: 200, versions: 4 }

type Wanted = { parties: string[]; year: number; holder: { bodyId: string; accountId: string } }

export async function insertBusy(engine: Engine, random: Random, { parties, year, holder }: Wanted): Promise<Busy> {
  const programmeId = await insertProgramme(engine, random, { parties, from: year, to: year + 4, clauses: 60, commitments: 40 })
  const shared = { programmeId, parties, clausePaths: ['II'], state: 'draft' } as const
  const { planId } = await insertPlan(engine, random, { ...shared, year, items: BUSY.items })
  await holdAll(engine, planId, holder)
  const { planId: comparedPlanId } = await insertPlan(engine, random, { ...shared, year: year + 1, items: BUSY.compared })
  for (let number = 1; number <= BUSY.versions; number++) {
    await engine.database.write('system', async tx => {
      const content = contentOf(await itemsOf(tx, comparedPlanId))
      const about = { plan_id: comparedPlanId, programme_id: programmeId, number, why: 'accepted', digest: `${number}` }
      await tx
        .insertInto('plan_version')
        .values({ ...about, at: new Date(), content: JSON.stringify(content) })
        .execute()
      // Each version changes every fourth line.
      await tx
        .updateTable('plan_item')
        .set({ title: `${random.pick(WORK)} (lần ${number})`, product: `Báo cáo lần ${number}` })
        .where('plan_id', '=', comparedPlanId)
        .where(on => on(on.fn<number>('mod', ['position', on.lit(BUSY.versions)]), '=', number - 1))
        .execute()
    })
  }
  return { programmeId, comparedPlanId, year }
}

/** One person answers for every item of the plan. */
const holdAll = (engine: Engine, planId: string, { bodyId, accountId }: Wanted['holder']): Promise<void> =>
  writeAsOwner(engine, async tx => {
    const items = await tx.selectFrom('plan_item').select('id').where('plan_id', '=', planId).execute()
    const since = vietnamDate(engine.now())
    const held = items.map(({ id }) => ({
      body_id: bodyId,
      subject_kind: 'plan-item',
      subject_id: id,
      account_id: accountId,
      since,
    }))
    await insertRows(tx, 'responsibility', held)
  })
