import { addDays, type IsoDate } from '../../kernel/dates.ts'
import type { SupervisionForm, SupervisionState, Term } from './contract.ts'

/**
 * A dated row: within how many days the next step is taken. `counts`: from the day of the last step, or to or from the days of the
 * visits. Negative days lie before that day.
 */
export type Clock = {
  /** Null of a row of the law. */
  id: string | null
  state: SupervisionState
  form: SupervisionForm | null
  counts: 'step' | 'start' | 'end'
  days: number
  basis: string
  validFrom: IsoDate | null
  validTo: IsoDate | null
}

const OPEN = { id: null, validFrom: null, validTo: null }
const LAW_2022 = { id: null, validFrom: '2023-07-01', validTo: null }
const NQLT = 'Nghị quyết liên tịch 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN'

export const LAW_CLOCKS: readonly Clock[] = [
  {
    state: 'planned',
    form: 'board',
    counts: 'start',
    days: -45,
    basis: 'Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15, Điều 45 khoản 1: gửi kế hoạch cho chủ đầu tư trước 45 ngày',
    ...LAW_2022,
  },
  {
    state: 'planned',
    form: 'team',
    counts: 'start',
    days: -15,
    basis: `${NQLT}: gửi kế hoạch và quyết định trước 15 ngày`,
    id: null,
    validFrom: '2017-06-15',
    validTo: null,
  },
  {
    state: 'notified',
    form: 'team',
    counts: 'start',
    days: -7,
    basis: `${NQLT}: nơi được giám sát gửi báo cáo trước 7 ngày`,
    id: null,
    validFrom: '2017-06-15',
    validTo: null,
  },
  {
    state: 'visiting',
    form: 'team',
    counts: 'end',
    days: 15,
    basis: `${NQLT}: báo cáo kết quả trong 15 ngày`,
    id: null,
    validFrom: '2017-06-15',
    validTo: null,
  },
  {
    state: 'sent',
    form: 'board',
    counts: 'step',
    days: 15,
    basis: 'Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15, Điều 45 khoản 2: trả lời trong 15 ngày',
    ...LAW_2022,
  },
]

const OWN = 'Hạn do cơ quan tự đặt'
/** Days that a body gives itself where no clock of the law holds. */
const OWN_CLOCKS: readonly Clock[] = [
  { state: 'planned', form: null, counts: 'start', days: -7, basis: OWN, ...OPEN },
  { state: 'notified', form: null, counts: 'start', days: 0, basis: 'Ngày bắt đầu theo kế hoạch', ...OPEN },
  { state: 'visiting', form: null, counts: 'end', days: 10, basis: OWN, ...OPEN },
  { state: 'findings', form: null, counts: 'step', days: 10, basis: OWN, ...OPEN },
  { state: 'recommended', form: null, counts: 'step', days: 5, basis: OWN, ...OPEN },
  { state: 'confirmed-by-front', form: null, counts: 'step', days: 5, basis: OWN, ...OPEN },
  { state: 'sent', form: null, counts: 'step', days: 30, basis: OWN, ...OPEN },
  { state: 'answered', form: null, counts: 'step', days: 30, basis: OWN, ...OPEN },
  { state: 'repaired', form: null, counts: 'step', days: 30, basis: OWN, ...OPEN },
  { state: 'explained', form: null, counts: 'step', days: 30, basis: OWN, ...OPEN },
  { state: 'seen-again', form: null, counts: 'step', days: 10, basis: OWN, ...OPEN },
]

type Run = { form: SupervisionForm; startsOn: IsoDate; endsOn: IsoDate }

const holdsOn = ({ validFrom, validTo }: Clock, day: IsoDate): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)

/** The clock of a state on a day: the province's before the law's, one for the very form before a general one; null where none holds. */
export function clockFor(state: SupervisionState, form: SupervisionForm, onDay: IsoDate, set: readonly Clock[]): Clock | null {
  const weight = (clock: Clock) => (clock.id ? 2 : 0) + (clock.form === null ? 0 : 1)
  return (
    [...set, ...LAW_CLOCKS]
      .filter(clock => clock.state === state && (clock.form === null || clock.form === form) && holdsOn(clock, onDay))
      .toSorted((a, b) => weight(b) - weight(a))[0] ?? null
  )
}

/** By when the next step is taken, and what that rests on; null once closed. `set` are the rows of the province. */
export function termOf(
  state: SupervisionState,
  { form, startsOn, endsOn }: Run,
  stepDay: IsoDate,
  set: readonly Clock[],
): Term | null {
  const clock = clockFor(state, form, stepDay, set) ?? OWN_CLOCKS.find(one => one.state === state)
  if (!clock) return null
  const from = { step: stepDay, start: startsOn, end: endsOn }[clock.counts]
  return { on: addDays(from, clock.days), basis: clock.basis }
}
