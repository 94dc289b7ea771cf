import type { Cell, Look, Row } from '../../../formats/xlsx/book.ts'

const body: Look = { border: true, wrap: true, middle: true }
/** How the cells of our tables look. */
export const LOOKS = {
  head: { ...body, bold: true, align: 'center', shaded: true },
  text: body,
  center: { ...body, align: 'center' },
  number: { border: true, middle: true, align: 'right' },
  money: { border: true, middle: true, align: 'right', format: 'whole' },
} satisfies Record<string, Look>

export const bold = (look: Look): Look => ({ ...look, bold: true })

/** A line over the whole width, without borders. */
export const wide = (value: string, across: number, look: Look): Row => ({
  cells: [{ value, across, look: { wrap: true, middle: true, ...look } }],
})

export const headRow = (titles: readonly string[]): Row => ({
  cells: titles.map((value): Cell => ({ value, look: LOOKS.head })),
})
