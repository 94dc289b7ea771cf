import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { senders, within } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { settleClearance } from '../../programmes/index.ts'
import { digestText, uuid } from '../contract.ts'
import { findShared, standingOf } from '../negotiating.ts'
import { whyNotShare } from '../negotiation.ts'
import { getPlan, holdPlan } from '../store.ts'
import { keepVersion } from '../versions.ts'

/** Shows the own side's plan to the other parties, exactly as it was seen; from now on its lines change by proposal. */
export const sharePlan = command({
  name: 'plans.share-plan',
  permission: { roles: senders, reach: 'party' },
  input: z.strictObject({ planId: uuid, digest: digestText }),
  run: async (context, { planId, digest }) => {
    const { tx, acting, now } = context
    const { programmeId, year } = await getPlan(tx, planId)
    // Two sides that share at the same moment come one after the other here.
    await tx.selectFrom('programme').select('id').where('id', '=', programmeId).forNoKeyUpdate().execute()
    const plan = await holdPlan(tx, planId)
    const { cleared, liveItems, digest: stands } = await standingOf(tx, acting, plan)
    const taken = await findShared(tx, plan)
    refuseIf(whyNotShare(within(acting, programmeId), { state: plan.state, year, liveItems, taken, cleared }))
    if (stands !== digest) throw new Refusal('changed-meanwhile')
    await tx
      .updateTable('plan')
      .set(row => ({ state: 'draft', shared_at: now, version: row('version', '+', 1) }))
      .where('id', '=', planId)
      .where('state', '=', 'private')
      .execute()
    await keepVersion(context, plan, 'shared')
    await settleClearance(context, 'plan', planId)
    return {
      result: { planId, digest },
      audit: { kind: 'plan', id: planId, programme: programmeId, detail: { shared: true, digest } },
    }
  },
})
