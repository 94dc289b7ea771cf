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
    const { items } = await ask<{ items: { id: string }[] }>(lan, 'activities.activity', { activityId: ours })
    expect(items.map(item => item.id).toSorted()).toEqual(thread.items.toSorted())
  })

  it('stays two where the other side says so', async () => {
    const { thread, mergeId } = await proposed()
    await send(tuan, 'activities.decline-merge', { mergeId })
    expect(await listed(thread.programmeId)).toBe(2)
    expect(await refusalOf(send(tuan, 'activities.agree-merge', { mergeId }))).toBe('activities.merge-answered')
  })

  it('is parted again by the side whose record was taken in, and is not restored past it', async () => {
    const { theirs, thread, mergeId } = await proposed()
    await send(tuan, 'activities.agree-merge', { mergeId })
    expect(await refusalOf(send(tuan, 'activities.restore-activity', { activityId: theirs, version: 2 }))).toBe(
      'activities.merged',
    )
    await send(tuan, 'activities.part-merge', { mergeId })
    expect(await listed(thread.programmeId)).toBe(2)
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
