import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { getPaperAct, RECORD, whyNotWithdraw } from '../../programmes/index.ts'
import { suspend } from '../subjects.ts'

/** Takes back what the own side wrote down wrongly from a partner's paper, and what hung on it. */
export const withdrawAct = command({
  name: 'post.withdraw-act',
  permission: RECORD,
  input: z.strictObject({ actId: z.guid() }),
  run: async (context, { actId }) => {
    const { tx, acting, now } = context
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const act = await getPaperAct(tx, actId)
    refuseIf(whyNotWithdraw(acting, { ...act, contested: act.contested !== null }))
    const withdrawn = await tx
      .updateTable('paper_act')
      .set({ withdrawn_at: now, withdrawn_by: acting.accountId })
      .where('id', '=', actId)
      .where('contested_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!withdrawn) throw new Refusal('changed-meanwhile')
    await suspend(context, act)
    const detail = { about: act.kind, subject: act.subjectId, withdrawn: true }
    return { result: { actId }, audit: { kind: 'paper-act', id: actId, programme: act.programmeId, detail } }
  },
})
