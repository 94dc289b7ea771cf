import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { wordInput } from '../contract.ts'
import { PREPARE, whyNotAddress } from '../rules.ts'
import { loadSource } from '../sources.ts'
import { getPaper } from '../store.ts'
import { whyNotWorded } from '../wording.ts'

/** "Sửa lời văn": the words of a letter before its form is checked; its facts stay live and the default can be put back. */
export const wordPaper = command({
  name: 'papers.word-paper',
  permission: PREPARE,
  input: wordInput,
  run: async ({ tx, acting, now, today }, { paperId, version, words }) => {
    const paper = await getPaper(tx, paperId)
    refuseIf(whyNotAddress(acting, paper))
    if (paper.sourceKind === 'file') throw new Refusal('papers.no-wording')
    const context = { db: tx, acting, now, today }
    const { wording, kept, paper: sheet } = await loadSource(context, paper.sourceKind, paper.sourceId, words)
    if (!wording) throw new Refusal('papers.no-wording')
    if (words) refuseIf(whyNotWorded({ ...wording, words }))
    const change = { wording: words, ...(kept ? { sheet: JSON.stringify(sheet) } : {}) }
    const updated = await changeRow(tx, 'paper', { id: paperId, version }, change)
    const audit = { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { worded: words !== null } }
    return { result: { paperId, version: updated.version }, audit }
  },
})
