import { setTimeout as sleep } from 'node:timers/promises'
import type { Json } from '../engine/db/database.ts'
import { type Engine, runCommand, runQuery } from '../engine/runner.ts'
import { vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'

type Sample = {
  bodies: { key: string; kind: string; level: string; name: string }[]
  events: { kind: string; decision: Json; effectiveOn: string; endings: { body: string; heir: string }[] }[]
}

/** Bodies that are no more, each with the decision by which another took over; applied by the clock, as everywhere. */
export async function loadReorganisations(engine: Engine, people: People): Promise<void> {
  const { bodies, events } = await readSample<Sample>('reorganisations.json')
  const keeper = people.actors.get('quantri.sdttg')!
  const send = (name: string, input: Json, by: Parameters<typeof runCommand>[1] = keeper) =>
    runCommand(engine, by, { commandId: newId(), name, input })
  const ids = new Map(people.bodies)
  for (const { key, ...body } of bodies) {
    ids.set(key, newId())
    await send('agencies.create-body', { bodyId: ids.get(key)!, ...body }, 'system')
  }
  for (const { kind, decision, effectiveOn, endings } of events) {
    if (effectiveOn > vietnamDate(engine.now())) return
    const reorganisationId = newId()
    const content = { endings: endings.map(({ body, heir }) => ({ bodyId: ids.get(body)!, heirId: ids.get(heir)! })) }
    await send('reorganisation.draft', { reorganisationId, kind, decision, effectiveOn, content })
    await send('reorganisation.agree', { reorganisationId, version: 1 })
    await applied(engine, reorganisationId)
  }
}

async function applied(engine: Engine, reorganisationId: string): Promise<void> {
  for (;;) {
    const { state, failure } = (await runQuery(engine, 'system', 'reorganisation.one', { reorganisationId })) as {
      state: string
      failure: string | null
    }
    if (state === 'applied') return
    if (failure) throw new Error(`the sample reorganisation is not applied: ${failure}`)
    await sleep(50)
  }
}
