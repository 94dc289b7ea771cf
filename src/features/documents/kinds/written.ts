import { paragraph } from '../blocks.ts'
import type { Paper, PaperTable } from '../contract.ts'
import { annexLabel, outlineBlocks, type Section } from '../outline.ts'
import { type Issue, type PaperType, paperOf, profileOf } from './letterhead.ts'

/** An annex without its label, which follows from its place among the others. */
export type WrittenAnnex = { title: string; table: PaperTable; landscape: boolean }

/** A paper that is written in sections: programme, plan, review, memorandum, agreement. */
export type Written = {
  subject: string[]
  bases?: string[]
  /** Sentences before the first section. */
  opening?: string[]
  sections: readonly Section[]
  /** Sentences after the last section. */
  ending?: string[]
  recipients: string[]
  addressees?: string[]
  annexes?: readonly WrittenAnnex[]
}

/** The paper with its sections, clauses and annexes numbered as its form wants. */
export function writtenPaper(type: PaperType, issue: Issue, written: Written): Paper {
  const { subject, bases = [], opening = [], sections, ending = [], recipients, addressees = [], annexes = [] } = written
  const profile = profileOf(issue)
  return paperOf(type, issue, {
    subject,
    bases,
    addressees,
    blocks: [...opening.map(paragraph), ...outlineBlocks(profile, sections), ...ending.map(paragraph)],
    recipients,
    annexes: annexes.map(({ title, table, landscape }, at) => ({
      label: annexLabel(profile, at + 1, annexes.length),
      title,
      landscape,
      blocks: [{ kind: 'table', table }],
    })),
  })
}
