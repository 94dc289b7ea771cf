import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { setDayInput } from '../contract.ts'
import { MAY_SET_DAY } from '../rules.ts'

/** Decides a day of the site's calendar: off, given in exchange, or worked in exchange, after the yearly notice. */
export const setDay = command({
  name: 'calendar.set-day',
  permission: MAY_SET_DAY,
  input: setDayInput,
  run: async ({ tx }, { dayId, version, date, kind, name, decidedBy }) => {
    const values = { date, kind, name, decided_by: decidedBy }
    const written =
      version === null
        ? await tx
            .insertInto('calendar_day')
            .values({ id: dayId, ...values })
            .onConflict(conflict => conflict.doNothing())
            .returning('version')
            .executeTakeFirst()
        : await tx
            .updateTable('calendar_day')
            .set({ ...values, version: version + 1 })
            .where('id', '=', dayId)
            .where('version', '=', version)
            .where('date', '=', date)
            .returning('version')
            .executeTakeFirst()
    if (!written) throw new Refusal('changed-meanwhile')
    return {
      result: { dayId, version: written.version },
      audit: { kind: 'calendar-day', id: dayId, detail: { date, kind, name, decidedBy } },
    }
  },
})
