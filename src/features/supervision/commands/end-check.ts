import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { endDatedRow } from '../../../engine/db/dated-rows.ts'
import { uuid } from '../contract.ts'
import { KEEP } from '../rules.ts'

/** A line that the province has added is looked at up to yesterday; what was found of it stays. */
export const endCheck = command({
  name: 'supervision.end-check',
  permission: KEEP,
  input: z.strictObject({ checkId: uuid }),
  run: async ({ tx, today }, { checkId }) => {
    const validTo = await endDatedRow(tx, 'supervision_check', checkId, today)
    return { result: { checkId }, audit: { kind: 'supervision-check', id: checkId, detail: { validTo } } }
  },
})
