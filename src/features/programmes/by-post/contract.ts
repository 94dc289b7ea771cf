import { z } from 'zod'
import type { CommandContext } from '../../../engine/command.ts'
import type { ReadDb } from '../../../engine/db/database.ts'
import { type IsoDate, isIsoDate } from '../../../kernel/dates.ts'
import type { Block } from '../../documents/index.ts'

const uuid = z.guid()
const plainText = (max: number) =>
  z
    .string()
    .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'field.empty').max(max, 'field.too-long'))

export const WAYS = ['online', 'by-post'] as const
export type Way = (typeof WAYS)[number]

export const PAPER_SUBJECTS = ['plan', 'package', 'review', 'amendment', 'indicator', 'meeting', 'request', 'own-kind'] as const
export type PaperSubjectKind = (typeof PAPER_SUBJECTS)[number]
export type PaperSubject = { kind: PaperSubjectKind; id: string; programmeId: string }

/** What a paper says: agrees to the whole, returns it, proposes other lines, answers proposed lines, confirms the receipt; or tells what its body owes to tell. */
export type PaperActKind = 'agree' | 'return' | 'counter' | 'answer' | 'receive' | 'inform'

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

/** What can be sent to a body now, by its digest: the content as a whole, and the lines proposed of a plan; null where there is none. */
export type Sendable = { whole: string | null; lines: string | null }

export type OnPaper = { bodyId: string; paperActId: string }

/** What a feature gives of its own so that a party by post takes part in it. `Act` is a recorded paper. */
export type PostalWork<Act> = {
  /** Within rights; refuses 'not-found'. */
  find: (db: ReadDb, id: string) => Promise<{ programmeId: string; outgoing: (bodyId: string) => Promise<Sendable> }>
  /** What goes behind the letter, where it is no paper of its own. */
  annex?: (db: ReadDb, id: string) => Promise<{ title: string; blocks: Block[] }>
  /** Agrees for a body to exactly what was sent, by its recorded paper; null where nothing is agreed to (a package is received). */
  agree:
    | ((context: CommandContext, sent: { id: string; digest: string }, onPaper: OnPaper) => Promise<{ complete: boolean }>)
    | null
  /** Takes down what hung on a paper that was contested or withdrawn; the paper and what became of it stay in the history. */
  suspend: (context: CommandContext, act: Act) => Promise<void>
}

/** How a paper is named wherever what it says is shown. */
export type CitedPaper = { number: string; date: IsoDate }
