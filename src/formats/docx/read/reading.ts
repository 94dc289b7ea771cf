import { type Numbering, readNumbering } from './numbering.ts'
import type { DocxPackage } from './package.ts'
import { readStyles, type Styles } from './styles.ts'

/** What is carried along while a document is read from its first paragraph to its last. */
export type Reading = {
  styles: Styles
  numbering: Numbering
  /** Fields begun and not ended; a field goes over paragraphs. What stands before "separate" is its instruction. */
  fields: ('instruction' | 'result')[]
  /** Text of a paragraph whose mark was deleted in a tracked change: it goes on in the next one. */
  held: string
  /** Notes referred to, in order. */
  notes: { kind: 'footnote' | 'endnote'; id: string }[]
  /** Codes of what was odd. */
  odd: Set<string>
}

export const startReading = (parts: DocxPackage): Reading => {
  const styles = readStyles(parts.styles)
  const odd = new Set<string>(parts.macros ? ['macros'] : [])
  return { styles, numbering: readNumbering(parts.numbering, styles), fields: [], held: '', notes: [], odd }
}
