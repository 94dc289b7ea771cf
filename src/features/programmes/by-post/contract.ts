import { z } from 'zod'
import { type IsoDate, isIsoDate } from '../../../kernel/dates.ts'

const uuid = z.guid()
const plainText = (max: number) =>
  z
    .string()
    .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'field.empty').max(max, 'field.too-long'))

export const WAYS = ['online', 'by-post'] as const
export type Way = (typeof WAYS)[number]

export const PAPER_SUBJECTS = ['plan', 'package', 'review'] as const
export type PaperSubjectKind = (typeof PAPER_SUBJECTS)[number]
export type PaperSubject = { kind: PaperSubjectKind; id: string; programmeId: string }

/** What a paper says: agrees to the whole, returns it, proposes other lines, answers proposed lines, confirms the receipt. */
export type PaperActKind = 'agree' | 'return' | 'counter' | 'answer' | 'receive'

/** The number and date of a paper as printed: "12-CV/ĐUBĐ". */
export const paperNumber = plainText(60)
export const paperDay = z.string().refine(isIsoDate, 'field.date')
export const paperReason = plainText(2000)
export const contentDigest = z.string().regex(/^[0-9a-f]{64}$/)

/** A partner's paper as our clerk writes it down: on whose behalf, to which content, number, date and scan. */
export const paperFields = {
  actId: uuid,
  bodyId: uuid,
  digest: contentDigest,
  number: paperNumber,
  date: paperDay,
  fileId: uuid,
}
export type PaperFields = z.output<z.ZodObject<typeof paperFields>>

/** How a paper is named wherever what it says is shown. */
export type CitedPaper = { number: string; date: IsoDate }
