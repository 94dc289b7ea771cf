import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { addDays } from '../../../kernel/dates.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { KEEP } from '../rules.ts'

/** A term of the province holds up to yesterday. Terms that run already keep their day. */
export const endClock = command({
  name: 'supervision.end-clock',
  permission: KEEP,
  input: z.strictObject({ clockId: uuid }),
  run: async ({ tx, today }, { clockId }) => {
    const found = await tx
      .selectFrom('supervision_clock')
      .select('valid_from')
      .where('id', '=', clockId)
      .where('valid_to', 'is', null)
      .executeTakeFirst()
    if (!found) throw new Refusal('not-found', { what: 'clock' })
    const yesterday = addDays(today, -1)
    const valid_to = found.valid_from > yesterday ? found.valid_from : yesterday
    await tx.updateTable('supervision_clock').set({ valid_to }).where('id', '=', clockId).execute()
    return { result: { clockId }, audit: { kind: 'supervision-clock', id: clockId, detail: { validTo: valid_to } } }
  },
})
