import type { Engine } from '../src/engine/runner.ts'
import { contentOf, itemsOf } from '../src/features/plans/store.ts'
import { addDays, isoDate } from '../src/kernel/dates.ts'
import { newId } from '../src/kernel/ids.ts'
import { insertProgramme, WORK } from './generate-programme.ts'
import type { Random } from './random.ts'

/** A body with much open work: a plan of thousands of items, and one of 200 with four versions behind it. */
export type Busy = { programmeId: string; comparedPlanId: string; year: number }

export const BUSY = { items: 5000, compared: 200, versions: 4 }

type Wanted = { parties: string[]; year: number }

export async function insertBusy(engine: Engine, random: Random, { parties, year }: Wanted): Promise<Busy> {
  const programmeId = await insertProgramme(engine, random, { parties, from: year, to: year + 4, clauses: 60, commitments: 40 })
  await insertPlan(engine, random, { programmeId, parties, year, items: BUSY.items })
  const comparedPlanId = await insertPlan(engine, random, { programmeId, parties, year: year + 1, items: BUSY.compared })
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

async function insertPlan(
  engine: Engine,
  random: Random,
  { programmeId, parties, year, items }: Wanted & { programmeId: string; items: number },
): Promise<string> {
  const planId = newId()
  await engine.database.write('system', async tx => {
    const shared = { created_at: new Date(), shared_at: new Date() }
    await tx
      .insertInto('plan')
      .values({ id: planId, programme_id: programmeId, year, state: 'draft', owner_body: parties[0]!, ...shared })
      .execute()
    for (let from = 0; from < items; from += 500) {
      const rows = Array.from({ length: Math.min(500, items - from) }, (_, at) => ({
        id: newId(),
        plan_id: planId,
        programme_id: programmeId,
        clause_path: 'II',
        position: from + at + 1,
        title: `${random.pick(WORK)}, việc thứ ${from + at + 1}`,
        lead_bodies: [parties[0]!],
        support_bodies: parties.slice(1),
        timing: 'due',
        due_on: addDays(isoDate(year, 1, 2), random.below(330)),
        product: 'Báo cáo kết quả',
        ...(at % 3 === 0 ? { target_min: 2, target_unit: 'lớp' } : {}),
      }))
      await tx.insertInto('plan_item').values(rows).execute()
    }
  })
  return planId
}
