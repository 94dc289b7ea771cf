import type { Feature } from '../../engine/feature.ts'
import type { AnswerOf } from '../../engine/query.ts'
import { budgetPart } from './budget/index.ts'
import { acceptProposal } from './commands/accept-proposal.ts'
import { addItem } from './commands/add-item.ts'
import { agreePlan } from './commands/agree-plan.ts'
import { carryItems } from './commands/carry-items.ts'
import { changeItem } from './commands/change-item.ts'
import { clearSubmission } from './commands/clear-submission.ts'
import { closeItem } from './commands/close-item.ts'
import { counterProposal } from './commands/counter-proposal.ts'
import { draftPlan } from './commands/draft-plan.ts'
import { dropItem } from './commands/drop-item.ts'
import { proposeLine } from './commands/propose-line.ts'
import { recordPaperAnswers } from './commands/record-paper-answers.ts'
import { recordPaperCounter } from './commands/record-paper-counter.ts'
import { reopenItem } from './commands/reopen-item.ts'
import { restoreItem } from './commands/restore-item.ts'
import { returnProposal } from './commands/return-proposal.ts'
import { sharePlan } from './commands/share-plan.ts'
import { shareProposals } from './commands/share-proposals.ts'
import { submitPlan } from './commands/submit-plan.ts'
import { typePaperLine } from './commands/type-paper-line.ts'
import { withdrawProposal } from './commands/withdraw-proposal.ts'
import { clearanceDeadlines, planDeadlines, proposalDeadlines } from './deadlines.ts'
import { planHoldings } from './holdings.ts'
import { indicatorPart } from './indicators/index.ts'
import { itemDeadlines } from './item-deadlines.ts'
import { clauseTicks } from './queries/clause-ticks.ts'
import { differences } from './queries/differences.ts'
import { endedItems } from './queries/ended-items.ts'
import { item } from './queries/item.ts'
import { list } from './queries/list.ts'
import { plan } from './queries/plan.ts'
import { unfinished } from './queries/unfinished.ts'
import { itemSearch } from './search.ts'

export { planByPost } from './by-post.ts'
export { fieldsOfItem, type ItemContent, type ItemState, type ItemTarget, type Timing } from './contract.ts'
export { type DoneFacts, isDone, isSameUnit, wantedSum } from './done.ts'
export { indicatorByPost } from './indicators/by-post.ts'
export { loadPapers } from './papers/load.ts'
export { headRow, LOOKS } from './papers/looks.ts'
export { planPaper } from './papers/paper.ts'
export { type PlaceStanding, type PlacesOfItem, placesOfItems } from './place-standing.ts'
export { type ItemSums, type Progress, printProgress, progressOf } from './progress.ts'
export { isPerPlace, type PlaceLevel } from './scope.ts'
export { getItem, getPlan, getSharedItem, type ItemRow, itemsOf, itemsOfProgramme, type PlanRow } from './store.ts'
export { sumsOf, termSums } from './sums.ts'

/** A plan as its page shows it. */
export type PlanView = AnswerOf<typeof plan>

export const plans: Feature = {
  name: 'plans',
  commands: [
    draftPlan,
    addItem,
    changeItem,
    dropItem,
    restoreItem,
    carryItems,
    submitPlan,
    clearSubmission,
    sharePlan,
    proposeLine,
    shareProposals,
    acceptProposal,
    counterProposal,
    returnProposal,
    withdrawProposal,
    agreePlan,
    recordPaperAnswers,
    recordPaperCounter,
    typePaperLine,
    closeItem,
    reopenItem,
    ...indicatorPart.commands,
    ...budgetPart.commands,
  ],
  holdings: planHoldings,
  queries: [list, plan, item, unfinished, differences, endedItems, clauseTicks, ...indicatorPart.queries, ...budgetPart.queries],
  deadlines: [itemDeadlines, planDeadlines, proposalDeadlines, ...indicatorPart.deadlines, clearanceDeadlines],
  searchables: [itemSearch],
  exports: budgetPart.exports,
}
