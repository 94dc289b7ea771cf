import type { Block } from './contract.ts'

/** A paragraph of plain words. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })

/** Entries under a dash each, parted and ended as a list is. */
export const dashes = (entries: readonly string[]): Block[] =>
  entries.map((text, at) => ({
    kind: 'paragraph',
    level: 4,
    label: '-',
    runs: [{ text: `${text}${at === entries.length - 1 ? '.' : ';'}` }],
  }))

/** Words without the marks that end them, so that others can. */
export const unended = (text: string): string => text.replace(/[\s.;]+$/u, '')
