import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { addDays, type IsoDate, yearOf } from '../../kernel/dates.ts'
import type { Bounds } from '../../kernel/periods.ts'
import type { Duty, PackageState } from './contract.ts'
import { dutiesOf } from './duties.ts'
import { daysFor, informingProgrammes } from './load-duties.ts'
import { cellOf, type PackageFacts, standingByDuty } from './matrix.ts'

/** A duty to inform that was not met, or only after its day. */
export type UnmetDuty = Duty & { standing: 'missing' | 'late'; sentOn: IsoDate | null }

/** Of duties that fall due in a stretch of time those for which nothing came, or came late: what was sent back is as if nothing came. */
export function unmetOf(duties: readonly Duty[], packages: readonly PackageFacts[], { from, to }: Bounds): UnmetDuty[] {
  const standing = standingByDuty(packages)
  return duties
    .filter(duty => from <= duty.dueOn && duty.dueOn <= to)
    .flatMap((duty): UnmetDuty[] => {
      const { state, sentLate, sentOn } = cellOf(duty, standing.get(duty.key), addDays(to, 1))
      if (state === 'missing' || state === 'returned') return [{ ...duty, standing: 'missing', sentOn: null }]
      return sentLate ? [{ ...duty, standing: 'late', sentOn }] : []
    })
}

/** What of a programme's duties was not met in a stretch of time, the same for every party. */
export async function unmetDuties(db: ReadDb, programmeId: string, bounds: Bounds): Promise<UnmetDuty[]> {
  const [programme] = await informingProgrammes(db, programmeId)
  if (!programme) return []
  // What closes a year falls due in the next, and an occasion may lie before the year whose period it closes.
  const [first, last] = [yearOf(bounds.from) - 1, yearOf(bounds.to) + 1]
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const days = await daysFor(db, years)
  const duties = years.flatMap(year => dutiesOf(programme, programme.commitments, programme.parties, year, days))
  return unmetOf(duties, await toldPackages(db, programmeId), bounds)
}

/** A package is read by the two it is between; that it was sent, and when, is told to every party. */
async function toldPackages(db: ReadDb, programmeId: string): Promise<PackageFacts[]> {
  type Row = { id: string; duty_key: string; state: PackageState; sent_on: IsoDate | null; received_on: IsoDate | null }
  const { rows } = await sql<Row>`SELECT * FROM told_packages(${programmeId}::uuid)`.execute(db)
  return rows.map(row => ({
    id: row.id,
    dutyKey: row.duty_key,
    state: row.state,
    sentOn: row.sent_on,
    receivedOn: row.received_on,
  }))
}
