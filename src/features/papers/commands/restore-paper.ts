import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { PREPARE, whyNotRestore } from '../rules.ts'
import { getPaper, isMade } from '../store.ts'

/** Puts a paper back that was taken out. */
export const restorePaper = command({
  name: 'papers.restore-paper',
  permission: PREPARE,
  input: versionedInput,
  run: async ({ tx, acting }, { paperId, version }) => {
    const paper = await getPaper(tx, paperId)
    refuseIf(whyNotRestore(acting, paper))
    if (paper.sourceKind.startsWith('petition') && !paper.sheet) throw new Refusal('papers.words-changed')
    if (await isMade(tx, paper)) throw new Refusal('papers.made-already')
    const updated = await changeRow(tx, 'paper', { id: paperId, version }, { removed_at: null })
    const audit = { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { restored: true } }
    return { result: { paperId, version: updated.version }, audit }
  },
})
