import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { subjectOf } from '../lay-paper.ts'
import { PREPARE, whyNotAddress } from '../rules.ts'
import { getPaper } from '../store.ts'
import { rewriteInput } from '../writing/contract.ts'
import { whyNotRewritten, whyNotWritten } from '../writing/rules.ts'
import { setWritten } from '../writing/source.ts'

/** "Sửa nội dung": what was written changes until the form is checked; its kind and who issues it stay. */
export const rewritePaper = command({
  name: 'papers.rewrite-paper',
  permission: PREPARE,
  input: rewriteInput,
  run: async ({ tx, acting, now, today }, { paperId, version, written }) => {
    const before = await getPaper(tx, paperId)
    refuseIf(whyNotAddress(acting, before))
    if (!before.written) throw new Refusal('papers.not-written')
    refuseIf(whyNotRewritten(before.written, written))
    refuseIf(whyNotWritten(written, today))
    const { paper } = await setWritten({ db: tx, acting, now, today }, written)
    const change = { written: JSON.stringify(written), subject: subjectOf(paper) }
    const updated = await changeRow(tx, 'paper', { id: paperId, version }, change)
    const audit = { kind: 'paper', id: paperId, programme: before.programmeId, detail: { rewritten: true } }
    return { result: { paperId, version: updated.version }, audit }
  },
})
