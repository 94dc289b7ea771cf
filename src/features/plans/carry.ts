import type { WhyNot } from '../../kernel/refusal.ts'
import type { ItemContent, ItemFields, ItemState, ItemTarget } from './contract.ts'
import { isSummed, sumIn } from './done.ts'
import type { ItemSums } from './progress.ts'

/** Whether an item still asks for work when its year ends. What runs all year begins anew with the duty it carries out. */
export const isUnfinished = (item: Pick<ItemContent, 'timing' | 'commitmentId'>, state: ItemState): boolean =>
  state !== 'done' && state !== 'dropped' && !(item.timing === 'continuous' && item.commitmentId !== null)

/** An item is gone on with once, and only while it is unfinished. */
export function whyNotCarry(item: { unfinished: boolean; carried: boolean }): WhyNot {
  if (!item.unfinished) return { code: 'plans.nothing-to-carry' }
  return item.carried ? { code: 'plans.carried-already' } : null
}

/** What an item says in the year that goes on with it: what is left of its target, and the day it is now due where one is known. */
export function carriedFields(item: ItemContent, sums: ItemSums, dueOn: string | null): ItemFields {
  const timing = dueOn ? 'due' : item.timing === 'continuous' ? 'continuous' : 'undated'
  const { title, leadBodies, supportBodies, others, places, audience, product } = item
  const days = { timing, startsOn: null, dueOn, occasion: null } as const
  return { title, ...days, leadBodies, supportBodies, others, places, audience, product, target: leftOf(item.target, sums) }
}

/** A target of the whole term goes on counting; of any other only what was not reached is still owed. */
function leftOf(target: ItemTarget | null, sums: ItemSums): ItemTarget | null {
  if (target === null || target.per === 'term' || !isSummed(target)) return target
  const reached = sumIn(target.unit, sums.units)
  const min = target.min === null ? null : Math.max(0, target.min - reached)
  return { ...target, min, max: target.max === null ? null : Math.max(min ?? 0, target.max - reached) }
}

type StandIn = Pick<ItemContent, 'commitmentId' | 'timing' | 'droppedReason' | 'carried'>

/** The line that the draft already has for the same duty without a time: the carried item takes it, so that no duty stands twice. */
export const findStandIn = <Item extends StandIn>(items: readonly Item[], commitmentId: string | null): Item | undefined =>
  items.find(
    item =>
      commitmentId !== null &&
      item.commitmentId === commitmentId &&
      item.timing === 'undated' &&
      item.droppedReason === null &&
      item.carried === null,
  )
