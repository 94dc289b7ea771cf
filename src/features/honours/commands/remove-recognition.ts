import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { removeInput } from '../contract.ts'
import { HANDLE, whyNotRemove } from '../rules.ts'
import { getRecognition } from '../store.ts'

/** Ends a recognition by a decision: its number, its day and the letter of the article are kept, never the ground in words. */
export const removeRecognition = command({
  name: 'honours.remove-recognition',
  permission: HANDLE,
  input: removeInput,
  run: async ({ tx, now, today }, { recognitionId, version, number, date, letter }) => {
    refuseIf(whyNotRemove(await getRecognition(tx, recognitionId), date, today))
    const ended = { ended_on: date, ended_by: 'removed', end_number: number, end_letter: letter, end_noted_at: now }
    const { version: after } = await changeRow(tx, 'recognition', { id: recognitionId, version }, ended)
    return {
      result: { recognitionId, version: after },
      audit: { kind: 'recognition', id: recognitionId, detail: { removed: date } },
    }
  },
})
