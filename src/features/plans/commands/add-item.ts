import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getPlaces } from '../../agencies/index.ts'
import { checkClause, partiesOf } from '../../programmes/index.ts'
import { itemFields, uuid } from '../contract.ts'
import { WORK, whyNotBodies, whyNotTarget, whyNotTiming } from '../rules.ts'
import { columnsOf, itemsOf, openForChange } from '../store.ts'

/** Adds work that the text does not name to the own side's plan, under one of its clauses. */
export const addItem = command({
  name: 'plans.add-item',
  permission: WORK,
  input: z.strictObject({ itemId: uuid, planId: uuid, clausePath: z.string().max(200), ...itemFields }),
  run: async (context, { itemId, planId, clausePath, ...fields }) => {
    const { tx } = context
    const plan = await openForChange(context, planId)
    const parties = (await partiesOf(tx, plan.programmeId)).map(party => party.bodyId)
    refuseIf(whyNotTiming(fields, plan.year) ?? whyNotTarget(fields.target) ?? whyNotBodies(fields, parties))
    await getPlaces(tx, fields.places ?? [])
    await checkClause(tx, plan.programmeId, clausePath)
    // The plan is held by openForChange and items are never taken out, so the count gives the next place.
    const position = (await itemsOf(tx, planId)).length + 1
    const place = { plan_id: planId, programme_id: plan.programmeId, clause_path: clausePath, position }
    await tx
      .insertInto('plan_item')
      .values({ id: itemId, ...place, ...columnsOf(fields) })
      .execute()
    return {
      result: { itemId, position, version: 1 },
      audit: { kind: 'plan-item', id: itemId, programme: plan.programmeId, detail: { clausePath, title: fields.title } },
    }
  },
})
