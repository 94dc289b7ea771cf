import type { ReadDb } from '../../engine/db/database.ts'
import { addDays, type IsoDate } from '../../kernel/dates.ts'
import { refuseIf } from '../../kernel/refusal.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import { workCalendar } from '../calendar/index.ts'
import { type Clock, clockFor, LAW_CLOCKS, OWN_BASIS, OWN_DAYS, termOf } from './clocks.ts'
import type { ClockLevel, Level, Origin, Term } from './contract.ts'
import { whyNotTerm } from './rules.ts'

/** Clocks run up to 400 days; the calendar is asked well behind that. */
const HORIZON = 800

/** The law's clocks with those that the province has set, every day of theirs. */
export async function allClocks(db: ReadDb): Promise<Clock[]> {
  const rows = await db.selectFrom('petition_clock').selectAll().orderBy('valid_from', 'desc').orderBy('id').execute()
  const own = rows.map(
    (row): Clock => ({
      id: row.id,
      origin: row.origin as Origin | null,
      level: row.level as ClockLevel,
      days: row.days,
      unit: row.unit as Clock['unit'],
      basis: row.basis,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    }),
  )
  return [...own, ...LAW_CLOCKS]
}

/** The term that a clock sets from a day on; null where none holds. */
export async function clockTerm(
  db: ReadDb,
  wanted: { origin: Origin; level: 'own' | Level; day: IsoDate },
): Promise<Term | null> {
  const clock = clockFor(wanted, await allClocks(db))
  return clock && termOf(clock, wanted.day, await workCalendar(db, wanted.day, addDays(wanted.day, HORIZON)))
}

/** The day that a body gives itself, or asks another for, where no clock holds. */
export async function ownTerm(db: ReadDb, state: keyof typeof OWN_DAYS, day: IsoDate): Promise<Term> {
  const calendar = await workCalendar(db, day, addDays(day, HORIZON))
  return { on: addWorkingDays(day, OWN_DAYS[state], calendar), basis: OWN_BASIS }
}

/** The day by which a petition of this origin is first acted on: by the clock that holds, else the body's own. */
export const termOfReceipt = async (db: ReadDb, origin: Origin, receivedOn: IsoDate): Promise<Term> =>
  (await clockTerm(db, { origin, level: 'own', day: receivedOn })) ?? (await ownTerm(db, 'received', receivedOn))

/** The clock's term; where none holds, what the officer has set with its ground. Refuses 'petitions.term-missing' where neither is there. */
export async function termFor(
  db: ReadDb,
  wanted: { origin: Origin; level: 'own' | Level; day: IsoDate },
  given: Term | undefined,
): Promise<Term> {
  const term = (await clockTerm(db, wanted)) ?? given ?? null
  refuseIf(whyNotTerm(term?.on ?? null, wanted.day))
  return term!
}
