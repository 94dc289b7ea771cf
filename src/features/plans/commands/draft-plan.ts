import { z } from 'zod'
import { type CommandContext, command } from '../../../engine/command.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { carryOver } from '../carry-over.ts'
import { commitmentsOf, draftFrame } from '../commitments.ts'
import { carryFields, uuid } from '../contract.ts'
import { type DraftItem, draftItems } from '../draft.ts'
import { findShared } from '../negotiating.ts'
import { WORK, whyNotDraft } from '../rules.ts'
import { columnsOf, holdPlan, itemsOf } from '../store.ts'

/** Makes the own side's plan of a year, with an item for every commitment that the year asks for. Nobody else sees it until it is shared. */
export const draftPlan = command({
  name: 'plans.draft-plan',
  permission: WORK,
  input: z.strictObject({
    planId: uuid,
    programmeId: uuid,
    year: z.int(),
    /** Unfinished items of the earlier year to go on with. */
    carry: z.strictObject(carryFields).nullable().default(null),
  }),
  run: async (context, { planId, programmeId, year, carry }) => {
    const { tx, acting } = context
    const frame = await draftFrame(tx, programmeId)
    refuseIf(whyNotDraft(acting, frame, year))
    await insertPlan(context, planId, programmeId, year)
    const { items } = draftItems(await commitmentsOf(tx, programmeId, year), frame, year)
    const rows = items.map((item, index) => itemRow(item, { planId, programmeId, position: index + 1 }))
    if (rows.length > 0) await tx.insertInto('plan_item').values(rows).execute()
    if (carry) await carryOver(context, await holdPlan(tx, planId), carry)
    const detail = { year, items: items.length, carried: carry?.items.length ?? 0 }
    return {
      result: { planId, items: (await itemsOf(tx, planId)).length },
      audit: { kind: 'plan', id: planId, programme: programmeId, detail },
    }
  },
})

async function insertPlan({ tx, acting, now }: CommandContext, id: string, programmeId: string, year: number): Promise<void> {
  if (typeof acting === 'string') throw new Refusal('not-permitted')
  if (await findShared(tx, { programmeId, year })) throw new Refusal('plans.year-taken', { year })
  const inserted = await tx
    .insertInto('plan')
    .values({
      id,
      programme_id: programmeId,
      year,
      state: 'private',
      owner_body: acting.bodyId,
      created_at: now,
      created_by: acting.accountId,
    })
    .onConflict(conflict =>
      conflict.columns(['home', 'programme_id', 'year', 'owner_body']).where('state', '=', 'private').doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!inserted) throw new Refusal('plans.year-taken', { year })
}

const itemRow = (item: DraftItem, at: { planId: string; programmeId: string; position: number }) => ({
  id: newId(),
  plan_id: at.planId,
  programme_id: at.programmeId,
  position: at.position,
  clause_path: item.clausePath,
  commitment_id: item.commitmentId,
  ...columnsOf(item),
})
