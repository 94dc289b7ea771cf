import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { endDatedRow } from '../../../engine/db/dated-rows.ts'
import { uuid } from '../contract.ts'
import { KEEP } from '../rules.ts'

/** A term of the province holds up to yesterday. Terms that run already keep their day. */
export const endClock = command({
  name: 'petitions.end-clock',
  permission: KEEP,
  input: z.strictObject({ clockId: uuid }),
  run: async ({ tx, today }, { clockId }) => {
    const validTo = await endDatedRow(tx, 'petition_clock', clockId, today)
    return { result: { clockId }, audit: { kind: 'petition-clock', id: clockId, detail: { validTo } } }
  },
})
