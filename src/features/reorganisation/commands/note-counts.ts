import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { uuid } from '../../agencies/index.ts'

/** `heirId`: of those, so many go to one of several heirs. */
const line = z.strictObject({
  bodyId: uuid,
  kind: z.string().max(40),
  count: z.int().min(1),
  heirId: uuid.nullable().default(null),
})

/** Sent by the clock: how much of each kind the bodies that end still hold. */
export const noteCounts = command({
  name: 'reorganisation.note-counts',
  permission: 'system',
  input: z.strictObject({ reorganisationId: uuid, counts: z.array(line).max(5000) }),
  run: async ({ tx }, { reorganisationId, counts }) => {
    await tx.deleteFrom('reorganisation_count').where('reorganisation_id', '=', reorganisationId).execute()
    const rows = counts.map(({ bodyId, kind, count, heirId }) => ({
      reorganisation_id: reorganisationId,
      body_id: bodyId,
      kind,
      count,
      heir_id: heirId,
    }))
    if (rows.length > 0) await tx.insertInto('reorganisation_count').values(rows).execute()
    return { result: { counts: rows.length }, audit: { kind: 'reorganisation', id: reorganisationId } }
  },
})
