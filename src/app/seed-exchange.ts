import { type Engine, runQuery } from '../engine/runner.ts'
import type { IsoDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'

type SamplePackage = {
  by: string
  leader: string
  clause: string
  period: string
  note: string
  preparedOn: IsoDate
  sentOn?: IsoDate
  received?: { by: string; on: IsoDate }
  returned?: { by: string; on: IsoDate; reason: string }
}
type Matrix = { rows: { from: string; clausePath: string; cells: Record<string, { dutyKey: string }> }[] }

/** What the two sides have told each other so far this year: some in time, one late, one returned, one in preparation. */
export async function loadExchange(engine: Engine, people: People, programmeId: string): Promise<void> {
  const { year, packages } = await readSample<{ year: number; packages: SamplePackage[] }>('trao-doi.json')
  const now = engine.now()
  for (const sample of packages.filter(one => new Date(`${one.preparedOn}T09:00:00Z`) <= now))
    await loadPackage(engine, people, { programmeId, year }, sample)
}

async function loadPackage(
  engine: Engine,
  people: People,
  at: { programmeId: string; year: number },
  { by, leader, clause, period, note, preparedOn, sentOn, received, returned }: SamplePackage,
): Promise<void> {
  const who = (username: string) => people.actors.get(username)!
  const { rows } = (await runQuery(engine, who(by), 'exchange.matrix', at)) as Matrix
  const dutyKey = rows.find(row => row.from === who(by).bodyId && row.clausePath === clause)?.cells[`${at.year}-${period}`]
    ?.dutyKey
  if (!dutyKey) throw new Error(`samples/trao-doi.json names a period that nobody owes: ${clause} ${period}`)
  const packageId = newId()
  const on = (day: IsoDate) => onDay(engine, day)
  await on(preparedOn)(who(by), 'exchange.assemble-package', { packageId, dutyKey, note, ...at })
  if (!sentOn || sentOn > engine.now().toISOString().slice(0, 10)) return
  const { digest } = (await runQuery(engine, who(leader), 'exchange.package', { packageId })) as { digest: string }
  await on(sentOn)(who(leader), 'exchange.send-package', { packageId, version: 1, digest })
  if (received) await on(received.on)(who(received.by), 'exchange.receive-package', { packageId, version: 2 })
  if (returned) {
    const { by: clerk, on: day, reason } = returned
    await on(day)(who(clerk), 'exchange.return-package', { packageId, version: 2, reason })
  }
}
