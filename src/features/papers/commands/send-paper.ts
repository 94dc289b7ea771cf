import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { sendInput } from '../dispatch/contract.ts'
import { MAIL_JOB } from '../dispatch/mail-job.ts'
import { whyNotSend, whyNotSending } from '../dispatch/rules.ts'
import { CLERK } from '../rules.ts'
import { lockPaper } from '../store.ts'

/** "Gửi": the issued paper goes to each recipient by its way; what goes by mail is handed to a job with this change. */
export const sendPaper = command({
  name: 'papers.send-paper',
  permission: CLERK,
  input: sendInput,
  run: async ({ tx, acting, now, enqueue }, { paperId, version, sendings }) => {
    const actor = personOf(acting)
    const paper = await lockPaper(tx, paperId)
    refuseIf(whyNotSend(acting, paper))
    if (paper.version !== version) throw new Refusal('changed-meanwhile')
    for (const sending of sendings) refuseIf(whyNotSending(sending))
    const rows = sendings.map(({ dispatchId, way, toBodyId, toName, mailTo }) => ({
      id: dispatchId,
      paper_id: paperId,
      from_body: actor.bodyId,
      to_body: toBodyId ?? null,
      to_name: toName,
      way,
      mail_to: way === 'mail' ? mailTo! : null,
      sent_at: now,
      sent_by: actor.accountId,
    }))
    await tx.insertInto('dispatch').values(rows).execute()
    for (const one of rows) if (one.way === 'mail') await enqueue(MAIL_JOB, { dispatchId: one.id })
    const audit = { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { sent: rows.length } }
    return { result: { paperId, sent: rows.length }, audit }
  },
})
