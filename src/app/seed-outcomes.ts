import type { Engine } from '../engine/runner.ts'
import { type IsoDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'
import type { Places } from './seed-places.ts'

type ReportSample = {
  indicator: string
  year: number
  number: string
  issuedOn: IsoDate
  clause?: string
  /** By the name of the commune. */
  figures: Record<string, number>
}

/** What fictional official reports say of the communes, as far as the year has come. */
export async function loadOutcomes(engine: Engine, people: People, places: Places, programmeId: string): Promise<void> {
  const today = vietnamDate(engine.now())
  const tuan = people.actors.get('tuan')!
  const issuer = 'Sở Dân tộc và Tôn giáo tỉnh Sơn Hà'
  for (const { figures: named, clause, ...report } of await readSample<ReportSample[]>('chi-so.json')) {
    if (report.issuedOn > today) continue
    const figures = Object.entries(named).map(([name, value]) => ({ communeId: places.get(name)!, value }))
    const serves = { programmeId, ...(clause && { clausePath: clause }) }
    const input = { reportId: newId(), ...serves, issuer, ...report, figures }
    await onDay(engine, today)(tuan, 'outcomes.record-report', input)
  }
}
