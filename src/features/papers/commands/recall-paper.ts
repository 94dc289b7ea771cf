import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { recallInput } from '../contract.ts'
import { SIGN, whyNotRecall } from '../rules.ts'
import { lockPaper } from '../store.ts'

/** "Thu hồi": every recipient sees it at once and destroys or sends back its copy (NĐ 30/2020/NĐ-CP, Điều 18). */
export const recallPaper = command({
  name: 'papers.recall-paper',
  permission: SIGN,
  input: recallInput,
  run: async ({ tx, acting, today }, { paperId, version, reason }) => {
    const paper = await lockPaper(tx, paperId)
    refuseIf(whyNotRecall(acting, paper))
    const recalled = { state: 'recalled', ended_on: today, ended_reason: reason }
    const updated = await changeRow(tx, 'paper', { id: paperId, version }, recalled)
    const audit = { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { recalled: true } }
    return { result: { paperId, version: updated.version }, audit }
  },
})
