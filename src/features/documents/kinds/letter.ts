import type { Annex, Block, Paper, Urgency } from '../contract.ts'
import { type Issue, paperOf } from './letterhead.ts'

export type Letter = {
  /** What it is about, without "V/v". */
  about: string
  addressees: string[]
  blocks: Block[]
  annexes?: Annex[]
  recipients?: string[]
  urgency?: Urgency | null
}

/** Công văn: no title, its matter under the number, "Như trên" first among those who get it (NĐ 30, Mẫu 1.5; HD 36, 1.9). */
export const letterPaper = (issue: Issue, { about, recipients = ['Lưu: VT'], ...letter }: Letter): Paper =>
  paperOf('letter', issue, { ...letter, subject: [about], recipients: ['Như trên', ...recipients] })
