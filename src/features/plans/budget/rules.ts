import type { IsoDate } from '../../../kernel/dates.ts'
import { type Dong, inThousandths } from '../../../kernel/money.ts'
import { type Acting, whyNotPermitted } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { WORK } from '../rules.ts'
import type { BudgetFields } from './contract.ts'

/** No line of a plan comes near; a thousand of them still add up exactly. */
const MOST: Dong = 1e12

/** What a line may say. Its source is named unless it is the side's own budget. */
export function whyNotLine(line: Pick<BudgetFields, 'quantity' | 'times' | 'norm' | 'source' | 'sourceDetail'>): WhyNot {
  if (line.quantity < 0 || line.times < 0 || line.norm < 0) return { code: 'plans.budget-negative' }
  if (inThousandths(line.quantity) === null || inThousandths(line.times) === null) return { code: 'plans.budget-places' }
  if (line.quantity * line.times * line.norm > MOST) return { code: 'plans.budget-too-large' }
  return line.source !== 'own' && line.sourceDetail === null ? { code: 'plans.budget-source' } : null
}

/** A side's budget is written by its own people, before and after the plan is agreed: it binds that side alone. */
export function whyNotBudget(acting: Acting, bodyId: string): WhyNot {
  const code = whyNotPermitted(WORK, acting)
  if (code) return { code }
  return typeof acting !== 'string' && acting.bodyId === bodyId ? null : { code: 'plans.not-your-budget' }
}

/** What was spent must stay with the line that it was spent on. */
export const whyNotRemoveLine = (line: { spendings: number }): WhyNot =>
  line.spendings > 0 ? { code: 'plans.budget-spent', data: { spendings: line.spendings } } : null

/** Money of a year's budget is booked until the books are put in order on 31 January (Luật Ngân sách nhà nước). */
export const spendingDays = (year: number): { from: IsoDate; to: IsoDate } => ({ from: `${year}-01-01`, to: `${year + 1}-01-31` })

export function whyNotSpend(spending: { amount: Dong; spentOn: IsoDate }, year: number, today: IsoDate): WhyNot {
  const { from, to } = spendingDays(year)
  if (spending.amount <= 0) return { code: 'plans.spending-amount' }
  if (spending.spentOn > today) return { code: 'plans.spending-ahead' }
  return spending.spentOn < from || spending.spentOn > to ? { code: 'plans.spending-outside', data: { from, to } } : null
}
