import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { setCheckInput } from '../contract.ts'
import { KEEP } from '../rules.ts'

/** Adds a line to what is looked at, from a day on. The law's lines stay. */
export const setCheck = command({
  name: 'supervision.set-check',
  permission: KEEP,
  input: setCheckInput,
  run: async ({ tx, acting, now }, { checkId, validFrom, ...line }) => {
    const row = { id: checkId, ...line, valid_from: validFrom }
    await tx
      .insertInto('supervision_check')
      .values({ ...row, created_by: personOf(acting).accountId, created_at: now })
      .execute()
    return {
      result: { checkId },
      audit: { kind: 'supervision-check', id: checkId, detail: { form: line.form, validFrom } },
    }
  },
})
