import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'

let year = 2000

/** A report of a year of its own, on two communes; each value is told unless it is small. */
export const outcomeInput = (
  programmeId: string,
  communes: readonly (readonly [communeId: string, value: number])[],
  change: { [key: string]: Json } = {},
) => {
  year = year >= 2024 ? 2001 : year + 1
  const figures = communes.map(([communeId, value]) => ({ communeId, value }))
  const source = { number: '12/BC-UBND', issuedOn: '2026-01-12', issuer: 'Ủy ban nhân dân tỉnh' }
  return { reportId: newId(), programmeId, indicator: 'early-marriage', year, ...source, figures, ...change }
}
