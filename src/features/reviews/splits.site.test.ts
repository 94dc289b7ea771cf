import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openTestSite } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import type { CompiledReview } from './contract.ts'
import { digestOfSources, sourcesOf } from './sources.ts'
import { getReview } from './store.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { engine, send, ask, who } = site
const [lan, tuan, minh, dung] = [who('lan'), who('tuan'), who('minh'), who('dung')]

type Split = { dimension: string; label: string; count: number }
const split = (dimension: string, label: string, count: number): Split => ({ dimension, label, count })
const SMALL = [split('sex', 'Nữ', 90), split('people', 'Mông', 60), split('people', 'Thái', 27), split('people', 'Brâu', 3)]

/** One activity of the Front, split by group. */
async function recorded(breakdown: Split[]) {
  const { items, programmeId } = await layThread(site)
  const fields = {
    activityId: newId(),
    itemIds: [items[0]!],
    kind: 'training',
    title: 'Lớp',
    heldOn: '2026-03-10',
    place: 'Xã',
    reach: { value: 90, unit: 'lượt người' },
  }
  await send(lan, 'activities.record-activity', { ...fields, programmeId, breakdown })
  return {
    programmeId,
    ...fields,
    change: (after: Split[]) => send(lan, 'activities.change-activity', { ...fields, version: 1, breakdown: after }),
  }
}
const rowsOf = (actor: Actor, table: 'activity_breakdown' | 'told_split', activityId: string) =>
  engine.database.read(actor, db =>
    db
      .selectFrom(table)
      .select(['dimension', 'label', 'count'])
      .where('activity_id', '=', activityId)
      .orderBy('count', 'desc')
      .execute(),
  )
const shownTo = (actor: Actor, activityId: string) =>
  ask<{ breakdown: Split[]; few: boolean }>(actor, 'activities.activity', { activityId })

/** The half-year review that a side compiles for itself. */
async function reviewed(actor: Actor, programmeId: string) {
  const reviewId = newId()
  await send(actor, 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: 2026, half: 1 })
  const { compiled } = await ask<{ compiled: CompiledReview }>(actor, 'reviews.review', { reviewId })
  const told = Object.values(compiled.figures).filter(one => one.query.kind === 'split')
  const sentences = compiled.blocks.flatMap(one => (one.kind === 'sentence' ? [one.pieces] : []))
  const open = (figureId: string) => ask<{ now: number; records: object[] }>(actor, 'reviews.figure', { reviewId, figureId })
  return { reviewId, told, sentences, open }
}

it('the counts of a split stand with the side that recorded them, in the database too; the other reads what is told of them', async () => {
  const { activityId } = await recorded(SMALL)
  expect(await rowsOf(lan, 'activity_breakdown', activityId)).toHaveLength(4)
  expect(await rowsOf(tuan, 'activity_breakdown', activityId)).toEqual([])
  expect(await rowsOf(dung, 'told_split', activityId)).toEqual([])
  expect(await shownTo(lan, activityId)).toMatchObject({ few: false, breakdown: expect.arrayContaining(SMALL) })
  const told = [split('sex', 'Nữ', 90), split('people', 'Mông', 60)]
  expect(await shownTo(tuan, activityId)).toMatchObject({ few: true })
  expect((await shownTo(tuan, activityId)).breakdown).toEqual(expect.arrayContaining(told))
  expect(await rowsOf(tuan, 'told_split', activityId)).toEqual(told)
})

it('sums of splits hold no small count for anybody, whatever the stretch that is asked for', async () => {
  const { programmeId } = await recorded(SMALL)
  const asked = JSON.stringify([{ at: 0, from: '2026-03-10', to: '2026-03-10' }])
  const sums = (actor: Actor) =>
    engine.database.read(actor, async db => {
      const { rows } = await sql<{ label: string; count: number | null }>`
        SELECT label, count FROM splits_of_clauses(${programmeId}::uuid, ${asked}::jsonb) ORDER BY label`.execute(db)
      return rows.map(row => [row.label, row.count])
    })
  const told = [
    ['Brâu', null],
    ['Mông', 60],
    ['Nữ', 90],
    ['Thái', 27],
  ]
  expect([await sums(lan), await sums(tuan), await sums(dung)]).toEqual([told, told, []])
})

it('a review of either side tells the same of them, and opens the work in which the reader is told that group', async () => {
  const { programmeId, activityId } = await recorded(SMALL)
  const [ours, theirs] = [await reviewed(lan, programmeId), await reviewed(tuan, programmeId)]
  expect(ours.told.map(one => [one.query.part, one.value])).toEqual([
    ['sex:Nữ', 90],
    ['people:Mông', 60],
  ])
  expect(theirs.told).toEqual(ours.told)
  expect(theirs.sentences).toEqual(ours.sentences)
  for (const { id, value } of theirs.told)
    expect(await theirs.open(id)).toMatchObject({ now: value, records: [{ id: activityId, reach: value }] })
})

it('a review is compiled anew where a split has changed', async () => {
  const { programmeId, change } = await recorded(SMALL)
  const { reviewId } = await reviewed(minh, programmeId)
  const sources = () =>
    engine.database.read(minh, async db => {
      const review = await getReview(db, reviewId)
      return digestOfSources(review, await sourcesOf(db, review))
    })
  const before = await sources()
  await change([split('people', 'Brâu', 2)])
  expect(await sources()).not.toBe(before)
})
