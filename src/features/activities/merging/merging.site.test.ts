import { describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../../test/harness/contributions.ts'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { layActivities, layThread } from '../../../../test/harness/thread.ts'
import { newId } from '../../../kernel/ids.ts'
import type { merges } from '../queries/merges.ts'

type Shown = Awaited<ReturnType<typeof merges.run>>

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { send, ask, who } = site
const [lan, tuan] = [who('lan'), who('tuan')]

/** The same class recorded by both sides, under an item each. */
async function twice() {
  const thread = await layThread(site)
  const held = { heldOn: '2026-03-10', reach: 117, count: 2 }
  const [ours] = await layActivities(site, thread, thread.items[0]!, [held])
  const [theirs] = await layActivities(site, thread, thread.items[1]!, [{ ...held, heldOn: '2026-03-11', body: 'sdttg' }])
  return { thread, ours: ours!, theirs: theirs! }
}
const shown = (acting: typeof lan, activityId: string) => ask<Shown>(acting, 'activities.merges', { activityId })
const itemsOf = async (activityId: string) =>
  (await ask<{ items: { id: string }[] }>(lan, 'activities.activity', { activityId })).items.map(item => item.id)
const listed = async (programmeId: string) =>
  (await ask<{ totals: { activities: number } }>(lan, 'activities.list', { programmeId })).totals.activities

async function proposed() {
  const both = await twice()
  const mergeId = newId()
  await send(lan, 'activities.propose-merge', { mergeId, keptId: both.ours, mergedId: both.theirs })
  return { ...both, mergeId }
}

describe('the same event recorded by both sides', () => {
  it('is recognised, and counts twice until the other side agrees that it is one', async () => {
    const { ours, theirs, thread } = await twice()
    expect((await shown(lan, ours)).alike.map(one => one.id)).toEqual([theirs])
    const mergeId = newId()
    await send(lan, 'activities.propose-merge', { mergeId, keptId: ours, mergedId: theirs })
    expect(await listed(thread.programmeId)).toBe(2)
    expect((await deadlinesOf(site, tuan, '2026-07-01')).some(one => one.kind === 'activity-merge' && one.id === mergeId)).toBe(
      true,
    )
    await send(tuan, 'activities.agree-merge', { mergeId })
    expect(await listed(thread.programmeId)).toBe(1)
    expect((await shown(tuan, theirs)).standing).toMatchObject([{ state: 'agreed', kept: false, other: { id: ours } }])
  })

  it('stands under the items of both once it is one', async () => {
    const { ours, thread, mergeId } = await proposed()
    await send(tuan, 'activities.agree-merge', { mergeId })
    expect((await itemsOf(ours)).toSorted()).toEqual(thread.items.toSorted())
  })

  it('stays under the items of the other side when the side that keeps it changes its own', async () => {
    const { ours, thread, mergeId } = await proposed()
    await send(tuan, 'activities.agree-merge', { mergeId })
    const own = { kind: 'training', title: 'Lớp tập huấn', heldOn: '2026-03-10', place: 'Xã Nậm Mây' }
    await send(lan, 'activities.change-activity', { activityId: ours, version: 1, ...own, itemIds: [thread.items[0]!] })
    expect((await itemsOf(ours)).toSorted()).toEqual(thread.items.toSorted())
  })

  it('is not removed by either side while it is joint or asked to be', async () => {
    const { ours, theirs, mergeId } = await proposed()
    const remove = (acting: typeof lan, activityId: string) =>
      refusalOf(send(acting, 'activities.remove-activity', { activityId, version: 1 }))
    expect(await remove(lan, ours)).toBe('activities.merge-holds')
    expect(await remove(tuan, theirs)).toBe('activities.merge-holds')
    await send(tuan, 'activities.agree-merge', { mergeId })
    expect(await remove(lan, ours)).toBe('activities.merge-holds')
  })

  it('stays two where the other side says so', async () => {
    const { thread, mergeId } = await proposed()
    await send(tuan, 'activities.decline-merge', { mergeId })
    expect(await listed(thread.programmeId)).toBe(2)
    expect(await refusalOf(send(tuan, 'activities.agree-merge', { mergeId }))).toBe('activities.merge-answered')
  })

  it('is parted again by the side whose record was taken in, and is not restored past it', async () => {
    const { ours, theirs, thread, mergeId } = await proposed()
    await send(tuan, 'activities.agree-merge', { mergeId })
    expect(await refusalOf(send(tuan, 'activities.restore-activity', { activityId: theirs, version: 2 }))).toBe(
      'activities.merged',
    )
    await send(tuan, 'activities.part-merge', { mergeId })
    expect(await listed(thread.programmeId)).toBe(2)
    expect(await itemsOf(ours)).toEqual([thread.items[0]])
  })

  it('is not agreed to for the other side, nor proposed as agreed, past row-level security', async () => {
    const { ours, theirs, thread, mergeId } = await proposed()
    const state = { state: 'agreed' }
    const agreed = site.engine.database.write(lan, tx =>
      tx.updateTable('activity_merge').set(state).where('id', '=', mergeId).execute(),
    )
    await expect(agreed).rejects.toThrow('row-level security')
    await send(tuan, 'activities.decline-merge', { mergeId })
    const sides = { kept_id: ours, kept_body: lan.bodyId, merged_id: theirs, merged_body: tuan.bodyId }
    const by = { programme_id: thread.programmeId, created_by: lan.accountId, created_at: new Date() }
    const forged = site.engine.database.write(lan, tx =>
      tx
        .insertInto('activity_merge')
        .values({ id: newId(), ...sides, ...by, ...state })
        .execute(),
    )
    await expect(forged).rejects.toThrow('row-level security')
  })

  it('is neither agreed by the side that proposes nor proposed twice', async () => {
    const { ours, theirs, mergeId } = await proposed()
    expect(await refusalOf(send(lan, 'activities.agree-merge', { mergeId }))).toBe('activities.not-yours')
    const again = { mergeId: newId(), keptId: ours, mergedId: theirs }
    expect(await refusalOf(send(lan, 'activities.propose-merge', again))).toBe('activities.merge-standing')
    await send(lan, 'activities.withdraw-merge', { mergeId })
    await send(lan, 'activities.propose-merge', again)
  })
})
