import { type IsoDate, isIsoDate, isoDate, yearOf } from './dates.ts'

const PARTS = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/

function fullYear(year: string | undefined, today: IsoDate): number {
  if (!year) return yearOf(today)
  return year.length === 2 ? 2000 + Number(year) : Number(year)
}

/** Reads a day as people type it: 21/11/2026, 5-1-2026, 21.11.26, 21112026, 2026-11-21, and 21/11 of the present year. Null where it is no day. */
export function parseDateText(text: string, today: IsoDate): IsoDate | null {
  const typed = text.trim()
  if (isIsoDate(typed)) return typed
  const found = PARTS.exec(typed) ?? DIGITS.exec(typed)
  if (!found) return null
  const date = isoDate(fullYear(found[3], today), Number(found[2]), Number(found[1]))
  return isIsoDate(date) ? date : null
}
