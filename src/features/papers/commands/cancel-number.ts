import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { cancelInput } from '../contract.ts'
import { getEntry } from '../registers/entries.ts'
import { CLERK, whyNotCancel } from '../rules.ts'
import { lockPaper } from '../store.ts'

/** A number that will not be used: it stays in the book with its reason; the paper that bore it is dropped. */
export const cancelNumber = command({
  name: 'papers.cancel-number',
  permission: CLERK,
  input: cancelInput,
  run: async ({ tx, acting, today }, { entryId, version, reason }) => {
    const entry = await getEntry(tx, entryId)
    const paper = entry.paper_id ? await lockPaper(tx, entry.paper_id) : null
    refuseIf(whyNotCancel(acting, { ...entry, bodyId: entry.body_id }, paper))
    const cancelled = { standing: 'cancelled', cancelled_on: today, cancelled_reason: reason }
    const updated = await changeRow(tx, 'register_entry', { id: entryId, version }, cancelled)
    if (paper) await changeRow(tx, 'paper', paper, { state: 'dropped', ended_on: today, ended_reason: reason })
    const audit = {
      kind: 'register-entry',
      id: entryId,
      programme: paper?.programmeId ?? null,
      detail: { cancelled: entry.number },
    }
    return { result: { entryId, version: updated.version }, audit }
  },
})
