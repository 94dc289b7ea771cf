import { z } from 'zod'
import type { WhyNot } from '../../kernel/refusal.ts'
import { suppress } from '../../kernel/suppress.ts'

/** The peoples of Vietnam by their official names (Quyết định 121-TCTK/PPCĐ năm 1979). */
const PEOPLES =
  'Kinh|Tày|Thái|Mường|Khmer|Hoa|Nùng|Mông|Dao|Gia Rai|Ê Đê|Ba Na|Xơ Đăng|Sán Chay|Cơ Ho|Chăm|Sán Dìu|Hrê|Ra Glai|Mnông|Xtiêng|Bru-Vân Kiều|Thổ|Khơ Mú|Cơ Tu|Giáy|Giẻ-Triêng|Tà Ôi|Mạ|Co|Chơ Ro|Xinh Mun|Hà Nhì|Chu Ru|Lào|Kháng|La Chí|Phù Lá|La Hủ|La Ha|Pà Thẻn|Chứt|Lự|Lô Lô|Mảng|Cờ Lao|Bố Y|Cống|Ngái|Si La|Pu Péo|Rơ Măm|Brâu|Ơ Đu'.split(
    '|',
  )

/** How the people reached by an activity may be split, as counts and never by person: closed lists. */
export const DIMENSIONS = {
  sex: ['Nam', 'Nữ'],
  age: ['Dưới 16 tuổi', '16 - 30 tuổi', '31 - 60 tuổi', 'Trên 60 tuổi'],
  people: [...PEOPLES, 'Khác'],
} as const
export type Dimension = keyof typeof DIMENSIONS
export const DIMENSION_KEYS = Object.keys(DIMENSIONS) as [Dimension, ...Dimension[]]

export const breakdownRow = z.strictObject({
  dimension: z.enum(DIMENSION_KEYS),
  label: z.string().max(40),
  count: z.int().min(0).max(1e9),
})
export type BreakdownRow = z.output<typeof breakdownRow>

/** Labels stand in the list, each once; a split is of the number reached and never above it. */
export function whyNotBreakdown(rows: readonly BreakdownRow[], reached: number | null): WhyNot {
  if (rows.length === 0) return null
  if (reached === null) return { code: 'activities.split-of-nothing' }
  if (rows.some(row => !(DIMENSIONS[row.dimension] as readonly string[]).includes(row.label)))
    return { code: 'activities.unknown-split' }
  if (new Set(rows.map(row => `${row.dimension} ${row.label}`)).size < rows.length) return { code: 'activities.split-twice' }
  const above = DIMENSION_KEYS.some(
    dimension => rows.filter(row => row.dimension === dimension).reduce((sum, row) => sum + row.count, 0) > reached,
  )
  return above ? { code: 'activities.split-above', data: { reached } } : null
}

/**
 * What of a split is told to those who did not record it: no count under 5, and none that gives one away, those that the whole number
 * leaves over among them; `few` says that some are kept back.
 */
export function toldBreakdown(rows: readonly BreakdownRow[], reach: number | null): { breakdown: BreakdownRow[]; few: boolean } {
  const breakdown = [...Map.groupBy(rows, row => row.dimension).values()].flatMap(groups => {
    const left = (reach ?? 0) - groups.reduce((sum, row) => sum + row.count, 0)
    const counts = [...groups.map(row => ({ row, count: row.count })), ...(left > 0 ? [{ row: null, count: left }] : [])]
    const { rows: judged, totalHidden } = suppress(counts, one => [one.count])
    return totalHidden ? [] : judged.flatMap(one => (one.hidden || !one.row.row ? [] : [one.row.row]))
  })
  return { breakdown, few: breakdown.length < rows.length }
}
