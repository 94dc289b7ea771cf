import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { mailAgainInput } from '../dispatch/contract.ts'
import { MAIL_JOB } from '../dispatch/mail-job.ts'
import { whyNotMailAgain } from '../dispatch/rules.ts'
import { getDispatch } from '../dispatch/store.ts'
import { CLERK } from '../rules.ts'
import { getPaper } from '../store.ts'

/** "Gửi lại": a letter by mail that did not leave, or of which nobody knows, goes once more, also to another address. */
export const mailAgain = command({
  name: 'papers.mail-again',
  permission: CLERK,
  input: mailAgainInput,
  run: async ({ tx, acting, now, enqueue }, { dispatchId, version, mailTo }) => {
    const dispatch = await getDispatch(tx, dispatchId)
    const paper = await getPaper(tx, dispatch.paperId)
    refuseIf(whyNotMailAgain(acting, paper, dispatch, now))
    const again = { fate: null, tries: 0, mail_to: mailTo, sent_at: now }
    const updated = await changeRow(tx, 'dispatch', { id: dispatchId, version }, again)
    await enqueue(MAIL_JOB, { dispatchId })
    const audit = { kind: 'paper', id: paper.id, programme: paper.programmeId, detail: { mailedAgain: dispatchId } }
    return { result: { dispatchId, version: updated.version }, audit }
  },
})
