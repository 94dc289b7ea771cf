import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getPlaces } from '../../agencies/index.ts'
import { partiesOf } from '../../programmes/index.ts'
import { itemFields, uuid } from '../contract.ts'
import { WORK, whyNotBodies, whyNotTarget, whyNotTiming } from '../rules.ts'
import { columnsOf, getItem, openForChange, updateItem } from '../store.ts'

/** Rewrites what officers may write of an item; its clause and commitment stay. Only in the own side's plan. */
export const changeItem = command({
  name: 'plans.change-item',
  permission: WORK,
  input: z.strictObject({ itemId: uuid, version: z.int(), ...itemFields }),
  run: async (context, { itemId, version, ...fields }) => {
    const { tx } = context
    const { planId } = await getItem(tx, itemId)
    const plan = await openForChange(context, planId)
    const parties = (await partiesOf(tx, plan.programmeId)).map(party => party.bodyId)
    refuseIf(whyNotTiming(fields, plan.year) ?? whyNotTarget(fields.target) ?? whyNotBodies(fields, parties))
    await getPlaces(tx, fields.places ?? [])
    const updated = await updateItem(tx, { itemId, version }, columnsOf(fields))
    return {
      result: { itemId, version: updated.version },
      audit: {
        kind: 'plan-item',
        id: itemId,
        programme: plan.programmeId,
        detail: { title: fields.title, timing: fields.timing },
      },
    }
  },
})
