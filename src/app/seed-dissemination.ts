import { type Engine, runQuery } from '../engine/runner.ts'
import { addDays, type IsoDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'

type Sample = {
  by: string
  on: IsoDate
  days: number
  subject: 'programme' | 'plan'
  units: string[]
  note: string
  readBy: { by: string; on: IsoDate }[]
  sheets: { by: string; unit: string; received: number; on: IsoDate }[]
}

/** What each side has had its staff read: the programme on both, the agreed plan on one. */
export async function loadDissemination(engine: Engine, people: People, programmeId: string): Promise<void> {
  const today = vietnamDate(engine.now())
  const plan = await engine.database.read('system', db =>
    db.selectFrom('plan').select('id').where('programme_id', '=', programmeId).where('state', '=', 'agreed').executeTakeFirst(),
  )
  for (const sample of (await readSample<Sample[]>('quan-triet.json')).filter(one => one.on <= today)) {
    const id = sample.subject === 'plan' ? plan?.id : programmeId
    if (id) await load(engine, people, id, sample)
  }
}

async function load(engine: Engine, people: People, id: string, sample: Sample): Promise<void> {
  const who = (username: string) => people.actors.get(username)!
  const today = vietnamDate(engine.now())
  const { units } = (await runQuery(engine, who(sample.by), 'dissemination.choices', {})) as {
    units: { id: string; name: string }[]
  }
  const unitId = (name: string) => units.find(unit => unit.name === name)!.id
  const disseminationId = newId()
  await onDay(engine, sample.on)(who(sample.by), 'dissemination.send-dissemination', {
    disseminationId,
    subject: { kind: sample.subject, id },
    unitIds: sample.units.map(unitId),
    note: sample.note,
    dueOn: addDays(sample.on, sample.days),
  })
  for (const { by, on } of sample.readBy.filter(one => one.on <= today))
    await onDay(engine, on)(who(by), 'dissemination.confirm-reading', { disseminationId })
  for (const { by, unit, received, on } of sample.sheets.filter(one => one.on <= today)) {
    const sheet = { disseminationId, unitId: unitId(unit), version: null, received, receivedOn: on }
    await onDay(engine, on)(who(by), 'dissemination.record-sheets', sheet)
  }
}
