import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { DECIDE, getPaperAct, paperReason, whyNotContest } from '../../programmes/index.ts'
import { suspend } from '../subjects.ts'

/** The body in whose name a paper was recorded says that it does not stand for it. What hung on it is suspended. */
export const contestAct = command({
  name: 'post.contest-act',
  permission: DECIDE,
  input: z.strictObject({ actId: z.guid(), reason: paperReason }),
  run: async (context, { actId, reason }) => {
    const { tx, acting, now, today } = context
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const act = await getPaperAct(tx, actId)
    refuseIf(whyNotContest(acting, { ...act, contested: act.contested !== null }))
    const contested = await tx
      .updateTable('paper_act')
      .set({ contested_at: now, contested_by: acting.accountId, contest_reason: reason })
      .where('id', '=', actId)
      .where('contested_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!contested) throw new Refusal('changed-meanwhile')
    await suspend(context, { ...act, contested: { on: today, reason } })
    const detail = { about: act.kind, subject: act.subjectId, contested: true }
    return { result: { actId }, audit: { kind: 'paper-act', id: actId, programme: act.programmeId, detail } }
  },
})
