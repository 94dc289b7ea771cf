import type { Json } from '../engine/db/database.ts'
import type { Engine } from '../engine/runner.ts'
import { type IsoDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'
import type { Places } from './seed-places.ts'

type Paper = { number: string; date: IsoDate; issuer: string }
type YearSample = {
  year: number
  registeredOn: IsoDate
  registered: number[]
  reportedOn?: IsoDate
  reached?: number[]
  said?: string
}
type MovementSample = {
  by: string
  /** Named where another repeats it; `from` is the one that this repeats. */
  key?: string
  from?: string
  kind: string
  title: string
  content: string
  keeper?: string
  place?: string
  paper?: Paper
  startsOn: IsoDate
  endsOn: IsoDate | null
  clause: string
  share?: IsoDate
  recognition?: Paper
  measures: { name: string; unit: string }[]
  years: YearSample[]
  /** By their titles. */
  activities?: string[]
}

/** Campaigns, twinnings and models of the fictional province, as far as the year has come. */
export async function loadMovements(engine: Engine, people: People, places: Places, programmeId: string): Promise<void> {
  const today = vietnamDate(engine.now())
  const ids = new Map<string, string>()
  for (const sample of await readSample<MovementSample[]>('phong-trao.json')) {
    if (sample.startsOn > today || (sample.from && !ids.has(sample.from))) continue
    const copiedFrom = sample.from ? { copiedFrom: ids.get(sample.from)! } : {}
    const movementId = await loadOne(engine, people, places, { ...sample, programmeId, copiedFrom })
    if (sample.key && sample.recognition && sample.recognition.date <= today) ids.set(sample.key, movementId)
  }
}

type Given = MovementSample & { programmeId: string; copiedFrom: { copiedFrom?: string } }

async function loadOne(engine: Engine, people: People, places: Places, given: Given): Promise<string> {
  const today = vietnamDate(engine.now())
  const { kind, title, content, keeper = '', startsOn, endsOn, programmeId, clause: clausePath, copiedFrom } = given
  const actor = people.actors.get(given.by)!
  const leader = people.actors.get(given.by === 'lan' ? 'minh' : 'hoa')!
  const movementId = newId()
  const measures = given.measures.map(measure => ({ measureId: newId(), ...measure }))
  const { number: paperNumber = '', date: paperDate = null, issuer: paperIssuer = '' } = given.paper ?? {}
  const terms = { startsOn, endsOn, paperNumber, paperDate, paperIssuer, programmeId, clausePath, measures, ...copiedFrom }
  const placeId = given.place ? places.get(given.place)! : null
  const written = { movementId, kind, title, content, keeper, placeId, ...terms }
  await onDay(engine, startsOn)(actor, 'movements.register-movement', written)
  let version = 1
  const step = async (day: IsoDate, name: string, input: { [key: string]: Json }, by = actor) => {
    if (day > today) return
    await onDay(engine, day)(by, `movements.${name}`, { movementId, version, ...input })
    version += 1
  }
  const figures = (values: number[] = []) => values.map((value, at) => ({ measureId: measures[at]!.measureId, value }))
  for (const { year, registeredOn, registered, reportedOn, reached, said = '' } of given.years) {
    await step(registeredOn, 'register-year', { year, registeredOn, figures: figures(registered) })
    if (reportedOn) await step(reportedOn, 'report-year', { year, reportedOn, figures: figures(reached), said })
  }
  if (given.recognition) await step(given.recognition.date, 'recognise-model', given.recognition)
  if (given.share) await step(given.share, 'share-movement', {}, leader)
  for (const activityId of await activitiesNamed(engine, given.activities ?? []))
    await onDay(engine, today)(actor, 'movements.hang-activity', { movementId, activityId })
  return movementId
}

async function activitiesNamed({ database }: Engine, titles: readonly string[]): Promise<string[]> {
  if (titles.length === 0) return []
  const rows = await database.read('system', db =>
    db.selectFrom('activity').select('id').where('title', 'in', titles).orderBy('held_on').execute(),
  )
  return rows.map(row => row.id)
}
