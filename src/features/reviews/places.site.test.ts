import { expect, it } from 'vitest'
import { layPlaces } from '../../../test/harness/places.ts'
import { openTestSite } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'
import type { CompiledReview, Figure } from './contract.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { engine, send, ask, who } = site
const lan = who('lan')

type Opened = { now: number; records: { id: string; kind: string; count: number }[] }
type Page = { reached: number; begun: number; none: number; places: { id: string; standing: string }[] }

/** A review of a half-year in which each border commune was to have two classes: one has them, one has none, one holds no class. */
async function reviewed() {
  const [places, outside] = [await layPlaces(site), await layPlaces(site, 'ngoài vùng')]
  const { items, programmeId } = await layThread(site)
  const itemId = items[0]!
  const target = { target_unit: 'lớp', target_min: 2, target_per: 'xã biên giới' }
  await engine.database.write('system', tx => tx.updateTable('plan_item').set(target).where('id', '=', itemId).execute())
  const decision = { number: '7/QĐ-UBND', date: '2026-01-05', issuer: 'Ủy ban nhân dân tỉnh', validFrom: '2026-01-05' }
  const rows = [places.communeId, places.otherCommuneId].map(placeId => ({ areaId: newId(), placeId, class: 'border' }))
  await send(who('quantri.mttq'), 'agencies.load-areas', { loadId: newId(), decision, replaces: false, rows })
  const work = { programmeId, itemIds: [itemId], kind: 'training', title: 'Lớp', place: 'Xã' }
  const record = (placeIds: string[], heldOn: string) =>
    send(lan, 'activities.record-activity', {
      ...work,
      activityId: newId(),
      heldOn,
      count: { value: 2, unit: 'Lớp' },
      placeIds,
    })
  await record([places.villageId], '2026-03-10')
  await record([outside.communeId], '2026-03-11')
  const stateInPlan = async () => {
    const { item } = await ask<{ item: { progress: { state: string } } }>(lan, 'plans.item', { itemId })
    return item.progress.state
  }
  const missing = await stateInPlan()
  await record([places.otherCommuneId], '2026-06-15')
  const inPlan = [missing, await stateInPlan()]
  const reviewId = newId()
  await send(lan, 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: 2026, half: 1 })
  const { compiled } = await ask<{ compiled: CompiledReview }>(lan, 'reviews.review', { reviewId })
  const figures = Object.values(compiled.figures).filter(one => one.query.kind === 'places')
  const open = (figure: Figure) => ask<Opened>(lan, 'reviews.figure', { reviewId, figureId: figure.id })
  return { itemId, places, figures, open, inPlan }
}

it('a review tells which communes of a class have reached a target by the end of its days and which have none, as the page of the item does', async () => {
  const { itemId, places, figures, open, inPlan } = await reviewed()
  const told = new Map(figures.map(figure => [figure.query.part, figure]))
  const { from, to } = figures[0]!.query
  const page = await ask<Page>(lan, 'activities.by-place', { itemId, from, to })
  expect(Object.fromEntries([...told].map(([part, { value }]) => [part, value]))).toEqual({
    none: 1,
    reached: 1,
    wanted: 2,
  })
  expect((await open(told.get('none')!)).records).toMatchObject([{ id: places.otherCommuneId, kind: 'place', count: 0 }])
  expect((await open(told.get('reached')!)).records).toMatchObject([{ id: places.communeId, kind: 'place', count: 2 }])
  for (const figure of figures) {
    const behind = page.places.filter(one => figure.query.part === 'wanted' || one.standing === figure.query.part)
    const opened = await open(figure)
    expect(opened.records.map(one => one.id)).toEqual(behind.map(one => one.id))
    expect(opened.now).toBe(figure.value)
  }
  // What came after the days of the report counts on the page of today alone.
  expect(await ask<Page>(lan, 'activities.by-place', { itemId })).toMatchObject({ reached: 2, none: 0 })
  // The plan calls it done once each of them has reached it.
  expect(inPlan).toEqual(['late', 'done'])
})
