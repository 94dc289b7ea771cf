import type { Engine } from '../../src/engine/runner.ts'
import { OUTCOMES } from '../../src/features/outcomes/indicators.ts'
import { isoDate, yearOf } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { toldCount } from '../../src/kernel/suppress.ts'
import { insertRows, writeAsOwner } from '../insert-rows.ts'
import type { Random } from '../random.ts'
import type { Commune } from './places.ts'

type Wanted = {
  bodyId: string
  by: string
  programmeId: string
  communes: readonly Commune[]
  days: { from: string; to: string }
}

/** What official reports tell year by year of every commune: each count of an indicator as reported and as told, without a total. */
export async function insertOutcomes(engine: Engine, random: Random, wanted: Wanted): Promise<void> {
  const { bodyId: body_id, by: created_by, programmeId: programme_id, communes, days } = wanted
  const indicators = Object.entries(OUTCOMES).flatMap(([key, { measure }]) => (measure === 'count' ? [key] : []))
  const [first, last] = [yearOf(days.from), yearOf(days.to)]
  const years = Array.from({ length: last - first }, (_, at) => first + at)
  const reports = years.flatMap((year, nth) =>
    indicators.map((indicator, at) => ({
      id: newId(),
      body_id,
      programme_id,
      indicator,
      year,
      number: `${1 + nth * indicators.length + at}/BC-SYT`,
      issued_on: isoDate(year + 1, 1, 15),
      issuer: 'Sở Y tế',
      created_by,
      created_at: new Date(`${year + 1}-01-20T03:00:00Z`),
    })),
  )
  const counts = reports.flatMap(({ id: report_id }) =>
    communes.map(({ id: commune_id }) => ({ report_id, commune_id, body_id, value: random.below(40) })),
  )
  await writeAsOwner(engine, async tx => {
    await insertRows(tx, 'outcome_report', reports)
    await insertRows(tx, 'outcome_figure', counts)
    await insertRows(
      tx,
      'outcome_cell',
      counts.map(({ value, ...of }) => ({ ...of, programme_id, told: toldCount(value) })),
    )
  })
}
