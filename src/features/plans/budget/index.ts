import { addBudgetLine } from '../commands/add-budget-line.ts'
import { changeBudgetLine } from '../commands/change-budget-line.ts'
import { recordSpending } from '../commands/record-spending.ts'
import { removeBudgetLine } from '../commands/remove-budget-line.ts'
import { removeSpending } from '../commands/remove-spending.ts'
import { budgetExport, linesExport, planExport } from '../papers/exports.ts'
import { budget } from '../queries/budget.ts'

/** The estimate of a plan, which each side writes for itself: what it adds to the feature plans, the papers of the plan among it. */
export const budgetPart = {
  commands: [addBudgetLine, changeBudgetLine, removeBudgetLine, recordSpending, removeSpending],
  queries: [budget],
  exports: [planExport, budgetExport, linesExport],
}
