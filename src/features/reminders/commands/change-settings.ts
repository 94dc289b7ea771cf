import { command } from '../../../engine/command.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { changeSettingsInput } from '../contract.ts'
import { whyNotSettings } from '../rules.ts'
import { asSettingRow } from '../store.ts'

/** Everybody for themselves. */
export const changeSettings = command({
  name: 'reminders.change-settings',
  permission: { roles: anyRole, reach: 'own' },
  input: changeSettingsInput,
  run: async ({ tx, acting }, { version, ...settings }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    refuseIf(whyNotSettings(settings))
    const row = asSettingRow(settings)
    const { accountId } = acting
    const written =
      version === null
        ? await tx
            .insertInto('reminder_setting')
            .values({ account_id: accountId, ...row })
            .onConflict(conflict => conflict.doNothing())
            .returning('version')
            .executeTakeFirst()
        : await tx
            .updateTable('reminder_setting')
            .set({ ...row, version: version + 1 })
            .where('account_id', '=', accountId)
            .where('version', '=', version)
            .returning('version')
            .executeTakeFirst()
    if (!written) throw new Refusal('changed-meanwhile')
    return { result: { version: written.version }, audit: { kind: 'reminder-setting', id: accountId } }
  },
})
