/** A count is told whole or not at all; a share is a percentage and has no sum. */
export type Outcome = { name: string; unit: string; measure: 'count' | 'share' }

/** What official reports tell of a commune and a year. Only totals: nothing here is about a person, a couple or a family. */
export const OUTCOMES = {
  'early-marriage': { name: 'Số cặp tảo hôn', unit: 'cặp', measure: 'count' },
  'kin-marriage': { name: 'Số cặp hôn nhân cận huyết thống', unit: 'cặp', measure: 'count' },
  'family-violence': { name: 'Số vụ bạo lực gia đình', unit: 'vụ', measure: 'count' },
  'school-leaving': { name: 'Số học sinh bỏ học', unit: 'em', measure: 'count' },
  'poor-households': { name: 'Số hộ nghèo', unit: 'hộ', measure: 'count' },
  'women-in-councils': { name: 'Tỷ lệ nữ đại biểu Hội đồng nhân dân xã', unit: '%', measure: 'share' },
  'health-insurance': { name: 'Tỷ lệ người dân có bảo hiểm y tế', unit: '%', measure: 'share' },
} as const satisfies Record<string, Outcome>

export type OutcomeKey = keyof typeof OUTCOMES
export const OUTCOME_KEYS = Object.keys(OUTCOMES) as OutcomeKey[]
export const outcomeOf = (key: OutcomeKey): Outcome => OUTCOMES[key]
