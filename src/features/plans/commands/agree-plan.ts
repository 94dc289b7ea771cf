import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement, settleClearance } from '../../programmes/index.ts'
import { fixPlan } from '../answering.ts'
import { digestText, uuid } from '../contract.ts'
import { standingOf } from '../negotiating.ts'
import { AGREE, whyNotAgree } from '../rules.ts'
import { agreementOn, getPlan, holdPlan } from '../store.ts'

/**
 * A leader agrees, for the own side, to exactly the content that was shown: its digest comes along and is reckoned again here.
 * When every party has agreed to the same content the plan is fixed.
 */
export const agreePlan = command({
  name: 'plans.agree-plan',
  permission: AGREE,
  input: z.strictObject({ planId: uuid, digest: digestText }),
  run: async (context, { planId, digest }) => {
    const { tx, acting } = context
    await getPlan(tx, planId)
    const plan = await holdPlan(tx, planId)
    const standing = await standingOf(tx, acting, plan)
    // The registry of agreements itself says whether ours stands.
    refuseIf(whyNotAgree(acting, { ...standing, state: plan.state, agreedByUs: false }))
    if (standing.digest !== digest) throw new Refusal('changed-meanwhile')
    const { complete } = await recordAgreement(context, agreementOn(plan), digest)
    if (complete) await fixPlan(context, plan, digest)
    await settleClearance(context, 'plan', planId)
    return {
      result: { planId, complete },
      audit: { kind: 'plan', id: planId, programme: plan.programmeId, detail: { agreed: true, digest, complete } },
    }
  },
})
