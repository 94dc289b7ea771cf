import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { endDatedRow } from '../../../engine/db/dated-rows.ts'
import { uuid } from '../contract.ts'
import { KEEP } from '../rules.ts'

/** A row of the table of addressees holds up to yesterday; one that began today never held. */
export const endRoute = command({
  name: 'petitions.end-route',
  permission: KEEP,
  input: z.strictObject({ routeId: uuid }),
  run: async ({ tx, today }, { routeId }) => {
    const validTo = await endDatedRow(tx, 'petition_route', routeId, today)
    return { result: { routeId }, audit: { kind: 'petition-route', id: routeId, detail: { validTo } } }
  },
})
