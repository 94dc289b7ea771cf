import { BorderStyle, Paragraph, TextRun, WidthType } from 'docx'
import { points } from './measures.ts'

/** What differs from the style; `size` in half points. */
type Look = { bold?: boolean | undefined; italics?: boolean | undefined; size?: number }

/** Runs of a text; a line break in the text is one in the paper. */
export function runsOf(text: string, { bold, italics, size }: Look = {}): TextRun[] {
  const look = {
    ...(bold === undefined ? {} : { bold }),
    ...(italics === undefined ? {} : { italics }),
    ...(size === undefined ? {} : { size }),
  }
  return text.split('\n').map((line, nth) => new TextRun({ text: line, ...look, ...(nth > 0 ? { break: 1 } : {}) }))
}

/** A paragraph of a named style. */
export const line = (style: string, text: string, look: Look = {}): Paragraph =>
  new Paragraph({ style, children: runsOf(text, look) })

/** An empty line of the given height in points; tables need one after them. */
export const gap = (height: number, keepNext = false): Paragraph =>
  new Paragraph({ keepNext, spacing: { before: 0, after: 0, line: points(height), lineRule: 'exact' } })

/** A solid rule of the given width in the middle of a column, both in twips: the upper border of an all but empty paragraph. */
export function rule(width: number, column: number): Paragraph {
  const side = Math.max(0, Math.round((column - width) / 2))
  return new Paragraph({
    style: 'Banner',
    indent: { left: side, right: side },
    spacing: { before: 40, after: 0, line: 40, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 4, space: 1, color: '000000' } },
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** A table that only places things beside one another. */
export const unruled = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

/** A width in twips as tables want it: percentages go wrong in LibreOffice. */
export const dxa = (size: number) => ({ size, type: WidthType.DXA })
