import { type Engine, runCommand, runQuery } from '../engine/runner.ts'
import type { PlanView } from '../features/plans/index.ts'
import { type IsoDate, longDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor, PostRole } from '../kernel/permissions.ts'
import { DEMO_PASSWORD } from './demo.ts'
import { keepPage, onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'

type SamplePerson = { beside: string; username: string; displayName: string; post: string; roles: PostRole[] }
type Paper = {
  by: string
  to: string
  on: IsoDate
  number: string
  scope: string
  acts: string[]
  file: string
  until: IsoDate
}
type Sample = {
  people: SamplePerson[]
  /** Somebody who has left and whose work waits to be handed over. */
  left: SamplePerson & { administrator: string; on: IsoDate }
  papers: Paper[]
  answers: { on: IsoDate; by: string; to: string; deputy: string | null; from: number; items: number }[]
}

/** Heads of unit, their authorisations on file, who answers for the items of the year, and the work that somebody left behind. */
export async function loadPosts(engine: Engine, people: People, planId: string): Promise<void> {
  const sample = await readSample<Sample>('chuc-vu.json')
  for (const person of sample.people) await enrol(engine, people, person, true)
  const leaver = await enrol(engine, people, sample.left, false)
  for (const paper of sample.papers) await putOnFile(engine, people, paper)
  for (const { on, by, to, deputy, from, items } of sample.answers) {
    const leader = people.actors.get(by)!
    const own = (await itemsLedBy(engine, leader, planId)).slice(from, from + items)
    await onDay(engine, on)(leader, 'agencies.assign-work', {
      subjects: own.map(id => ({ kind: 'plan-item', id })),
      accountId: people.actors.get(to)!.accountId,
      ...(deputy ? { deputyId: people.actors.get(deputy)!.accountId } : {}),
    })
  }
  await leave(engine, people, sample.left, leaver)
}

async function enrol(engine: Engine, people: People, person: SamplePerson, demo: boolean): Promise<Actor> {
  const { beside, username, displayName, post, roles } = person
  const { accountId: colleague, bodyId } = people.actors.get(beside)!
  const { unit_id } = await engine.database.read('system', db =>
    db.selectFrom('account_today').select('unit_id').where('id', '=', colleague).executeTakeFirstOrThrow(),
  )
  const accountId = newId()
  const account = { accountId, bodyId, unitId: unit_id ?? undefined, username, displayName, post, roles }
  const input = { ...account, password: DEMO_PASSWORD, demo }
  await runCommand(engine, 'system', { commandId: newId(), name: 'agencies.create-account', input })
  const actor = { accountId, bodyId, roles, displayName }
  people.actors.set(username, actor)
  return actor
}

async function putOnFile(engine: Engine, people: People, { by, to, on, file, until, ...paper }: Paper): Promise<void> {
  const [leader, send] = [people.actors.get(by)!, onDay(engine, on)]
  const fileId = await keepPage(
    engine,
    leader,
    send,
    file,
    `GIẤY ỦY QUYỀN số ${paper.number}\n\n${paper.scope}.\n${longDate(on)}.\n`,
  )
  const accountId = people.actors.get(to)!.accountId
  const input = { authorisationId: newId(), accountId, fileId, ...paper, paperDate: on, from: on, to: until }
  await send(leader, 'agencies.authorise', input)
}

/** Open items that the own side of the plan leads, in their order. */
async function itemsLedBy(engine: Engine, leader: Actor, planId: string): Promise<string[]> {
  const plan = (await runQuery(engine, leader, 'plans.plan', { planId })) as PlanView
  const items = plan.clauses.flatMap(clause => clause.items)
  return items.filter(item => item.leadBodies.includes(leader.bodyId) && !item.closed && !item.droppedReason).map(item => item.id)
}

/** From a day on, once it has come, a post of theirs holds no longer. */
async function leave(engine: Engine, people: People, { administrator, on }: Sample['left'], { accountId }: Actor): Promise<void> {
  if (on >= vietnamDate(engine.now())) return
  const keeper = people.actors.get(administrator)!
  const post = await engine.database.read('system', db =>
    db.selectFrom('post').select(['id', 'version']).where('account_id', '=', accountId).executeTakeFirstOrThrow(),
  )
  const input = { postId: post.id, version: post.version, toOn: on }
  await runCommand(engine, keeper, { commandId: newId(), name: 'agencies.end-post', input })
}
