import type { Actor } from '../../src/kernel/permissions.ts'
import type { TestSite } from './site.ts'

/** A leader shows the own side's plan to the others, as it stands. */
export async function sharePlan({ ask, send }: Pick<TestSite, 'ask' | 'send'>, leader: Actor, planId: string): Promise<void> {
  const { digest } = await ask<{ digest: string }>(leader, 'plans.plan', { planId })
  await send(leader, 'plans.share-plan', { planId, digest })
}

/** Leaders agree to a shared plan one after the other, each to what stands. Returns the last answer. */
export async function agreePlan(
  { ask, send }: Pick<TestSite, 'ask' | 'send'>,
  leaders: readonly Actor[],
  planId: string,
): Promise<unknown> {
  let answer: unknown = null
  for (const leader of leaders) {
    const { digest } = await ask<{ digest: string }>(leader, 'plans.plan', { planId })
    answer = await send(leader, 'plans.agree-plan', { planId, digest })
  }
  return answer
}
