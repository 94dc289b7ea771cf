import type { ReadCell } from '../../../formats/xlsx/read.ts'
import { parseDateText } from '../../../kernel/date-text.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { parseNumberText } from '../../../kernel/number-text.ts'
import { tidy } from '../../../kernel/vietnamese.ts'

/** What a cell holds, or why it cannot be read: the name of a refusal "activities.bulk-…". */
export type Reading<Value> = { value: Value } | { wrong: 'number' | 'negative' | 'whole' | 'large' | 'date' | 'choice' | 'place' }

const MOST = 1e12
const MOST_MONEY = 1e14

export const text = (cell: ReadCell): string => {
  if (cell === null || typeof cell === 'boolean') return ''
  return typeof cell === 'object' ? cell.date : tidy(String(cell))
}

/** A count, or whole đồng. A minus is read as well, so that it is said what is wrong with it. */
export function readNumber(cell: ReadCell, money: boolean): Reading<number> {
  const [, minus = '', rest = ''] = /^([-−–]?)(.*)$/u.exec(text(cell))!
  const size = typeof cell === 'number' ? Math.abs(cell) : parseNumberText(rest)
  if (size === null) return { wrong: 'number' }
  if (size > 0 && (minus !== '' || (typeof cell === 'number' && cell < 0))) return { wrong: 'negative' }
  if (money && !Number.isInteger(size)) return { wrong: 'whole' }
  return size > (money ? MOST_MONEY : MOST) ? { wrong: 'large' } : { value: size }
}

export function readDay(cell: ReadCell, today: IsoDate): Reading<IsoDate> {
  const day = cell !== null && typeof cell === 'object' ? cell.date : parseDateText(text(cell), today)
  return day === null ? { wrong: 'date' } : { value: day }
}

/** "G5": a cell as a spreadsheet calls it; `column` counts from 0. */
export function cellName(column: number, line: number): string {
  const letters = (at: number): string => (at < 0 ? '' : letters(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26)))
  return `${letters(column)}${line}`
}
