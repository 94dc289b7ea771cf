import { command } from '../../../engine/command.ts'
import { leaders } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { changeEscalationInput } from '../contract.ts'

/** After how many days the leaders of the own body hear of what was not done. */
export const changeEscalation = command({
  name: 'reminders.change-escalation',
  permission: { roles: leaders, reach: 'own' },
  input: changeEscalationInput,
  run: async ({ tx, acting }, { version, days }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const { bodyId } = acting
    const written =
      version === null
        ? await tx
            .insertInto('reminder_escalation')
            .values({ body_id: bodyId, days })
            .onConflict(conflict => conflict.doNothing())
            .returning('version')
            .executeTakeFirst()
        : await tx
            .updateTable('reminder_escalation')
            .set({ days, version: version + 1 })
            .where('body_id', '=', bodyId)
            .where('version', '=', version)
            .returning('version')
            .executeTakeFirst()
    if (!written) throw new Refusal('changed-meanwhile')
    return { result: { version: written.version }, audit: { kind: 'reminder-escalation', id: bodyId, detail: { days } } }
  },
})
