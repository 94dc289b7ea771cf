import { type Engine, runQuery } from '../engine/runner.ts'
import { type IsoDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'
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
  /** The leaders of those who sign it together, the own one first. */
  leaders?: string[]
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
  const fields = { toName, toBody: null, content, clausePath, signedWith }
  await onDay(engine, draftedOn)(who(by), 'exchange.draft-request', { requestId, programmeId, ...fields })
  if (!sent || sent.on > today) return
  const version = await signTogether(engine, { requestId, on: sent.on, leaders: (sample.leaders ?? []).map(who) })
  const letter = { number: sent.number, sentOn: sent.on, dueOn: sent.dueOn, fileId: null }
  await onDay(engine, sent.on)(who(clerk), 'exchange.send-request', { requestId, version, ...letter })
  if (urged && urged.on <= today) {
    const day = { urgedOn: urged.on, dueOn: urged.dueOn }
    await onDay(engine, urged.on)(who(urged.by), 'exchange.urge-request', { requestId, version: version + 1, ...day })
  }
  if (answered && answered.on <= today) {
    const { by: records, on: answeredOn, ...told } = answered
    const input = { requestId, version: version + 1, ...told, answeredOn, fileId: null }
    await onDay(engine, answeredOn)(who(records), 'exchange.answer-request', input)
  }
}

type Signing = { requestId: string; on: IsoDate; leaders: readonly Actor[] }

/** The own leader puts the letter before the other signers, whose leaders agree. Returns the version to send; 1 of what one side signs alone. */
async function signTogether(engine: Engine, { requestId, on, leaders }: Signing): Promise<number> {
  for (const [at, leader] of leaders.entries()) {
    const { digest } = (await runQuery(engine, leader, 'exchange.request', { requestId })) as { digest: string }
    const step = at === 0 ? 'propose' : 'agree'
    await onDay(engine, on)(leader, `exchange.${step}-request`, { requestId, version: at + 1, digest })
  }
  return leaders.length + 1
}
