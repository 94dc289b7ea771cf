import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { routeOutInput } from '../contract.ts'
import { whyNotReword } from '../official-letter.ts'
import { HANDLE } from '../rules.ts'
import { takeStep } from '../steps.ts'

const SUBJECT = {
  complaint: 'Khiếu nại đã chuyển nơi có thẩm quyền',
  denunciation: 'Tố cáo đã chuyển nơi có thẩm quyền',
} as const

/**
 * A petition that turns out to be a complaint or a denunciation goes to the competent channel (Luật Tiếp công dân, Điều 26). Only that
 * fact is kept: text, village, name and everything it was compared by are taken out for good,
 * and what was written of it in letters that nobody has frozen.
 */
export const routeOut = command({
  name: 'petitions.route-out',
  permission: HANDLE,
  input: routeOutInput,
  run: (context, { kind, channel, ...step }) =>
    takeStep(context, 'route-out', step, async petition => {
      const { tx, acting, now } = context
      refuseIf(await whyNotReword(tx, petition.id))
      await tx.deleteFrom('petition_content').where('petition_id', '=', petition.id).execute()
      await tx.deleteFrom('petition_term').where('petition_id', '=', petition.id).execute()
      // Also what an earlier step said of it, one taken back among them.
      await tx.updateTable('petition_step').set({ summary: '' }).where('petition_id', '=', petition.id).execute()
      const { accountId, bodyId } = personOf(acting)
      await tx
        .insertInto('petition_referral')
        .values({ id: step.stepId, body_id: bodyId, kind, channel, day: step.day, created_by: accountId, created_at: now })
        .execute()
      const end = { state: 'routed-out', closed_on: step.day, due_on: null, due_basis: null }
      return { change: { ...end, subject: SUBJECT[kind], shared_at: null, group_id: null }, step: { addressee: channel } }
    }),
})
