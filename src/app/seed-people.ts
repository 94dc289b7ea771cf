import type { Json } from '../engine/db/database.ts'
import { type Engine, runCommand } from '../engine/runner.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor, Role } from '../kernel/permissions.ts'
import { DEMO_PASSWORD } from './demo.ts'
import { readSample } from './samples.ts'

/** The paper by which a leader lets this person decide. */
type Authorised = { by: string; number: string; paperDate: string; scope: string; acts: string[]; from: string; to: string }

type PeopleSample = {
  bodies: {
    key: string
    name: string
    shortName: string
    symbol: string
    kind: string
    level: string
    code?: string
    email?: string
    address?: string
    superior?: string
    place: string
    units: string[]
    /** What it was called before. */
    former?: { until: string; name: string; shortName: string; symbol: string; code?: string; decision: Json }
  }[]
  accounts: {
    username: string
    displayName: string
    post: string
    body: string
    unit?: string
    roles: Role[]
    authorised?: Authorised
  }[]
}

export type People = { bodies: Map<string, string>; actors: Map<string, Actor> }

const printed = ({ name, shortName, symbol, code, superior, place }: Record<string, string | undefined>) => ({
  name,
  shortName,
  symbol,
  code,
  superior,
  place,
})

/** Bodies, units and demo accounts of the fictional province. */
export async function loadPeople(engine: Engine): Promise<People> {
  const sample = await readSample<PeopleSample>('people.json')
  const send = (name: string, input: Json) => runCommand(engine, 'system', { commandId: newId(), name, input })
  const bodies = new Map<string, string>()
  const units = new Map<string, string>()
  for (const { key, units: names, former, ...body } of sample.bodies) {
    const bodyId = newId()
    bodies.set(key, bodyId)
    const { until, decision, ...before } = former ?? {}
    await send('agencies.create-body', { bodyId, ...body, ...before })
    if (until) await send('agencies.rename-body', { nameId: newId(), bodyId, ...printed(body), validFrom: until, decision })
    for (const name of names) {
      const unitId = newId()
      units.set(`${key}/${name}`, unitId)
      await send('agencies.create-unit', { unitId, bodyId, name })
    }
  }
  const actors = new Map<string, Actor>()
  for (const { body, unit, authorised: _paper, ...account } of sample.accounts) {
    const accountId = newId()
    const bodyId = bodies.get(body)!
    const unitId = unit ? { unitId: units.get(`${body}/${unit}`)! } : {}
    await send('agencies.create-account', { accountId, bodyId, ...unitId, ...account, password: DEMO_PASSWORD, demo: true })
    actors.set(account.username, { accountId, bodyId, roles: account.roles, displayName: account.displayName })
  }
  for (const { username, authorised } of sample.accounts) {
    if (!authorised) continue
    const { by, ...paper } = authorised
    const input = { authorisationId: newId(), accountId: actors.get(username)!.accountId, ...paper }
    await runCommand(engine, actors.get(by)!, { commandId: newId(), name: 'agencies.authorise', input })
  }
  return { bodies, actors }
}
