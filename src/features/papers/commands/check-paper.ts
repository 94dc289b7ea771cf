import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { faultsOf } from '../faults.ts'
import { CLERK, whyNotCheck } from '../rules.ts'
import { sheetOf } from '../set-paper.ts'
import { getPaper } from '../store.ts'

/** The clerk has checked the form before anything is signed (TT 01/2019/TT-BNV, Điều 10). */
export const checkPaper = command({
  name: 'papers.check-paper',
  permission: CLERK,
  input: versionedInput,
  run: async ({ tx, acting, now, today }, { paperId, version }) => {
    const paper = await getPaper(tx, paperId)
    const sheet = await sheetOf({ db: tx, acting, now, today }, paper)
    refuseIf(whyNotCheck(acting, paper, sheet ? faultsOf(sheet) : []))
    const updated = await changeRow(tx, 'paper', { id: paperId, version }, { state: 'checked' })
    const audit = { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { checked: true } }
    return { result: { paperId, version: updated.version }, audit }
  },
})
