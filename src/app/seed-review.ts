import type { Json } from '../engine/db/database.ts'
import { type Engine, runCommand, runQuery } from '../engine/runner.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'

type ReviewSample = { kind: string; year: number; half: number; texts: Record<string, string> }

/**
 * The half-year report of the sample programme, as its lead side would leave it: written, proposed and agreed by its leader,
 * waiting for the other side. Returns its id.
 */
export async function loadReview(engine: Engine, people: People, programmeId: string): Promise<string> {
  const { texts, ...period } = await readSample<ReviewSample>('bao-cao.json')
  const send = (acting: Actor, name: string, input: Json) => runCommand(engine, acting, { commandId: newId(), name, input })
  const [officer, leader] = [people.actors.get('lan')!, people.actors.get('minh')!]
  const reviewId = newId()
  await send(officer, 'reviews.open-review', { reviewId, programmeId, ...period })
  let version = 1
  for (const [section, text] of Object.entries(texts)) {
    await send(officer, 'reviews.write-text', { reviewId, version, section, text })
    version += 1
  }
  await send(leader, 'reviews.propose-review', { reviewId, version })
  const { digest } = (await runQuery(engine, leader, 'reviews.review', { reviewId })) as { digest: string }
  await send(leader, 'reviews.freeze-review', { reviewId, digest })
  return reviewId
}
