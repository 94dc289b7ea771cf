import { z } from 'zod'
import { addDays, type IsoDate } from '../../kernel/dates.ts'

/** A letter is waited for so many days before a note urges its answer. */
export const URGE_AFTER_DAYS = 10
export const urgeOn = (sent: IsoDate): IsoDate => addDays(sent, URGE_AFTER_DAYS)

export const STEPS = ['whole', 'lines'] as const
/** What goes out: the content as a whole, or the lines proposed of a plan. */
export type Step = (typeof STEPS)[number]

/** A plan, a package or a review: one of them. */
export const oneSubject = z
  .strictObject({ planId: z.guid().optional(), packageId: z.guid().optional(), reviewId: z.guid().optional() })
  .refine(asked => Object.values(asked).filter(Boolean).length === 1, 'bad-input')

export const subjectFields = { kind: z.enum(['plan', 'package', 'review']), subjectId: z.guid() }
