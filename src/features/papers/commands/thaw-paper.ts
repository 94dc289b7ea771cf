import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { CLERK, whyNotThaw } from '../rules.ts'
import { lockPaper } from '../store.ts'

/** Takes a paper that nobody has signed back to be put right; what was frozen stays on file. */
export const thawPaper = command({
  name: 'papers.thaw-paper',
  permission: CLERK,
  input: versionedInput,
  run: async ({ tx, acting }, { paperId, version }) => {
    const paper = await lockPaper(tx, paperId)
    refuseIf(whyNotThaw(acting, paper))
    const open = { state: 'draft', frozen_file: null, frozen_at: null, pages: null }
    const updated = await changeRow(tx, 'paper', { id: paperId, version }, open)
    const audit = { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { thawed: true } }
    return { result: { paperId, version: updated.version }, audit }
  },
})
