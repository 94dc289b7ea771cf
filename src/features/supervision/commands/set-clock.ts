import { command } from '../../../engine/command.ts'
import { addDays } from '../../../kernel/dates.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { setClockInput } from '../contract.ts'
import { KEEP } from '../rules.ts'

/** Sets a term of the province from a day on; what it had set before for the same ends the day before. The law's rows stay. */
export const setClock = command({
  name: 'supervision.set-clock',
  permission: KEEP,
  input: setClockInput,
  run: async ({ tx, acting, now }, { clockId, state, form, counts, days, basis, validFrom }) => {
    await tx
      .updateTable('supervision_clock')
      .set({ valid_to: addDays(validFrom, -1) })
      .where('state', '=', state)
      .where('form', form ? '=' : 'is', form)
      .where('valid_to', 'is', null)
      .where('valid_from', '<', validFrom)
      .execute()
    const row = { id: clockId, state, form, counts, days, basis, valid_from: validFrom }
    await tx
      .insertInto('supervision_clock')
      .values({ ...row, created_by: personOf(acting).accountId, created_at: now })
      .execute()
    return {
      result: { clockId },
      audit: { kind: 'supervision-clock', id: clockId, detail: { state, form, counts, days, validFrom } },
    }
  },
})
