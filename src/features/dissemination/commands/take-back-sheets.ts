import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { takeBackSheetsInput } from '../contract.ts'
import { RECORD, whyNotRecord } from '../rules.ts'
import { getDissemination, unitsOf } from '../store.ts'

/** Undoes a unit's first count of printed sheets; a count that was put right since is put right again instead. */
export const takeBackSheets = command({
  name: 'dissemination.take-back-sheets',
  permission: RECORD,
  input: takeBackSheetsInput,
  run: async ({ tx, acting }, { disseminationId, unitId }) => {
    const found = await getDissemination(tx, disseminationId)
    const own = (await unitsOf(tx, personOf(acting).bodyId)).map(unit => unit.id)
    refuseIf(whyNotRecord(acting, found, unitId, own))
    const gone = await tx
      .deleteFrom('dissemination_sheet')
      .where('dissemination_id', '=', disseminationId)
      .where('unit_id', '=', unitId)
      .where('version', '=', 1)
      .executeTakeFirst()
    if (gone.numDeletedRows !== 1n) throw new Refusal('changed-meanwhile')
    return {
      result: { unitId },
      audit: { kind: 'dissemination', id: disseminationId, programme: found.programmeId, detail: { unitId, takenBack: true } },
    }
  },
})
