import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { isoDate, uuid } from '../contract.ts'

/** The last day of a unit, or null where it goes on after all. What it did stays under its name. */
export const endUnit = command({
  name: 'agencies.end-unit',
  permission: { roles: ['administrator'], reach: 'own' },
  input: z.strictObject({ unitId: uuid, version: z.int().min(1), endedOn: isoDate.nullable() }),
  run: async ({ tx, acting }, { unitId, version, endedOn }) => {
    const unit = await tx.selectFrom('unit').select('body_id').where('id', '=', unitId).executeTakeFirst()
    if (!unit) throw new Refusal('not-found', { what: 'unit' })
    if (typeof acting !== 'string' && acting.bodyId !== unit.body_id) throw new Refusal('agencies.not-your-body')
    const ended = await changeRow(tx, 'unit', { id: unitId, version }, { ended_on: endedOn })
    return { result: { unitId, version: ended.version }, audit: { kind: 'unit', id: unitId, detail: { endedOn } } }
  },
})
