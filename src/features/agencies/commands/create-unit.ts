import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { shortText, uuid } from '../contract.ts'
import { getUnit, insertUnique } from '../store.ts'

export const createUnit = command({
  name: 'agencies.create-unit',
  permission: { roles: ['administrator'], reach: 'own' },
  input: z.strictObject({ unitId: uuid, bodyId: uuid, name: shortText, parentUnit: uuid.optional() }),
  run: async ({ tx, acting }, { unitId, bodyId, name, parentUnit }) => {
    if (typeof acting !== 'string' && acting.bodyId !== bodyId) throw new Refusal('agencies.not-your-body')
    if (parentUnit) await getUnit(tx, bodyId, parentUnit)
    await insertUnique(tx, 'agencies.name-taken', db =>
      db
        .insertInto('unit')
        .values({ id: unitId, body_id: bodyId, name, parent_unit: parentUnit ?? null })
        .execute(),
    )
    return { result: { unitId }, audit: { kind: 'unit', id: unitId, detail: { name } } }
  },
})
