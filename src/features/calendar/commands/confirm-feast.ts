import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { confirmFeastInput } from '../contract.ts'
import { MAY_CONFIRM_FEAST, whyNotConfirm } from '../rules.ts'

/** Puts the announced days of a movable feast in place of the estimate; known to the whole site, with the body that says so. */
export const confirmFeast = command({
  name: 'calendar.confirm-feast',
  permission: MAY_CONFIRM_FEAST,
  input: confirmFeastInput,
  run: async ({ tx, acting }, { confirmationId, version, year, key, from, to, source }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    refuseIf(whyNotConfirm({ year, key, from, to }))
    const values = { from_date: from, to_date: to, source, body_id: acting.bodyId }
    const written =
      version === null
        ? await tx
            .insertInto('feast_confirmation')
            .values({ id: confirmationId, year, key, ...values })
            .onConflict(conflict => conflict.doNothing())
            .returning('version')
            .executeTakeFirst()
        : await tx
            .updateTable('feast_confirmation')
            .set({ ...values, version: version + 1 })
            .where('id', '=', confirmationId)
            .where('version', '=', version)
            .where('year', '=', year)
            .where('key', '=', key)
            .returning('version')
            .executeTakeFirst()
    if (!written) throw new Refusal('changed-meanwhile')
    const detail = { year, key, from, to, source }
    return {
      result: { confirmationId, version: written.version },
      audit: { kind: 'feast-confirmation', id: confirmationId, detail },
    }
  },
})
