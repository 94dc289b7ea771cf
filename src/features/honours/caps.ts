import type { IsoDate } from '../../kernel/dates.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { Decider, Nature } from './contract.ts'

/** The Front has a scale of its own; every other body gives by that of the State. */
export type Scale = 'state' | 'front'
export type Level = 'central' | 'province' | 'district' | 'commune'
type Dated = {
  basis: string /** First and last day; null where it is not bounded. */
  validFrom: IsoDate | null
  validTo: IsoDate | null
}

/** The most that is given: how many times and how much in a year, how much at a time. Null where the law sets none. */
export type Cap = Dated & {
  scale: Scale
  /** Null for every level. */
  level: Level | null
  /** Reckoned together. */
  natures: readonly Nature[]
  times: number | null
  perTime: number | null
  perYear: number | null
}

const QD12 = 'Quyết định 12/2018/QĐ-TTg, Điều 5'
const QD28 = 'Quyết định 12/2018/QĐ-TTg, Điều 5, sửa đổi bởi Quyết định 28/2023/QĐ-TTg'
const QD04 = 'Quyết định 04/2024/QĐ-TTg'
const ALWAYS = { validFrom: null, validTo: null }
/** There are no districts after this day. */
const DISTRICT = { validFrom: null, validTo: '2025-06-30' }

const state = (level: Level | null, natures: readonly Nature[], most: Partial<Cap>, dated: Dated): Cap => ({
  scale: 'state',
  level,
  natures,
  times: null,
  perTime: null,
  perYear: null,
  ...most,
  ...dated,
})
const front = (natures: readonly Nature[], most: Partial<Cap>): Cap => ({
  ...state(null, natures, most, { basis: QD04, validFrom: '2024-05-15', validTo: null }),
  scale: 'front',
})

/** The ceilings of the law. The first day of QĐ 12/2018 is not recorded here: its rows are unbounded. */
export const LAW_CAPS: readonly Cap[] = [
  state(null, ['festival'], { times: 2, perTime: 500_000 }, { basis: QD12, ...ALWAYS }),
  state('central', ['sickness'], { times: 1, perTime: 3_000_000 }, { basis: QD12, ...ALWAYS }),
  state('province', ['sickness'], { times: 1, perTime: 1_500_000 }, { basis: QD12, ...ALWAYS }),
  state('district', ['sickness'], { times: 1, perTime: 800_000 }, { basis: QD12, ...DISTRICT }),
  state('commune', ['sickness'], { times: 1, perTime: 500_000 }, { basis: QD28, validFrom: '2024-01-15', validTo: null }),
  state('central', ['hardship'], { perYear: 2_000_000 }, { basis: QD12, ...ALWAYS }),
  state('province', ['hardship'], { perYear: 1_000_000 }, { basis: QD12, ...ALWAYS }),
  state('district', ['hardship'], { perYear: 500_000 }, { basis: QD12, ...DISTRICT }),
  state('central', ['condolence'], { perTime: 2_000_000 }, { basis: QD12, ...ALWAYS }),
  state('province', ['condolence'], { perTime: 1_000_000 }, { basis: QD12, ...ALWAYS }),
  state('district', ['condolence'], { perTime: 500_000 }, { basis: QD12, ...DISTRICT }),
  state(null, ['delegation'], { perTime: 500_000 }, { basis: QD12, ...ALWAYS }),
  front(['festival'], { perTime: 1_000_000, perYear: 3_000_000 }),
  front(['sickness', 'hardship'], { perYear: 5_000_000 }),
  front(['condolence'], { perTime: 4_000_000 }),
]

const holdsOn = ({ validFrom, validTo }: Dated, on: IsoDate): boolean =>
  (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo)

/** The ceiling of a giver for a nature on a day; null where the law sets none. */
export function capFor(giver: { kind: string; level: string | null }, nature: Nature, on: IsoDate): Cap | null {
  const scale: Scale = giver.kind === 'front' ? 'front' : 'state'
  const fits = (cap: Cap) =>
    cap.scale === scale && (cap.level === null || cap.level === giver.level) && cap.natures.includes(nature) && holdsOn(cap, on)
  return LAW_CAPS.find(fits) ?? null
}

/** What stands against one more benefit beside those given in the year that the ceiling reckons together with it. */
export function overCap(cap: Cap | null, given: readonly number[], amount: number): WhyNot {
  if (!cap) return null
  const { basis, times, perTime, perYear } = cap
  if (times !== null && given.length + 1 > times) return { code: 'honours.over-times', data: { most: times, basis } }
  if (perTime !== null && amount > perTime) return { code: 'honours.over-amount', data: { most: perTime, basis } }
  const sum = given.reduce((all, one) => all + one, amount)
  return perYear !== null && sum > perYear ? { code: 'honours.over-year', data: { most: perYear, sum, basis } } : null
}

/** Who decides on a recognition, by the day of the decision. */
export const DECIDING: readonly (Dated & { decider: Decider })[] = [
  { decider: 'province', basis: 'Quyết định 12/2018/QĐ-TTg', validFrom: null, validTo: '2024-01-14' },
  { decider: 'district', basis: 'Quyết định 28/2023/QĐ-TTg', validFrom: '2024-01-15', validTo: '2025-06-30' },
  { decider: 'commune', basis: 'Nghị định 124/2025/NĐ-CP', validFrom: '2025-07-01', validTo: null },
]
export const deciderOn = (on: IsoDate) => DECIDING.find(row => holdsOn(row, on))!
