import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'
import { whyNotPropose } from '../merging/rules.ts'
import { standingMerges } from '../merging/store.ts'
import { WORK } from '../rules.ts'
import { getActivity } from '../store.ts'

/** Proposes that the own record stands for that of another side too. Nothing changes until that side agrees. */
export const proposeMerge = command({
  name: 'activities.propose-merge',
  permission: WORK,
  input: z.strictObject({ mergeId: uuid, keptId: uuid, mergedId: uuid }),
  run: async ({ tx, acting, now }, { mergeId, keptId, mergedId }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const [kept, merged] = [await getActivity(tx, keptId), await getActivity(tx, mergedId)]
    const recorded = (one: typeof kept) => ({ ...one, programmeId: one.programme_id })
    refuseIf(whyNotPropose(acting, recorded(kept), recorded(merged), await standingMerges(tx, [keptId, mergedId])))
    const of = { programme_id: kept.programme_id, kept_body: kept.ownerBody, merged_body: merged.ownerBody }
    await tx
      .insertInto('activity_merge')
      .values({ id: mergeId, kept_id: keptId, merged_id: mergedId, ...of, created_by: acting.accountId, created_at: now })
      .execute()
    const detail = { merge: mergeId, with: mergedId, state: 'proposed' }
    return { result: { mergeId }, audit: { kind: 'activity', id: keptId, programme: kept.programme_id, detail } }
  },
})
