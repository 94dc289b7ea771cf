import type { Json } from '../engine/db/database.ts'
import { type Engine, runQuery } from '../engine/runner.ts'
import { fieldsOfItem, type PlanView } from '../features/plans/index.ts'
import { type IsoDate, longDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'
import { keepPage, onDay, type SendOnDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'
import type { Places } from './seed-places.ts'

/** An item by its clause; where a clause has several, by its occasion or the first words of its title. */
export type ItemRef = { clause: string; occasion?: string; start?: string }
type Item = PlanView['clauses'][number]['items'][number]
type WorkSample = {
  year: number
  draftedOn: IsoDate
  sharedOn: IsoDate
  proposedOn: IsoDate
  agreedOn: IsoDate
  /** `reason` is said where the other side proposes it; `at` names places: none is the whole province. */
  changes: { by: string; item: ItemRef; set: { [field: string]: Json }; at?: string[]; reason?: string }[]
  drops: { by: string; item: ItemRef; reason: string }[]
  activities: SampleActivity[]
  closings: { by: string; item: ItemRef; on: IsoDate }[]
}
type SampleActivity = {
  by: string
  items: ItemRef[]
  kind: string
  title: string
  heldOn: IsoDate
  heldTo?: IsoDate
  place: string
  /** Names in the list of places: "Xã Nậm Mây", "Thôn Nà Lốc, Xã Nậm Mây". */
  places?: string[]
  details?: { [field: string]: Json }
  count?: { value: number; unit: string }
  reach?: { value: number; unit: string }
  money?: number
  note?: string
  evidence?: string
}

/** The year's plan of the sample programme, shared, negotiated and agreed by both leaders, and its work as far as the year has come. Returns the plan's id. */
export async function loadWork(engine: Engine, people: People, programmeId: string, places: Places): Promise<string> {
  const sample = await readSample<WorkSample>('work.json')
  const who = (username: string) => people.actors.get(username)!
  const planId = newId()
  const plan = () => planOf(engine, who('lan'), planId)
  const clerk = onDay(engine, sample.draftedOn)
  await clerk(who('lan'), 'plans.draft-plan', { planId, programmeId, year: sample.year })
  const ours = (by: string) => who(by).bodyId === who('lan').bodyId
  for (const { by, item, set, at } of sample.changes.filter(one => ours(one.by))) {
    const where = at ? { places: at.map(name => places.get(name)!) } : {}
    await clerk(who(by), 'plans.change-item', { ...sentOf(itemOf(await plan(), item)), ...set, ...where })
  }
  for (const { by, item, reason } of sample.drops.filter(one => ours(one.by))) {
    const { id: itemId, version } = itemOf(await plan(), item)
    await clerk(who(by), 'plans.drop-item', { itemId, version, reason })
  }
  await onDay(engine, sample.sharedOn)(who('minh'), 'plans.share-plan', { planId, digest: (await plan()).digest })
  await negotiate(engine, people, sample, planId)
  const { digest, clauses } = await plan()
  for (const leader of ['minh', 'hoa']) await onDay(engine, sample.agreedOn)(who(leader), 'plans.agree-plan', { planId, digest })
  const today = vietnamDate(engine.now())
  for (const activity of sample.activities.filter(one => (one.heldTo ?? one.heldOn) <= today))
    await recordActivity(engine, who(activity.by), { programmeId, clauses, places }, activity)
  for (const { by, item, on } of sample.closings.filter(one => one.on <= today)) {
    const { id: itemId, version } = itemOf(await plan(), item)
    await onDay(engine, on)(who(by), 'plans.close-item', { itemId, version })
  }
  return planId
}

/** What the other side would have different: written by its officer, sent by its leader, taken by ours. */
async function negotiate(engine: Engine, people: People, sample: WorkSample, planId: string): Promise<void> {
  const who = (username: string) => people.actors.get(username)!
  const then = onDay(engine, sample.proposedOn)
  const stands = () => planOf(engine, who('hoa'), planId)
  const propose = async (by: string, ref: ItemRef, reason: string, line: (fields: Json) => Json) => {
    const { itemId, version, ...fields } = sentOf(itemOf(await stands(), ref))
    const input = { proposalId: newId(), planId, item: { itemId, version }, line: line(fields), reason }
    await then(who(by), 'plans.propose-line', input)
  }
  const theirs = ({ by }: { by: string }) => who(by).bodyId === who('hoa').bodyId
  for (const { by, item, reason = '', set } of sample.changes.filter(theirs))
    await propose(by, item, reason, fields => ({ kind: 'change', fields: { ...(fields as object), ...set } }))
  for (const { by, item, reason } of sample.drops.filter(theirs)) await propose(by, item, reason, () => ({ kind: 'drop' }))
  const { outgoing } = await stands()
  if (outgoing?.step !== 'proposals') return
  await then(who('hoa'), 'plans.share-proposals', { planId, digest: outgoing.digest })
  for (const { id: proposalId, version } of (await stands()).proposals)
    await onDay(engine, sample.agreedOn)(who('minh'), 'plans.accept-proposal', { proposalId, version })
}

export const planOf = async (engine: Engine, actor: Actor, planId: string) =>
  (await runQuery(engine, actor, 'plans.plan', { planId })) as PlanView

export function itemOf({ clauses }: Pick<PlanView, 'clauses'>, { clause, occasion, start }: ItemRef): Item {
  const items = clauses.find(one => one.path === clause)?.items ?? []
  const occasions = (item: Item) =>
    item.occasion?.split(', ').some(one => one.startsWith(occasion ?? '') || one.endsWith(occasion ?? ''))
  const exact = items.find(item => item.occasion === occasion)
  const found = exact ?? items.find(item => (!occasion || occasions(item)) && item.title.startsWith(start ?? ''))
  if (!found) throw new Error(`samples/work.json names an item that the plan has not: ${clause} ${occasion ?? start ?? ''}`)
  return found
}

/** What stands in an item, as the form would send it. */
const sentOf = (item: Item) => ({ itemId: item.id, version: item.version, ...fieldsOfItem(item) })

async function recordActivity(
  engine: Engine,
  actor: Actor,
  at: { programmeId: string; clauses: PlanView['clauses']; places: Places },
  { by: _by, items, evidence, places = [], ...activity }: SampleActivity,
): Promise<void> {
  const found = items.map(item => itemOf(at, item))
  const send = onDay(engine, activity.heldTo ?? activity.heldOn)
  const fileIds = evidence ? [await keepMinutes(engine, actor, send, evidence, activity)] : []
  const placeIds = places.map(name => at.places.get(name)!)
  const fields = {
    activityId: newId(),
    programmeId: at.programmeId,
    itemIds: found.map(item => item.id),
    placeIds,
    ...activity,
    fileIds,
  }
  await send(actor, 'activities.record-activity', fields)
}

/** A page of minutes as evidence: of the work, without a name. */
async function keepMinutes(
  engine: Engine,
  actor: Actor,
  send: SendOnDay,
  name: string,
  { title, place, heldOn }: { title: string; place: string; heldOn: IsoDate },
): Promise<string> {
  const text = `${name.replace(/\.txt$/, '').toUpperCase()}

${title}.
${place}, ${longDate(heldOn)}.
`
  return keepPage(engine, actor, send, name, text)
}
