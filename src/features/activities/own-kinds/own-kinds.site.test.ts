import { describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../../test/harness/contributions.ts'
import { kindInput } from '../../../../test/harness/own-kinds.ts'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { layThread, type Thread } from '../../../../test/harness/thread.ts'
import type { AnswerOf } from '../../../engine/query.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Actor } from '../../../kernel/permissions.ts'
import { kindNow, nameOfKind } from '../kind-book.ts'
import type { activity } from '../queries/activity.ts'
import type { kinds } from '../queries/kinds.ts'
import type { ownKinds } from '../queries/own-kinds.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { send, ask, who } = site
const [lan, minh, tuan, hoa] = [who('lan'), who('minh'), who('tuan'), who('hoa')]

type Known = AnswerOf<typeof ownKinds>
const versionsOf = async (thread: Thread, actor: Actor) => {
  const { programmes } = await ask<Known>(actor, 'activities.own-kinds', {})
  return programmes.find(one => one.id === thread.programmeId)!.kinds.flatMap(one => one.versions)
}
const statesOf = async (thread: Thread, actor: Actor) => (await versionsOf(thread, actor)).map(one => one.state)
const seen = async (thread: Thread, kindId: string, actor: Actor) => {
  const { version, digest } = (await versionsOf(thread, actor)).find(one => one.id === kindId)!
  return { kindId, version, digest }
}
const bookOf = async (actor: Actor = lan) => (await ask<AnswerOf<typeof kinds>>(actor, 'activities.kinds', {})).kinds

type Input = ReturnType<typeof kindInput> & { changes?: string }
async function share(thread: Thread, kindId: string, leader = minh) {
  await send(leader, 'activities.share-kind', await seen(thread, kindId, leader))
}
const agree = async (thread: Thread, kindId: string, leader = hoa) =>
  send(leader, 'activities.agree-kind', await seen(thread, kindId, leader))
async function agreed(thread: Thread, change: object = {}): Promise<Input> {
  const input = kindInput(thread.programmeId, change)
  await send(lan, 'activities.propose-kind', input)
  await share(thread, input.kindId)
  await agree(thread, input.kindId)
  return input
}
const record = (thread: Thread, { kindId, fields }: Input, part: object = {}, actor = lan) => {
  const said = { kind: kindId, title: 'Ngày hội xã Nậm Mây', heldOn: '2026-03-10', place: 'Xã Nậm Mây' }
  const numbers = { count: { value: 1, unit: 'ngày hội' }, details: { [fields[0]!.key]: 40 } }
  const of = { activityId: newId(), programmeId: thread.programmeId, itemIds: [thread.items[0]!] }
  return send(actor, 'activities.record-activity', { ...of, ...said, ...numbers, ...part }) as Promise<{ activityId: string }>
}

describe('a kind of work of a programme’s own', () => {
  it('is its own side’s until a leader sends it, and on the list once every side has agreed to the same', async () => {
    const thread = await layThread(site)
    const input = kindInput(thread.programmeId)
    await send(lan, 'activities.propose-kind', input)
    expect([await statesOf(thread, lan), await statesOf(thread, hoa)]).toEqual([['own'], []])
    await share(thread, input.kindId)
    expect(await statesOf(thread, hoa)).toEqual(['proposed'])
    expect(kindNow(await bookOf(), input.kindId)).toBeNull()
    expect(await refusalOf(record(thread, input))).toBe('activities.unknown-kind')
    expect(await agree(thread, input.kindId)).toMatchObject({ complete: true })
    expect(kindNow(await bookOf(tuan), input.kindId)).toMatchObject({ name: input.name, version: 1, standing: 'current' })
  })

  it('keeps its choices in the order in which they were written', async () => {
    const thread = await layThread(site)
    const choices = Object.fromEntries(['Xe', 'Loa', 'Thuyền', 'Ngựa'].map(words => [newId(), words]).toReversed())
    const fields = [{ key: newId(), label: 'Phương tiện', type: 'choice', choices }]
    const { kindId } = await agreed(thread, { fields, required: [] })
    const [field] = kindNow(await bookOf(), kindId)!.fields
    expect(Object.values(field!.choices!)).toEqual(['Ngựa', 'Thuyền', 'Loa', 'Xe'])
  })

  it('is recorded, shown and found as a ready one, with what it asks', async () => {
    const thread = await layThread(site)
    const input = await agreed(thread)
    const { activityId } = await record(thread, input, {}, tuan)
    const shown = await ask<AnswerOf<typeof activity>>(hoa, 'activities.activity', { activityId })
    expect(shown.activity).toMatchObject({ kind: input.kindId, kindVersion: 1, details: { [input.fields[0]!.key]: 40 } })
    const list = await ask<{ totals: { activities: number } }>(lan, 'activities.list', { kind: input.kindId })
    expect(list.totals.activities).toBe(1)
    expect(await refusalOf(record(thread, input, { details: {} }))).toBe('activities.missing-field')
    expect(await refusalOf(record(thread, input, { count: undefined }))).toBe('activities.missing-field')
    expect(await refusalOf(record(await layThread(site), input))).toBe('activities.unknown-kind')
  })

  it('leaves what was recorded as it was when it changes, and takes the same key', async () => {
    const thread = await layThread(site)
    const first = await agreed(thread)
    const { activityId } = await record(thread, first)
    const next = kindInput(thread.programmeId, { changes: first.kindId, fields: [], required: [], name: 'Ngày hội các dân tộc' })
    await send(tuan, 'activities.propose-kind', next)
    await share(thread, next.kindId, hoa)
    await agree(thread, next.kindId, minh)
    const book = await bookOf()
    expect(nameOfKind(book, first.kindId)).toBe('Ngày hội các dân tộc')
    expect(await statesOf(thread, lan)).toEqual(['agreed', 'replaced'])
    const keep = { activityId, version: 1, itemIds: [thread.items[0]!], kind: first.kindId, title: 'Sửa tên', place: 'Xã' }
    const details = { [first.fields[0]!.key]: 41 }
    const numbers = { heldOn: '2026-03-10', count: { value: 1, unit: 'ngày hội' }, details }
    await send(lan, 'activities.change-activity', { ...keep, ...numbers })
    expect(await ask(lan, 'activities.activity', { activityId })).toMatchObject({ activity: { kindVersion: 1, details } })
    expect(await refusalOf(record(thread, first))).toBe('activities.unknown-field')
    const later = await record(thread, first, { details: {} })
    expect(await ask(lan, 'activities.activity', { activityId: later.activityId })).toMatchObject({
      activity: { kindVersion: 2 },
    })
  })

  it('takes nothing more once all sides have agreed to close it', async () => {
    const thread = await layThread(site)
    const input = await agreed(thread)
    await record(thread, input)
    const kindId = newId()
    await send(lan, 'activities.propose-closing', { kindId, closes: input.kindId, reason: 'Không còn dùng' })
    await share(thread, kindId)
    await record(thread, input, { title: 'Ngày hội xã Đăk Mây' })
    await agree(thread, kindId)
    expect(await refusalOf(record(thread, input))).toBe('activities.kind-closed')
    const list = await ask<{ totals: { activities: number } }>(lan, 'activities.list', { kind: input.kindId })
    expect(list.totals.activities).toBe(2)
    const change = kindInput(thread.programmeId, { changes: input.kindId })
    expect(await refusalOf(send(lan, 'activities.propose-kind', change))).toBe('activities.kind-is-closed')
  })

  it('comes back with a reason, while the version that holds still does', async () => {
    const thread = await layThread(site)
    const first = await agreed(thread)
    const next = kindInput(thread.programmeId, { changes: first.kindId })
    await send(lan, 'activities.propose-kind', next)
    await share(thread, next.kindId)
    const { version } = await seen(thread, next.kindId, hoa)
    await send(hoa, 'activities.return-kind', { kindId: next.kindId, version, reason: 'Chưa rõ' })
    expect(await statesOf(thread, lan)).toEqual(['returned', 'agreed'])
  })

  it('is not overtaken: of two changes of one version the second is refused', async () => {
    const thread = await layThread(site)
    const first = await agreed(thread)
    const [ours, theirs] = [0, 1].map(() => kindInput(thread.programmeId, { changes: first.kindId }))
    await send(lan, 'activities.propose-kind', ours!)
    await send(tuan, 'activities.propose-kind', theirs!)
    await share(thread, ours!.kindId)
    await share(thread, theirs!.kindId, hoa)
    await agree(thread, ours!.kindId)
    expect(await refusalOf(agree(thread, theirs!.kindId, minh))).toBe('changed-meanwhile')
  })

  it('is refused with words of persons, a name that is taken, twice by one side, and to who wrote it', async () => {
    const thread = await layThread(site)
    const propose = (change: object) => send(lan, 'activities.propose-kind', kindInput(thread.programmeId, change))
    expect(await refusalOf(propose({ explanation: 'Nắm thái độ người dân' }))).toBe('activities.label-of-persons')
    expect(await refusalOf(propose({ name: 'giao lưu' }))).toBe('activities.kind-name-taken')
    const first = await agreed(thread)
    await propose({ changes: first.kindId })
    expect(await refusalOf(propose({ changes: first.kindId }))).toBe('activities.kind-open')
    const own = (await versionsOf(thread, lan)).find(one => one.state === 'own')!
    await share(thread, own.id)
    expect(await refusalOf(agree(thread, own.id, minh))).toBe('activities.own-proposal')
  })

  it('waits for us, and for them, in the work of each side', async () => {
    const thread = await layThread(site)
    const input = kindInput(thread.programmeId)
    await send(lan, 'activities.propose-kind', input)
    await share(thread, input.kindId)
    const waits = async (actor: Actor) =>
      (await deadlinesOf(site, actor, '2026-12-31'))
        .filter(one => one.kind === 'own-kind' && one.programmeId === thread.programmeId)
        .map(one => one.waits)
    expect([await waits(hoa), await waits(minh)]).toEqual([['us'], ['them']])
  })
})
