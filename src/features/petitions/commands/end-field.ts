import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { KEEP } from '../rules.ts'

/** A field of the province takes no new petitions; those that have it keep it. */
export const endField = command({
  name: 'petitions.end-field',
  permission: KEEP,
  input: z.strictObject({ fieldId: uuid }),
  run: async ({ tx, now }, { fieldId }) => {
    const ended = await tx
      .updateTable('petition_field')
      .set({ ended_at: now })
      .where('id', '=', fieldId)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!ended) throw new Refusal('not-found', { what: 'field' })
    return { result: { fieldId }, audit: { kind: 'petition-field', id: fieldId, detail: { ended: true } } }
  },
})
