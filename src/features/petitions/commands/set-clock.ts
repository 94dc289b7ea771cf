import { command } from '../../../engine/command.ts'
import { addDays } from '../../../kernel/dates.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { setClockInput } from '../contract.ts'
import { KEEP } from '../rules.ts'

/** Sets a term of the province from a day on; what it had set before for the same ends the day before. The law's rows stay. */
export const setClock = command({
  name: 'petitions.set-clock',
  permission: KEEP,
  input: setClockInput,
  run: async ({ tx, acting, now }, { clockId, origin, level, days, unit, basis, validFrom }) => {
    await tx
      .updateTable('petition_clock')
      .set({ valid_to: addDays(validFrom, -1) })
      .where('level', '=', level)
      .where('origin', origin ? '=' : 'is', origin)
      .where('valid_to', 'is', null)
      .where('valid_from', '<', validFrom)
      .execute()
    const row = { id: clockId, origin, level, days, unit, basis, valid_from: validFrom }
    await tx
      .insertInto('petition_clock')
      .values({ ...row, created_by: personOf(acting).accountId, created_at: now })
      .execute()
    return {
      result: { clockId },
      audit: { kind: 'petition-clock', id: clockId, detail: { origin, level, days, unit, validFrom } },
    }
  },
})
