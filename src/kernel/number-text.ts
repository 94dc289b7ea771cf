const GROUPED = /^\d{1,3}(\.\d{3})+(,\d+)?$/
const PLAIN = /^\d+(,\d+)?$/

/** Reads a number as written in Vietnam: 1433, 1.433, 97,4, 12.500.000. Null where it is not one ("1.5", "12a"). */
export function parseNumberText(text: string): number | null {
  const bare = text.replace(/[\s\u00a0]/g, '')
  if (!GROUPED.test(bare) && !PLAIN.test(bare)) return null
  return Number(bare.replaceAll('.', '').replace(',', '.'))
}
