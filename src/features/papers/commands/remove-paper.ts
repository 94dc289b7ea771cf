import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { PREPARE, whyNotRemove } from '../rules.ts'
import { getPaper } from '../store.ts'

/** Takes a paper out that nobody has frozen. */
export const removePaper = command({
  name: 'papers.remove-paper',
  permission: PREPARE,
  input: versionedInput,
  run: async ({ tx, acting, now }, { paperId, version }) => {
    const paper = await getPaper(tx, paperId)
    refuseIf(whyNotRemove(acting, paper))
    const updated = await changeRow(tx, 'paper', { id: paperId, version }, { removed_at: now })
    const audit = { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { removed: true } }
    return { result: { paperId, version: updated.version }, audit }
  },
})
