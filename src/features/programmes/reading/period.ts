import type { ImportResult } from './result.ts'

const RANGE = /(?<![\d/])(20\d{2})\s*(?:[-–]|đến(?: hết)?(?: năm)?)\s*(20\d{2})(?!\d)/gu
const YEAR = /(?<![\p{L}])năm\s+(20\d{2})(?!\d)/giu

/**
 * The years that the programme covers: told by a title, else by the last sentence before the clauses, else by a clause.
 * One year alone counts in a title or in the sentence that says what is agreed.
 */
export const findPeriod = (
  titles: readonly string[],
  opening: readonly string[],
  clauses: readonly string[],
  date: string | null,
): ImportResult['period'] => {
  const agreed = opening.filter(text => /như sau|thống nhất|kế hoạch phối hợp/iu.test(text)).toReversed()
  for (const text of [...titles, ...agreed]) {
    const found = lastRange(text) ?? untilYear(text, date) ?? lastYear(text)
    if (found) return found
  }
  return [...opening.toReversed(), ...clauses].map(lastRange).find(Boolean) ?? null
}

const lastRange = (text: string): ImportResult['period'] => {
  const years = [...text.matchAll(RANGE)].map(match => ({ from: Number(match[1]), to: Number(match[2]) }))
  return years.filter(({ from, to }) => from <= to).at(-1) ?? null
}

const UNTIL = /(?<![\p{L}])(?:đến(?: hết)?|định hướng|tầm nhìn)\s+(?:đến\s+)?năm\s+(20\d{2})(?!\d)/giu

/** "… đến năm 2030": from the year of the document, where that is known. */
const untilYear = (text: string, date: string | null): ImportResult['period'] => {
  const to = Number([...text.matchAll(UNTIL)][0]?.[1] ?? 0)
  const from = Number(date?.slice(0, 4) ?? 0)
  return from && to >= from ? { from, to } : null
}

const lastYear = (text: string): ImportResult['period'] => {
  const found = [...text.replace(UNTIL, ' ').matchAll(YEAR)]
    .filter(match => !/tháng\s+\d{1,2},?\s*$/u.test(text.slice(0, match.index)))
    .at(-1)
  return found ? { from: Number(found[1]), to: Number(found[1]) } : null
}
