import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { linkConclusionInput } from '../contract.ts'
import { getConclusion, getMeeting } from '../meetings.ts'
import { WORK, whyNotLink } from '../rules.ts'

/** Keeps for the own side into which plan a conclusion was taken over. */
export const linkConclusion = command({
  name: 'groups.link-conclusion',
  permission: WORK,
  input: linkConclusionInput,
  run: async ({ tx, acting, now }, { conclusionId, planId, entryId }) => {
    const { bodyId } = personOf(acting)
    const found = await getConclusion(tx, conclusionId)
    const { state: meeting } = await getMeeting(tx, found.meetingId)
    refuseIf(whyNotLink(acting, { meeting }))
    const link = { plan_id: planId, entry_id: entryId, created_at: now }
    await tx
      .insertInto('conclusion_in_plan')
      .values({ conclusion_id: conclusionId, body_id: bodyId, ...link })
      .onConflict(conflict => conflict.columns(['home', 'conclusion_id', 'body_id']).doUpdateSet(link))
      .execute()
    return {
      result: { conclusionId },
      audit: { kind: 'conclusion', id: conclusionId, programme: found.programmeId, detail: { planId, entryId } },
    }
  },
})
