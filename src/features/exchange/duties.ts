import { addDays, type IsoDate, isoDate } from '../../kernel/dates.ts'
import { DUE_AFTER } from '../../kernel/periods.ts'
import { addWorkingDays, type WorkCalendar } from '../../kernel/working-days.ts'
import type { Schedule } from '../programmes/index.ts'
import type { Duty } from './contract.ts'
import { type Feast, occasionDay, occasionName, type Period, periodsOf, type Reporting } from './periods.ts'

export type DutyProgramme = Reporting & { periodFrom: number; periodTo: number; effectiveFrom: IsoDate; dueAfter?: number }
/** A commitment with the topic 'information'. Without a lead among the parties every party owes it. */
export type InformingCommitment = {
  id: string
  clausePath: string
  leadBodies: readonly string[]
  schedules: readonly Schedule[]
  /** Days by which an amendment began and ended it, both within; null where none did. */
  validFrom?: IsoDate | null
  validTo?: IsoDate | null
}
/** Feasts of the year and of the one before it. */
export type Days = { work: WorkCalendar; feasts: readonly Feast[] }

/** A period with the days that follow from it. */
type Slot = Period & { kind: Duty['kind']; cutoff: IsoDate; dueOn: IsoDate }

/**
 * Who owes what to whom in a year, by due date: each lead informs every other party, so that where both lead each informs the other.
 * Nothing is owed for a year outside the programme, nor for a period that was closed before the programme took effect.
 * With `body` only what it owes or is owed.
 */
export function dutiesOf(
  programme: DutyProgramme,
  commitments: readonly InformingCommitment[],
  parties: readonly string[],
  year: number,
  days: Days,
  body?: string,
): Duty[] {
  if (year < programme.periodFrom || year > programme.periodTo) return []
  const slots = slotsByRhythm(programme, year, days)
  const duties = commitments.flatMap(commitment => {
    const owed = tellingSchedules(commitment.schedules)
      .flatMap(slots)
      .filter(slot => isInForce(commitment, slot))
    const leads = commitment.leadBodies.filter(lead => parties.includes(lead))
    const pairs = pairsOf(leads.length > 0 ? leads : parties, parties, body)
    return once(owed).flatMap(slot => pairs.map(pair => dutyOf(commitment, slot, pair, year)))
  })
  return duties.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** What is owed for a period is owed by the commitment that is in force when its figures are closed. */
const isInForce = ({ validFrom, validTo }: InformingCommitment, { cutoff }: Slot): boolean =>
  (!validFrom || validFrom <= cutoff) && (!validTo || cutoff <= validTo)

/** Each lead with each other party; of `body` alone where it is told. */
function pairsOf(leads: readonly string[], parties: readonly string[], body?: string): { from: string; to: string }[] {
  const told = (from: string) => (body === undefined || from === body ? parties : parties.filter(to => to === body))
  return leads.flatMap(from => told(from).flatMap(to => (to === from ? [] : { from, to })))
}

function dutyOf(
  { id, clausePath }: InformingCommitment,
  { code, label, kind, from, to, cutoff, dueOn }: Slot,
  pair: { from: string; to: string },
  year: number,
): Duty {
  const periodKey = `${year}-${code}`
  const key = `${id}.${periodKey}.${pair.from}.${pair.to}`
  return { key, commitmentId: id, clausePath, ...pair, kind, periodKey, label, periodFrom: from, periodTo: to, cutoff, dueOn }
}

/** "ngày 18/11 hằng năm": the day says all that "hằng năm" would. */
function tellingSchedules(schedules: readonly Schedule[]): readonly Schedule[] {
  const onDays = schedules.some(schedule => schedule.kind === 'occasion' && schedule.days.length > 0)
  const yearly = (schedule: Schedule) => schedule.kind === 'every' && schedule.unit === 'year' && schedule.count === 1
  return onDays ? schedules.filter(schedule => !yearly(schedule)) : schedules
}

const once = (slots: readonly Slot[]): Slot[] => [...new Map(slots.map(slot => [slot.code, slot])).values()]

/** The slots of a schedule, each rhythm reckoned once however many commitments share it. */
function slotsByRhythm(programme: DutyProgramme, year: number, days: Days): (schedule: Schedule) => Slot[] {
  const known = new Map<string, Slot[]>()
  return schedule => {
    if (schedule.kind !== 'every' && schedule.kind !== 'occasion') return []
    const key = JSON.stringify(schedule)
    const found = known.get(key) ?? placed(schedule, programme, year, days).filter(slot => slot.cutoff >= programme.effectiveFrom)
    known.set(key, found)
    return found
  }
}

type Placeable = Extract<Schedule, { kind: 'every' | 'occasion' }>

function placed(schedule: Placeable, programme: DutyProgramme, year: number, days: Days): Slot[] {
  const { dueAfter = DUE_AFTER } = programme
  if (schedule.kind === 'occasion') return schedule.days.flatMap(day => occasionSlot(day, year, { ...days, dueAfter }) ?? [])
  const { count, unit } = schedule
  if (unit === 'week') return []
  return periodsOf({ count, unit }, year, programme).map(period => ({
    ...period,
    kind: 'periodic',
    cutoff: period.to,
    dueOn: addWorkingDays(period.to, dueAfter, days.work),
  }))
}

/** Due on the occasion or the working day before it; tells what was done since the same occasion a year ago. */
function occasionSlot(day: string, year: number, { dueAfter, ...days }: Days & { dueAfter: number }): Slot | null {
  const on = occasionDay(day, year, days.feasts)
  if (!on) return null
  const cutoffBefore = (held: IsoDate) => addWorkingDays(lastWorkingDay(held, days.work), -dueAfter, days.work)
  const cutoff = cutoffBefore(on)
  const before = occasionDay(day, year - 1, days.feasts) ?? isoDate(year - 1, Number(on.slice(5, 7)), Number(on.slice(8, 10)))
  const from = addDays(cutoffBefore(before), 1)
  return { ...occasionName(day, year), kind: 'occasion', from, to: cutoff, cutoff, dueOn: lastWorkingDay(on, days.work) }
}

const lastWorkingDay = (day: IsoDate, work: WorkCalendar): IsoDate => addWorkingDays(addDays(day, 1), -1, work)
