import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { whyNotAnswer } from '../merging/rules.ts'
import { getMerge, moveMerge } from '../merging/store.ts'
import { WORK } from '../rules.ts'

/** The two records are not of one event: both stand on. */
export const declineMerge = command({
  name: 'activities.decline-merge',
  permission: WORK,
  input: z.strictObject({ mergeId: uuid }),
  run: async ({ tx, acting, now }, { mergeId }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const merge = await getMerge(tx, mergeId)
    refuseIf(whyNotAnswer(acting, merge))
    const after = 'declined'
    await moveMerge(tx, merge, after, { accountId: acting.accountId, now })
    const detail = { merge: mergeId, with: merge.mergedId, state: after }
    return { result: { mergeId }, audit: { kind: 'activity', id: merge.keptId, programme: merge.programmeId, detail } }
  },
})
