import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { whyNotWithdraw } from '../merging/rules.ts'
import { getMerge, moveMerge } from '../merging/store.ts'
import { WORK } from '../rules.ts'

/** Takes a proposal to merge back before it is answered. */
export const withdrawMerge = command({
  name: 'activities.withdraw-merge',
  permission: WORK,
  input: z.strictObject({ mergeId: uuid }),
  run: async ({ tx, acting, now }, { mergeId }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const merge = await getMerge(tx, mergeId)
    refuseIf(whyNotWithdraw(acting, merge))
    const after = 'withdrawn'
    await moveMerge(tx, merge, after, { accountId: acting.accountId, now })
    const detail = { merge: mergeId, with: merge.mergedId, state: after }
    return { result: { mergeId }, audit: { kind: 'activity', id: merge.keptId, programme: merge.programmeId, detail } }
  },
})
