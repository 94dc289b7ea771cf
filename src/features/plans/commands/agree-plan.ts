import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { AGREE, whyNotAgree } from '../rules.ts'
import { agreementOn, getPlan, itemsOf, planDigest } from '../store.ts'

/**
 * A leader agrees, for the own side, to exactly the content that was shown: its digest comes along and is reckoned again here.
 * When every party has agreed to the same content the plan is fixed.
 */
export const agreePlan = command({
  name: 'plans.agree-plan',
  permission: AGREE,
  input: z.strictObject({ planId: uuid, digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  run: async (context, { planId, digest }) => {
    const { tx, acting, now } = context
    await getPlan(tx, planId)
    // Held against changes of items, which take the same row first.
    const held = await tx.selectFrom('plan').select('id').where('id', '=', planId).forUpdate().executeTakeFirst()
    if (!held) throw new Refusal('not-found', { what: 'plan' })
    const [plan, items] = [await getPlan(tx, planId), await itemsOf(tx, planId)]
    const liveItems = items.filter(item => item.droppedReason === null).length
    refuseIf(whyNotAgree(acting, { state: plan.state, liveItems, agreedByUs: false }))
    if (planDigest(plan, items) !== digest) throw new Refusal('changed-meanwhile')
    const { complete } = await recordAgreement(context, agreementOn(plan), digest)
    if (complete)
      await tx
        .updateTable('plan')
        .set({ state: 'agreed', digest, agreed_at: now })
        .where('id', '=', planId)
        .where('state', '=', 'draft')
        .execute()
    return {
      result: { planId, complete },
      audit: { kind: 'plan', id: planId, programme: plan.programmeId, detail: { agreed: true, digest, complete } },
    }
  },
})
