import { describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../test/harness/contributions.ts'
import { kindInput } from '../../../test/harness/own-kinds.ts'
import { openTestSite } from '../../../test/harness/site.ts'
import { layThread, type Thread } from '../../../test/harness/thread.ts'
import type { Json } from '../../engine/db/database.ts'
import type { AnswerOf } from '../../engine/query.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import type { list } from './queries/list.ts'
import type { ownKinds } from './queries/own-kinds.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { send, ask, who } = site
const [lan, minh, tuan, hoa] = [who('lan'), who('minh'), who('tuan'), who('hoa')]

const written = ({ programmeId, items }: Thread, kind: string, details: Json) => ({
  activityId: newId(),
  programmeId,
  itemIds: [items[0]!],
  kind,
  title: 'Việc có hạn',
  heldOn: '2026-06-10',
  place: 'Sơn Hà',
  details,
})
async function recorded(thread: Thread, kind: string, details: Json) {
  const fields = written(thread, kind, details)
  await send(lan, 'activities.record-activity', fields)
  const { programmeId: _programme, ...same } = fields
  const fulfil = (now: Json) => send(lan, 'activities.change-activity', { ...same, version: 1, details: now })
  return { id: fields.activityId, fulfil }
}
const dueFor = async (actor: Actor, id: string, until = '2026-06-30') =>
  (await deadlinesOf(site, actor, until)).filter(one => one.kind === 'activity-due' && one.id === id)

describe('a day that a kind of work sets', () => {
  it('stands among what is due for the side that recorded the work, until what it is for has come', async () => {
    const deadline = '2026-06-20'
    const { id, fulfil } = await recorded(await layThread(site), 'critique', { deadline })
    expect(await dueFor(lan, id)).toMatchObject([
      { dueOn: deadline, context: 'Phản biện xã hội, góp ý dự thảo · Hạn góp ý', waits: 'us', step: 'activity-due' },
    ])
    expect(await dueFor(lan, id, '2026-06-19')).toEqual([])
    expect(await dueFor(tuan, id)).toEqual([])
    await fulfil({ deadline, comments: { first: 3, second: null } })
    expect(await dueFor(lan, id)).toEqual([])
  })

  it('is gone with what is removed', async () => {
    const { id } = await recorded(await layThread(site), 'urging', { deadline: '2026-06-20', answers: { first: 2, second: 1 } })
    expect(await dueFor(lan, id)).toHaveLength(1)
    await send(lan, 'activities.remove-activity', { activityId: id, version: 1 })
    expect(await dueFor(lan, id)).toEqual([])
  })

  it('is set by a programme for a kind of its own', async () => {
    const thread = await layThread(site)
    const [day, paper] = [newId(), newId()]
    const fields = [
      { key: day, label: 'Hạn gửi báo cáo', type: 'date', dueFor: paper },
      { key: paper, label: 'Báo cáo', type: 'document', answer: true },
    ]
    const input = kindInput(thread.programmeId, { fields, required: [] })
    await send(lan, 'activities.propose-kind', input)
    for (const [actor, step] of [
      [minh, 'share'],
      [hoa, 'agree'],
    ] as const) {
      const { programmes } = await ask<AnswerOf<typeof ownKinds>>(actor, 'activities.own-kinds', {})
      const of = programmes.flatMap(one => one.kinds.flatMap(kind => kind.versions)).find(one => one.id === input.kindId)!
      await send(actor, `activities.${step}-kind`, { kindId: of.id, version: of.version, digest: of.digest })
    }
    const { id, fulfil } = await recorded(thread, input.kindId, { [day]: '2026-06-25' })
    expect(await dueFor(lan, id)).toMatchObject([{ dueOn: '2026-06-25', context: `${input.name} · Hạn gửi báo cáo` }])
    await fulfil({ [day]: '2026-06-25', [paper]: { number: '12/BC', date: null } })
    expect(await dueFor(lan, id)).toEqual([])
  })
})

it('a list is narrowed to what has no answer yet', async () => {
  const thread = await layThread(site)
  const unanswered = async () => {
    const found = await ask<AnswerOf<typeof list>>(lan, 'activities.list', { programmeId: thread.programmeId, answer: 'none' })
    expect(found.totals!.activities).toBe(found.activities.length)
    return found.activities.map(one => one.id).toSorted()
  }
  const advice = await recorded(thread, 'advice', { outcome: 'waiting' })
  const urging = await recorded(thread, 'urging', { answers: { first: 2, second: 1 } })
  await recorded(thread, 'advice', { outcome: 'whole' })
  await recorded(thread, 'training', {})
  expect(await unanswered()).toEqual([advice.id, urging.id].toSorted())
  await advice.fulfil({ outcome: 'issued', issued: { number: '5/QĐ-UBND', date: '2026-06-15' } })
  expect(await unanswered()).toEqual([urging.id])
})
