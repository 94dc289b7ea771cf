import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recognitionAt } from '../contract.ts'
import { HANDLE, whyNotRestore } from '../rules.ts'
import { getRecognition } from '../store.ts'

/** Takes back a removal that was noted by mistake, shortly afterwards. */
export const restoreRecognition = command({
  name: 'honours.restore-recognition',
  permission: HANDLE,
  input: recognitionAt,
  run: async ({ tx, now }, { recognitionId, version }) => {
    const found = await getRecognition(tx, recognitionId)
    refuseIf(whyNotRestore({ endedBy: found.endedBy, notedAt: found.endNotedAt }, now))
    const other = await tx
      .selectFrom('recognition')
      .select('id')
      .where('village_id', '=', found.villageId)
      .where('ended_on', 'is', null)
      .executeTakeFirst()
    if (other) throw new Refusal('honours.village-standing')
    const none = { ended_on: null, ended_by: null, end_number: null, end_letter: null, end_noted_at: null }
    const { version: after } = await changeRow(tx, 'recognition', { id: recognitionId, version }, none)
    return {
      result: { recognitionId, version: after },
      audit: { kind: 'recognition', id: recognitionId, detail: { restored: true } },
    }
  },
})
