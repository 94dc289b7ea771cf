type PairRow = { count: number | null; count_unit: string | null; reach: number | null; reach_unit: string | null }
export type CountPair = Record<'count' | 'reach', { value: number; unit: string } | null>

/** What was done and whom it reached, each with its unit, as answers hand it out: 2 lớp, 117 lượt người. */
export const countPairOf = (row: PairRow): CountPair => ({
  count: row.count === null ? null : { value: row.count, unit: row.count_unit! },
  reach: row.reach === null ? null : { value: row.reach, unit: row.reach_unit! },
})
