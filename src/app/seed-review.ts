import type { Json } from '../engine/db/database.ts'
import { type Engine, runCommand, runQuery } from '../engine/runner.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'

type ReviewSample = { kind: string; year: number; half: number; texts: Record<string, string> }

/** The half-year report of the sample programme: written and proposed by its lead side, frozen by both leaders. Returns its id. */
export async function loadReview(engine: Engine, people: People, programmeId: string): Promise<string> {
  const { texts, ...period } = await readSample<ReviewSample>('bao-cao.json')
  const then = onFreezingDay(engine)
  const send = (acting: Actor, name: string, input: Json) => runCommand(then, acting, { commandId: newId(), name, input })
  const [officer, leader, partner] = ['lan', 'minh', 'hoa'].map(username => people.actors.get(username)!) as [Actor, Actor, Actor]
  const reviewId = newId()
  await send(officer, 'reviews.open-review', { reviewId, programmeId, ...period })
  let version = 1
  for (const [section, text] of Object.entries(texts)) {
    await send(officer, 'reviews.write-text', { reviewId, version, section, text })
    version += 1
  }
  await send(leader, 'reviews.propose-review', { reviewId, version })
  const { digest } = (await runQuery(engine, leader, 'reviews.review', { reviewId })) as { digest: string }
  for (const one of [leader, partner]) await send(one, 'reviews.freeze-review', { reviewId, digest })
  return reviewId
}

/** The afternoon on which the sample's leaders met, or now where that day is still to come. */
function onFreezingDay(engine: Engine): Engine {
  const moment = new Date('2026-06-18T09:00:00Z')
  return { ...engine, now: () => (moment < engine.now() ? moment : engine.now()) }
}
