import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { referralInput } from '../contract.ts'
import { HANDLE, whyNotReceived } from '../rules.ts'

/** Notes that a complaint or a denunciation was shown to its channel: day, kind, channel, and nothing of what it said or who brought it. */
export const noteReferral = command({
  name: 'petitions.note-referral',
  permission: HANDLE,
  input: referralInput,
  run: async ({ tx, acting, now, today }, { referralId, kind, channel, day }) => {
    const { bodyId, accountId } = personOf(acting)
    refuseIf(whyNotReceived(day, today))
    const row = { id: referralId, body_id: bodyId, kind, channel, day, created_by: accountId, created_at: now }
    await tx.insertInto('petition_referral').values(row).execute()
    return { result: { referralId }, audit: { kind: 'referral', id: referralId, detail: { kind, channel, day } } }
  },
})
