import { createHash } from 'node:crypto'
import { findSession, needsSecondFactor } from '../../src/features/agencies/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor } from '../../src/kernel/permissions.ts'
import type { TestSite } from './site.ts'

/** Of each code that was used none is taken again. */
let steps = 0

/** A session of the person as the door opens it, with the token of its cookie. */
export async function openAs(site: TestSite, { accountId, roles }: Actor): Promise<{ sessionId: string; token: string }> {
  const [sessionId, token] = [newId(), newId()]
  const tokenHash = createHash('sha256').update(token).digest('hex')
  const codeStep = needsSecondFactor(roles) ? ++steps : null
  const session = { sessionId, accountId, tokenHash, device: 'trình duyệt', codeStep, enrol: null }
  await site.send('system', 'agencies.open-session', session)
  return { sessionId, token }
}

/** The person as they come in by a session that has taken the seat of a body which theirs succeeded. Refused where it did not. */
export async function sitIn(site: TestSite, person: Actor, bodyId: string): Promise<Actor> {
  const { sessionId, token } = await openAs(site, person)
  await site.send({ ...person, sessionId }, 'agencies.take-seat', { bodyId })
  return (await findSession(site.engine.database, token, site.engine.now()))!.actor
}
