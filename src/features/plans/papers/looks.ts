import type { Cell, Look, Row } from '../../../formats/xlsx/book.ts'

const body: Look = { border: true, wrap: true, middle: true }
/** How the cells of our tables look. */
export const LOOKS = {
  head: { ...body, bold: true, align: 'center', shaded: true },
  text: body,
  center: { ...body, align: 'center' },
  number: { ...body, align: 'right' },
  money: { ...body, align: 'right', format: 'whole' },
} satisfies Record<string, Look>

export const bold = (look: Look): Look => ({ ...look, bold: true })

/** A line over the whole width, without borders. */
export const wide = (value: string, across: number, look: Look, height?: number): Row => ({
  cells: [{ value, across, look: { wrap: true, middle: true, ...look } }],
  ...(height ? { height } : {}),
})

export const headRow = (titles: readonly string[]): Row => ({
  cells: titles.map((value): Cell => ({ value, look: LOOKS.head })),
  height: 36,
})

/** What programs take for the height of a merged cell, which they do not fit by themselves: signs a line × 16 points. */
export const heightFor = (text: string, signs: number): number => 16 * Math.max(1, Math.ceil(text.length / signs)) + 2
