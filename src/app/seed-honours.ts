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
type RoundSample = Fields & {
  opened: IsoDate
  by: string
  leader: string
  nominations: (Fields & { by: string })[]
  dossier?: { day: IsoDate; number: string }
  decision?: { day: IsoDate; number: string; amount: number }
  award?: { day: IsoDate; place: string }
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

/** Rounds of commendation, each as far as its days have come. */
export async function loadCommendations(engine: Engine, people: People, programmeId: string): Promise<void> {
  const today = vietnamDate(engine.now())
  for (const sample of await readSample<RoundSample[]>('khen-thuong.json'))
    if (sample.opened <= today) await loadRound(engine, people, { ...sample, programmeId })
}

async function loadRound(engine: Engine, people: People, sample: RoundSample & { programmeId: string }): Promise<void> {
  const { opened, by, leader, nominations, dossier, decision, award, ...round } = sample
  const who = (username: string) => people.actors.get(username)!
  const [commendationId, today, then] = [newId(), vietnamDate(engine.now()), onDay(engine, opened)]
  await then(who(by), 'honours.open-commendation', { commendationId, ...round })
  await then(who(leader), 'honours.share-commendation', { commendationId, version: 1 })
  const lines: string[] = []
  for (const { by: side, ...nomination } of nominations) {
    const lineId = newId()
    lines.push(lineId)
    await then(who(side), 'honours.nominate', { lineId, commendationId, ...nomination })
  }
  const step = (day: IsoDate, version: number, name: string, fields: Fields) =>
    onDay(engine, day)(who(by), `honours.${name}`, { commendationId, version, ...fields })
  if (dossier && dossier.day <= today)
    await step(dossier.day, 2, 'complete-dossier', { number: dossier.number, date: dossier.day, complete: true })
  if (decision && decision.day <= today) {
    const awards = lines.map((lineId, at) => ({ lineId, amount: decision.amount, certificate: String(at + 1) }))
    await step(decision.day, 3, 'record-decision', { number: decision.number, date: decision.day, awards })
  }
  if (award && award.day <= today) await step(award.day, 4, 'record-award', { ...award })
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
