import { z } from 'zod'
import { type IsoDate, isIsoDate } from '../../../kernel/dates.ts'
import type { Dong } from '../../../kernel/money.ts'
import { tidy } from '../../../kernel/vietnamese.ts'

/** The side's own yearly budget, a component of a national target programme, or another source that is named. */
export const SOURCES = ['own', 'ntp', 'other'] as const
export type Source = (typeof SOURCES)[number]

const text = (max: number) => z.string().transform(tidy).pipe(z.string().min(1, 'field.empty').max(max, 'field.too-long'))

/** What officers write of a line. Negative values pass here, so that the rule can say what is wrong with them. */
export const budgetFields = {
  itemId: z.guid().nullable(),
  content: text(500),
  unit: text(40),
  quantity: z.number().min(-1e9).max(1e9),
  times: z.number().min(-1e6).max(1e6),
  norm: z.int().min(-1e12).max(1e12),
  basis: text(200).nullable(),
  source: z.enum(SOURCES),
  sourceDetail: text(200).nullable(),
  note: text(500).nullable(),
}
export type BudgetFields = z.output<z.ZodObject<typeof budgetFields>>

export const spendingFields = {
  amount: z.int().min(-1e13).max(1e13),
  spentOn: z.string().refine(isIsoDate, 'field.date'),
  note: text(500).nullable(),
  activityId: z.guid().nullable(),
}

export type Spending = {
  id: string
  amount: Dong
  spentOn: IsoDate
  note: string | null
  activityId: string | null
}

/** A line as it is kept; `bodyId` is the side that pays. */
export type BudgetLine = BudgetFields & {
  id: string
  bodyId: string
  position: number
  version: number
  spendings: Spending[]
}
