import type { Json } from '../engine/db/database.ts'
import { type Engine, runQuery } from '../engine/runner.ts'
import { type IsoDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'
import type { Places } from './seed-places.ts'
import { itemOf, planOf } from './seed-work.ts'

/** `as` is what the sample calls a field, or a choice. */
type FieldSample = { as: string; label: string; type: string; choices?: Record<string, string> }
type KindActivity = {
  by: string
  clause: string
  heldOn: IsoDate
  places: string[]
  details: Record<string, Json>
}
type KindSample = {
  by: string
  name: string
  fields: FieldSample[]
  required: string[]
  on: IsoDate
  /** Absent where the other side has not answered yet. */
  agreedOn?: IsoDate
  /** Who of the other side has laid it before their own leader. */
  laid?: { by: string; on: IsoDate }
  activities?: KindActivity[]
}
type At = { programmeId: string; planId: string; places: Places }

/** Kinds of work that the sides have made for their programme, and what was recorded under them. */
export async function loadOwnKinds(engine: Engine, people: People, at: At): Promise<void> {
  const today = vietnamDate(engine.now())
  for (const sample of await readSample<KindSample[]>('loai-viec.json'))
    if (sample.on <= today) await loadOne(engine, people, at, sample)
}

async function loadOne(engine: Engine, people: People, at: At, sample: KindSample): Promise<void> {
  const { by, fields, required, on, agreedOn, laid, activities = [], ...said } = sample
  const who = (username: string) => people.actors.get(username)!
  const ours = who(by).bodyId === who('minh').bodyId
  const [leader, partner] = ours ? [who('minh'), who('hoa')] : [who('hoa'), who('minh')]
  const [kindId, named] = [newId(), namesOf(fields)]
  const keyed = fields.map(({ as, choices, ...field }) => ({
    ...field,
    key: named.get(as)!,
    ...(choices && { choices: Object.fromEntries(Object.entries(choices).map(([key, words]) => [named.get(key)!, words])) }),
  }))
  const input = {
    kindId,
    programmeId: at.programmeId,
    ...said,
    fields: keyed,
    required: required.map(key => named.get(key) ?? key),
  }
  await onDay(engine, on)(who(by), 'activities.propose-kind', input)
  await onDay(engine, on)(leader, 'activities.share-kind', await seen(engine, people, kindId))
  if (laid && laid.on <= vietnamDate(engine.now()))
    await onDay(engine, laid.on)(who(laid.by), 'activities.submit-kind', { clearanceId: newId(), kindId })
  if (!agreedOn) return
  await onDay(engine, agreedOn)(partner, 'activities.agree-kind', await seen(engine, people, kindId))
  const plan = await planOf(engine, who('lan'), at.planId)
  for (const { by: recorder, clause, places, details, ...activity } of activities) {
    if (activity.heldOn > vietnamDate(engine.now())) continue
    const placeIds = places.map(name => at.places.get(name)!)
    const of = {
      activityId: newId(),
      programmeId: at.programmeId,
      itemIds: [itemOf(plan, { clause }).id],
      placeIds,
      kind: kindId,
    }
    const written = { ...activity, ...of, details: underKeys(details, named) }
    await onDay(engine, activity.heldOn)(who(recorder), 'activities.record-activity', written)
  }
}

const namesOf = (fields: readonly FieldSample[]): Map<string, string> =>
  new Map(fields.flatMap(({ as, choices = {} }) => [as, ...Object.keys(choices)]).map(name => [name, newId()]))

const underKeys = (details: Record<string, Json>, named: Map<string, string>) =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      named.get(name)!,
      typeof value === 'string' ? (named.get(value) ?? value) : value,
    ]),
  )

type Known = { programmes: { kinds: { versions: { id: string; version: number; digest: string }[] }[] }[] }

/** What a leader of the sample programme has before them; one who wrote it sees it already. */
async function seen(engine: Engine, people: People, kindId: string) {
  for (const username of ['minh', 'hoa']) {
    const { programmes } = (await runQuery(engine, people.actors.get(username)!, 'activities.own-kinds', {})) as Known
    const versions = programmes.flatMap(one => one.kinds).flatMap(one => one.versions)
    const found = versions.find(one => one.id === kindId)
    if (found) return { kindId, version: found.version, digest: found.digest }
  }
  throw new Error(`A sample kind of work is not to be seen: ${kindId}`)
}
