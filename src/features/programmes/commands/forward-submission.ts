import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { unitsHeadedBy } from '../../agencies/index.ts'
import { getClearance, moveClearance, whyNotForward } from '../clearances.ts'

/** The head of the unit has looked at what the unit submitted and lays it before the leader. */
export const forwardSubmission = command({
  name: 'programmes.forward-submission',
  permission: { roles: ['head'], reach: 'own' },
  input: z.strictObject({ clearanceId: z.guid(), version: z.int() }),
  run: async ({ tx, acting, now, today }, { clearanceId, version }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const clearance = await getClearance(tx, clearanceId)
    refuseIf(whyNotForward(acting, { clearance, headed: await unitsHeadedBy(tx, acting, today) }))
    const set = { state: 'forwarded', forwarded_by: acting.accountId, forwarded_at: now } as const
    await moveClearance(tx, { clearanceId, version }, { from: ['submitted'], set })
    const detail = { forwarded: true, kind: clearance.kind, subject: clearance.subjectId }
    return { result: { clearanceId }, audit: { kind: 'clearance', id: clearanceId, programme: clearance.programmeId, detail } }
  },
})
