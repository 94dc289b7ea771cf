import type { Feature } from '../../engine/feature.ts'
import type { AnswerOf } from '../../engine/query.ts'
import { budgetPart } from './budget/index.ts'
import { addItem } from './commands/add-item.ts'
import { agreePlan } from './commands/agree-plan.ts'
import { changeItem } from './commands/change-item.ts'
import { closeItem } from './commands/close-item.ts'
import { draftPlan } from './commands/draft-plan.ts'
import { dropItem } from './commands/drop-item.ts'
import { reopenItem } from './commands/reopen-item.ts'
import { restoreItem } from './commands/restore-item.ts'
import { itemDeadlines, planDeadlines } from './deadlines.ts'
import { clauseTicks } from './queries/clause-ticks.ts'
import { item } from './queries/item.ts'
import { list } from './queries/list.ts'
import { plan } from './queries/plan.ts'
import { itemSearch } from './search.ts'

export type { ItemContent, ItemState, ItemTarget, Timing } from './contract.ts'
export { type ItemSums, type Progress, printProgress, progressOf } from './progress.ts'
export { getItem, getPlan, type ItemRow, itemsOf, itemsOfProgramme, type PlanRow } from './store.ts'
export { sumsOf } from './sums.ts'

/** A plan as its page shows it. */
export type PlanView = AnswerOf<typeof plan>

export const plans: Feature = {
  name: 'plans',
  commands: [draftPlan, addItem, changeItem, dropItem, restoreItem, agreePlan, closeItem, reopenItem, ...budgetPart.commands],
  queries: [list, plan, item, clauseTicks, ...budgetPart.queries],
  deadlines: [itemDeadlines, planDeadlines],
  searchables: [itemSearch],
  exports: budgetPart.exports,
}
