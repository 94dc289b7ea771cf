import { z } from 'zod'
import { addDays, type IsoDate } from '../../kernel/dates.ts'
import { PAPER_SUBJECTS, type PaperSubjectKind } from '../programmes/index.ts'

/** A letter is waited for so many days before a note urges its answer. */
export const URGE_AFTER_DAYS = 10
export const urgeOn = (sent: IsoDate): IsoDate => addDays(sent, URGE_AFTER_DAYS)

export const STEPS = ['whole', 'lines'] as const
/** What goes out: the content as a whole, or the lines proposed of a plan. */
export type Step = (typeof STEPS)[number]

const uuid = z.guid().optional()

/** Whatever goes by post: one of them. */
export const oneSubject = z
  .strictObject({
    planId: uuid,
    packageId: uuid,
    reviewId: uuid,
    amendmentId: uuid,
    indicatorId: uuid,
    meetingId: uuid,
    requestId: uuid,
    'own-kindId': uuid,
  })
  .refine(asked => Object.values(asked).filter(Boolean).length === 1, 'bad-input')

/** What was asked for by which of its ids. */
export function namedSubject(asked: z.output<typeof oneSubject>): { kind: PaperSubjectKind; subjectId: string } {
  const kind = PAPER_SUBJECTS.find(one => asked[`${one}Id`] !== undefined)!
  return { kind, subjectId: asked[`${kind}Id`]! }
}

export const subjectFields = { kind: z.enum(PAPER_SUBJECTS), subjectId: z.guid() }
