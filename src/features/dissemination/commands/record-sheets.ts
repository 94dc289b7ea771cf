import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { sheetsInput } from '../contract.ts'
import { RECORD, whyNotRecord } from '../rules.ts'
import { getDissemination, unitsOf } from '../store.ts'

/** A unit records how many without an account have received the printed sheet. No names. */
export const recordSheets = command({
  name: 'dissemination.record-sheets',
  permission: RECORD,
  input: sheetsInput,
  run: async ({ tx, acting, today }, { disseminationId, unitId, version, received, receivedOn }) => {
    const { bodyId, accountId } = personOf(acting)
    const found = await getDissemination(tx, disseminationId)
    const own = (await unitsOf(tx, bodyId)).map(unit => unit.id)
    refuseIf(whyNotRecord(acting, found, unitId, own))
    if (receivedOn > today) throw new Refusal('dissemination.received-later', { day: receivedOn })
    const values = { received, received_on: receivedOn, recorded_by: accountId }
    if (version === null) {
      await tx
        .insertInto('dissemination_sheet')
        .values({ dissemination_id: disseminationId, unit_id: unitId, ...values })
        .execute()
    } else {
      const changed = await tx
        .updateTable('dissemination_sheet')
        .set({ ...values, version: version + 1 })
        .where('dissemination_id', '=', disseminationId)
        .where('unit_id', '=', unitId)
        .where('version', '=', version)
        .executeTakeFirst()
      if (changed.numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile')
    }
    return {
      result: { version: (version ?? 0) + 1 },
      audit: { kind: 'dissemination', id: disseminationId, programme: found.programmeId, detail: { unitId, received } },
    }
  },
})
