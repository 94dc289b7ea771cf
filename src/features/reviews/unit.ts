import { tidy } from '../../kernel/vietnamese.ts'

const ordered = new Map<string, string>()
/** Few units are met, each in thousands of records: every one is put in order once. */
const MOST_UNITS = 2000

/** "Lớp" and "lớp " are one unit. */
export function unitOf(unit: string | null): string | null {
  if (unit === null) return null
  const known = ordered.get(unit)
  if (known !== undefined) return known
  if (ordered.size >= MOST_UNITS) ordered.clear()
  const plain = tidy(unit).toLocaleLowerCase('vi')
  ordered.set(unit, plain)
  return plain
}
