import { describe, expect, it } from 'vitest'
import { layPlaces } from '../../../test/harness/places.ts'
import { openTestSite } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import type { AnswerOf } from '../../engine/query.ts'
import { newId } from '../../kernel/ids.ts'
import type { byCommune } from './queries/by-commune.ts'

type Shown = AnswerOf<typeof byCommune>

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { send, ask, who } = site
const lan = who('lan')

describe('an item of a plan, commune by commune', () => {
  it('names those that have work and those that have none, of those that hold a class on the day', async () => {
    const [places, thread] = [await layPlaces(site), await layThread(site)]
    const itemId = thread.items[0]!
    const fields = { itemIds: [itemId], kind: 'training', title: 'Lớp', heldOn: '2026-03-10', place: 'Xã' }
    const record = (placeIds: string[]) =>
      send(lan, 'activities.record-activity', { activityId: newId(), programmeId: thread.programmeId, ...fields, placeIds })
    await record([places.villageId])
    const standings = async (input: object = {}) => {
      const { communes } = await ask<Shown>(lan, 'activities.by-commune', { itemId, ...input })
      return communes.map(one => [one.id, one.standing === 'none', one.activities])
    }
    expect(await standings()).toContainEqual([places.communeId, false, 1])
    expect(await standings()).toContainEqual([places.otherCommuneId, true, 0])
    const rows = [{ areaId: newId(), placeId: places.otherCommuneId, class: 'border' }]
    const decision = { number: '7/QĐ-UBND', date: '2026-01-05', issuer: 'Ủy ban nhân dân tỉnh', validFrom: '2026-01-05' }
    await send(who('quantri.mttq'), 'agencies.load-areas', { loadId: newId(), decision, replaces: false, rows })
    expect(await standings({ class: 'border' })).toEqual([[places.otherCommuneId, true, 0]])
    const list = { itemId, placeId: places.communeId }
    expect((await ask<{ activities: unknown[] }>(lan, 'activities.list', list)).activities).toHaveLength(1)
  })
})
