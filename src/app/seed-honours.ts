import type { Json } from '../engine/db/database.ts'
import { type Engine, runQuery } from '../engine/runner.ts'
import { type IsoDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'
import type { Places } from './seed-places.ts'

type Fields = { [key: string]: Json }
type ListSample = Fields & { by: string; date: IsoDate; rows: { village: string; name: string }[]; consulted: Fields[] }
type Sample = {
  lists: ListSample[]
  benefits: (Fields & { by: string; village: string; nature: string; givenOn: IsoDate })[]
  gatherings: (Fields & { by: string; heldOn: IsoDate; joint: boolean })[]
}
type Ground = { engine: Engine; people: People; places: Places; programmeId: string }

/** Those whom decisions of the fictional province recognise, and what both sides have done for them, as far as the year has come. */
export async function loadHonours(engine: Engine, people: People, places: Places, programmeId: string): Promise<void> {
  const ground = { engine, people, places, programmeId }
  const sample = await readSample<Sample>('uy-tin.json')
  const today = vietnamDate(engine.now())
  // By who keeps the record and its village.
  const kept = new Map<string, string>()
  for (const list of sample.lists.filter(({ date }) => date <= today)) await loadList(ground, list, kept)
  for (const { by, village, ...benefit } of sample.benefits.filter(({ givenOn }) => givenOn <= today)) {
    const recognitionId = kept.get(`${by} ${village}`)!
    const actor = people.actors.get(by)!
    const asked = { recognitionId, nature: benefit.nature, on: benefit.givenOn }
    const { same } = (await runQuery(engine, actor, 'honours.before-giving', asked)) as { same: Json[] }
    const input = { benefitId: newId(), recognitionId, ...benefit, seen: same.length, programmeId }
    await onDay(engine, benefit.givenOn)(actor, 'honours.give-benefit', input)
  }
  for (const { by, joint, ...gathering } of sample.gatherings.filter(({ heldOn }) => heldOn <= today)) {
    const input = { gatheringId: newId(), ...gathering, ...(joint ? { programmeId } : {}) }
    await onDay(engine, gathering.heldOn)(people.actors.get(by)!, 'honours.record-gathering', input)
  }
}

async function loadList({ engine, people, places }: Ground, sample: ListSample, kept: Map<string, string>): Promise<void> {
  const { by, rows, consulted, ...decision } = sample
  const [actor, listId, send] = [people.actors.get(by)!, newId(), onDay(engine, sample.date)]
  const entered = rows.map(({ village, name }) => {
    const recognitionId = newId()
    kept.set(`${by} ${village}`, recognitionId)
    return { recognitionId, villageId: places.get(village)!, name }
  })
  await send(actor, 'honours.load-list', { listId, ...decision, rows: entered })
  for (const paper of consulted) await send(actor, 'honours.note-consultation', { consultationId: newId(), listId, ...paper })
}
