import type { IsoDate } from '../../kernel/dates.ts'

/** A workbook as plain data: what the writer draws. Sheets may hand out their rows one by one. */
export type Book = { sheets: Sheet[]; title: string; author: string }

export type Sheet = {
  /** Cut to what spreadsheets allow: 31 signs, none of []:*?/\. */
  name: string
  /** Widths in signs of the normal font. */
  columns: number[]
  rows: Iterable<Row>
  /** Rows from the top that stay in view when the rest is scrolled. */
  frozen?: number
  /** First and last row, from 1, that are printed again on every page. */
  repeat?: readonly [from: number, to: number]
  /** Printed on A4, as wide as the page. */
  landscape?: boolean
  /** Stands at the left in the foot of every printed page, the number of pages at the right. */
  foot?: string
}

/** `height` in points; where it is absent the row is as high as its text. */
export type Row = { cells: readonly (Cell | null)[]; height?: number }

export type Cell = {
  value: CellValue
  /** Reckoned by the program, `value` being what it gives: "SUM(G5:G9)". */
  formula?: string
  look?: Look
  /** Columns that the cell covers; the ones that follow need no cell. */
  across?: number
}

export type CellValue = string | number | { date: IsoDate } | null

export type Look = {
  bold?: boolean
  italic?: boolean
  /** Points; 12 where absent. */
  size?: number
  align?: 'left' | 'center' | 'right'
  middle?: boolean
  wrap?: boolean
  border?: boolean
  /** Grey ground of a head row. */
  shaded?: boolean
  /** 'whole' prints 12.500.000; a date prints as 21/11/2026 by itself. */
  format?: 'whole'
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The letters of a column counted from 0: 0 → "A", 27 → "AB". */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + SIGNS[column % 26]!

/** The column of a reference counted from 0: "AB12" → 27; null where it is none. */
export function columnOf(reference: string): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference)?.[1]
  return letters ? Array.from(letters).reduce((sum, letter) => sum * 26 + SIGNS.indexOf(letter) + 1, 0) - 1 : null
}

const DAY = 86_400_000
/** Day 0 by which the serial numbers from 1 March 1900 on are right; before lies a 29 February that never was. */
const EPOCH = Date.UTC(1899, 11, 30)
const FIRST_RIGHT = 61
/** Files of old Macintosh programs count from 1904. */
const LATER_BY = 1462

/** The serial number of a day; null before 1 March 1900, where spreadsheets reckon wrongly. */
export function serialOf(date: IsoDate): number | null {
  const serial = Math.round((Date.parse(`${date}T00:00:00Z`) - EPOCH) / DAY)
  return serial >= FIRST_RIGHT ? serial : null
}

/** The day of a serial number, its time of day left out; null where it is no day that spreadsheets know. */
export function dateOf(serial: number, from1904 = false): IsoDate | null {
  const day = Math.floor(serial) + (from1904 ? LATER_BY : 0)
  return day >= FIRST_RIGHT && day <= 2_958_465 ? new Date(EPOCH + day * DAY).toISOString().slice(0, 10) : null
}
