import type { IsoDate } from '../../kernel/dates.ts'
import type { WhyNot } from '../../kernel/refusal.ts'

/** A letter bears a day that has come. */
export const whyNotDated = (date: IsoDate, today: IsoDate): WhyNot =>
  date > today ? { code: 'post.in-future', data: { date } } : null
