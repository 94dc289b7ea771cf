import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { MAY_SET_DAY } from '../rules.ts'

/** Takes a decision about a day back; what the law proposes for it holds again. */
export const clearDay = command({
  name: 'calendar.clear-day',
  permission: MAY_SET_DAY,
  input: z.strictObject({ dayId: uuid, version: z.int() }),
  run: async ({ tx }, { dayId, version }) => {
    const cleared = await tx
      .deleteFrom('calendar_day')
      .where('id', '=', dayId)
      .where('version', '=', version)
      .returning(['date', 'kind', 'name'])
      .executeTakeFirst()
    if (!cleared) throw new Refusal('changed-meanwhile')
    return { result: { dayId }, audit: { kind: 'calendar-day', id: dayId, detail: cleared } }
  },
})
