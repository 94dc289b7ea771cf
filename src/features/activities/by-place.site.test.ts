import { describe, expect, it } from 'vitest'
import { layPlaces } from '../../../test/harness/places.ts'
import { openTestSite } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import type { AnswerOf } from '../../engine/query.ts'
import { newId } from '../../kernel/ids.ts'
import type { byPlace } from './queries/by-place.ts'

type Shown = AnswerOf<typeof byPlace>

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { engine, send, ask, who } = site
const lan = who('lan')

/** An item with its target per such places, and how it stands there. */
async function item(per: string) {
  const { items, programmeId } = await layThread(site)
  const itemId = items[0]!
  const target = { target_unit: 'lớp', target_min: 2, target_per: per }
  await engine.database.write('system', tx => tx.updateTable('plan_item').set(target).where('id', '=', itemId).execute())
  const work = { itemIds: [itemId], kind: 'training', title: 'Lớp', heldOn: '2026-03-10', place: 'Xã' }
  return {
    itemId,
    record: (placeIds: string[], classes = 1) =>
      send(lan, 'activities.record-activity', {
        activityId: newId(),
        programmeId,
        ...work,
        count: { value: classes, unit: 'lớp' },
        placeIds,
      }),
    shown: (input: object = {}) => ask<Shown>(lan, 'activities.by-place', { itemId, ...input }),
  }
}
const standings = ({ places }: Shown, ids: readonly string[]) =>
  places.filter(one => ids.includes(one.id)).map(one => [one.id, one.standing, one.activities])

async function classify(placeId: string, given: string) {
  const decision = { number: '7/QĐ-UBND', date: '2026-01-05', issuer: 'Ủy ban nhân dân tỉnh', validFrom: '2026-01-05' }
  const rows = [{ areaId: newId(), placeId, class: given }]
  await send(who('quantri.mttq'), 'agencies.load-areas', { loadId: newId(), decision, replaces: false, rows })
}

describe('an item of a plan, place by place', () => {
  it('names the communes that have work and those that have none, of those that hold a class on the day', async () => {
    const [places, { itemId, record, shown }] = [await layPlaces(site), await item('xã')]
    await record([places.villageId])
    const both = [places.communeId, places.otherCommuneId]
    expect(standings(await shown(), both)).toEqual([
      [places.otherCommuneId, 'none', 0],
      [places.communeId, 'begun', 1],
    ])
    await classify(places.otherCommuneId, 'border')
    expect(standings(await shown({ class: 'border' }), both)).toEqual([[places.otherCommuneId, 'none', 0]])
    const list = { itemId, placeId: places.communeId }
    expect((await ask<{ activities: unknown[] }>(lan, 'activities.list', list)).activities).toHaveLength(1)
  })

  it('names villages where the target is for each of them, of the class that its words name, unless all are asked for', async () => {
    const [places, other] = [await layPlaces(site, 'A'), await layPlaces(site, 'B')]
    const { record, shown } = await item('thôn xen ghép')
    const both = [places.villageId, other.villageId]
    await record([places.villageId], 2)
    await record([places.communeId], 2)
    await classify(places.villageId, 'mixed-village')
    const ofClass = await shown()
    expect(ofClass).toMatchObject({ level: 'village', class: 'mixed-village', reached: 1, begun: 0, none: 0 })
    expect(standings(ofClass, both)).toEqual([[places.villageId, 'reached', 1]])
    expect(standings(await shown({ class: 'all' }), both)).toEqual([
      [other.villageId, 'none', 0],
      [places.villageId, 'reached', 1],
    ])
  })
})
