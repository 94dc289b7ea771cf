import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { addDays } from '../../../kernel/dates.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { KEEP } from '../rules.ts'

/** A row of the table of addressees holds up to yesterday; one that began today never held. */
export const endRoute = command({
  name: 'petitions.end-route',
  permission: KEEP,
  input: z.strictObject({ routeId: uuid }),
  run: async ({ tx, today }, { routeId }) => {
    const found = await tx
      .selectFrom('petition_route')
      .select('valid_from')
      .where('id', '=', routeId)
      .where('valid_to', 'is', null)
      .executeTakeFirst()
    if (!found) throw new Refusal('not-found', { what: 'route' })
    const yesterday = addDays(today, -1)
    const valid_to = found.valid_from > yesterday ? found.valid_from : yesterday
    await tx.updateTable('petition_route').set({ valid_to }).where('id', '=', routeId).execute()
    return { result: { routeId }, audit: { kind: 'petition-route', id: routeId, detail: { validTo: valid_to } } }
  },
})
