import { describe, expect, it } from 'vitest'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { layThread, type Thread } from '../../../../test/harness/thread.ts'
import { newId } from '../../../kernel/ids.ts'

type Answer = { entered: number; known: number; problems: { line: number; code: string }[] }

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { send, ask, who } = site
const lan = who('lan')

const rowsOf = (thread: Thread, count: number, change: object = {}) =>
  Array.from({ length: count }, (_, at) => ({
    line: at + 3,
    itemIds: [thread.items[0]!],
    kind: 'training',
    title: `Lớp tập huấn ${at}`,
    heldOn: '2026-03-10',
    place: 'Xã Nậm Mây',
    ...change,
  }))
const enter = (thread: Thread, rows: object[], held: boolean, importId = newId()) =>
  send(lan, 'activities.enter-rows', { importId, programmeId: thread.programmeId, held, rows } as never) as Promise<Answer>
const listed = async ({ programmeId }: Thread) =>
  (await ask<{ totals: { activities: number } }>(lan, 'activities.list', { programmeId })).totals.activities
const TOMORROW = { heldOn: '2026-06-17' }

describe('a table that is entered line by line', () => {
  it('leaves out the lines that cannot stand, each with its reason', async () => {
    const thread = await layThread(site)
    const rows = [...rowsOf(thread, 3), { ...rowsOf(thread, 1, TOMORROW)[0]!, line: 9 }]
    const answer = await enter(thread, rows, false)
    expect(answer).toMatchObject({ entered: 3, known: 0, problems: [{ line: 9, code: 'activities.not-yet' }] })
    expect(await listed(thread)).toBe(3)
  })

  it('counts nothing twice when it is entered again, also with lines added', async () => {
    const thread = await layThread(site)
    await enter(thread, rowsOf(thread, 3), false)
    expect(await enter(thread, rowsOf(thread, 5), false)).toMatchObject({ entered: 2, known: 3 })
    expect(await listed(thread)).toBe(5)
  })
})

describe('a line that was met before', () => {
  it('is entered once where only its note tells it from another', async () => {
    const thread = await layThread(site)
    const [one] = rowsOf(thread, 1)
    const rows = [one!, { ...one!, line: 4, note: 'ghi thêm' }]
    expect(await enter(thread, rows, false)).toMatchObject({
      entered: 1,
      problems: [{ line: 4, code: 'activities.bulk-twice', data: { line: 3 } }],
    })
  })

  it('stands again when its activity was removed', async () => {
    const thread = await layThread(site)
    await enter(thread, rowsOf(thread, 2), false)
    const { activities } = await ask<{ activities: { id: string }[] }>(lan, 'activities.list', {
      programmeId: thread.programmeId,
    })
    await send(lan, 'activities.remove-activity', { activityId: activities[0]!.id, version: 1 })
    expect(await enter(thread, rowsOf(thread, 2), false)).toMatchObject({ entered: 1, known: 1 })
    expect(await listed(thread)).toBe(2)
  })

  it('is not there before it was entered: nobody records another activity under its id', async () => {
    const thread = await layThread(site)
    const { line: _line, ...row } = rowsOf(thread, 1)[0]!
    const forged = { activityId: '11111111-1111-8111-8111-111111111111', programmeId: thread.programmeId, ...row }
    expect(await refusalOf(send(lan, 'activities.record-activity', forged as never))).toBe('bad-input')
  })
})

describe('a table that is taken whole or not at all', () => {
  it('stands in no sum before its last line is in', async () => {
    const thread = await layThread(site)
    const importId = newId()
    const rows = rowsOf(thread, 4)
    await enter(thread, rows.slice(0, 2), true, importId)
    expect(await listed(thread)).toBe(0)
    const finish = (count: number) =>
      send(lan, 'activities.finish-import', { importId, programmeId: thread.programmeId, rows: count })
    expect(await refusalOf(finish(4))).toBe('activities.bulk-not-whole')
    await enter(thread, rows.slice(2), true, importId)
    await finish(4)
    expect(await listed(thread)).toBe(4)
  })

  it('is not written where one line cannot stand', async () => {
    const thread = await layThread(site)
    const rows = [...rowsOf(thread, 2), { ...rowsOf(thread, 1, TOMORROW)[0]!, line: 9 }]
    expect(await enter(thread, rows, true)).toMatchObject({ entered: 0, problems: [{ line: 9 }] })
  })

  it('goes on from where it broke off, when it is entered again', async () => {
    const thread = await layThread(site)
    const rows = rowsOf(thread, 3)
    await enter(thread, rows.slice(0, 2), true)
    const importId = newId()
    expect(await enter(thread, rows, true, importId)).toMatchObject({ entered: 3, known: 0 })
    await send(lan, 'activities.finish-import', { importId, programmeId: thread.programmeId, rows: 3 })
    expect(await listed(thread)).toBe(3)
  })
})
