import type { Engine } from '../engine/runner.ts'
import { type IsoDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'

type Sample = {
  by: string
  clerk: string
  toName: string
  content: string
  clause: string
  signedWith: string[]
  draftedOn: IsoDate
  sent?: { on: IsoDate; number: string; dueOn: IsoDate }
  urged?: { by: string; on: IsoDate; dueOn: IsoDate }
  answered?: { by: string; on: IsoDate; answer: string; number: string; summary: string }
}

/** What was asked of bodies outside the programme: one answered, one urged, one still a draft. */
export async function loadRequests(engine: Engine, people: People, programmeId: string): Promise<void> {
  const today = vietnamDate(engine.now())
  for (const sample of (await readSample<Sample[]>('de-nghi.json')).filter(one => one.draftedOn <= today))
    await load(engine, people, programmeId, sample)
}

async function load(engine: Engine, people: People, programmeId: string, sample: Sample): Promise<void> {
  const who = (username: string) => people.actors.get(username)!
  const today = vietnamDate(engine.now())
  const { by, clerk, clause: clausePath, draftedOn, sent, urged, answered, toName, content } = sample
  const requestId = newId()
  const signedWith = sample.signedWith.map(username => who(username).bodyId)
  const fields = { toName, content, clausePath, signedWith }
  await onDay(engine, draftedOn)(who(by), 'exchange.draft-request', { requestId, programmeId, ...fields })
  if (!sent || sent.on > today) return
  const letter = { number: sent.number, sentOn: sent.on, dueOn: sent.dueOn, fileId: null }
  await onDay(engine, sent.on)(who(clerk), 'exchange.send-request', { requestId, version: 1, ...letter })
  if (urged && urged.on <= today) {
    const day = { urgedOn: urged.on, dueOn: urged.dueOn }
    await onDay(engine, urged.on)(who(urged.by), 'exchange.urge-request', { requestId, version: 2, ...day })
  }
  if (answered && answered.on <= today) {
    const { by: records, on: answeredOn, ...told } = answered
    const input = { requestId, version: 2, ...told, answeredOn, fileId: null }
    await onDay(engine, answeredOn)(who(records), 'exchange.answer-request', input)
  }
}
