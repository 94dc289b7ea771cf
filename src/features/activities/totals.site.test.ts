import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openTestSite } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import type { AnswerOf } from '../../engine/query.ts'
import { newId } from '../../kernel/ids.ts'
import type { list } from './queries/list.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { engine, send, ask, who } = site
const [lan, tuan, dung] = [who('lan'), who('tuan'), who('dung')]

/** Sums as kept beside those of the rows themselves, where the two differ. */
const differences = () =>
  engine.database.read('system', async db => {
    const { rows } = await sql`SELECT * FROM (
        SELECT programme_id, owner_body, kind, date_trunc('month', held_on)::date AS month, coalesce(count_unit, '') AS count_unit,
          coalesce(reach_unit, '') AS reach_unit, count(*)::int AS activities, coalesce(sum(count), 0) AS count,
          coalesce(sum(reach), 0) AS reach, coalesce(sum(money), 0)::bigint AS money
        FROM activity WHERE removed_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6) made
      FULL JOIN (SELECT * FROM activity_sum WHERE activities <> 0) kept
        USING (programme_id, owner_body, kind, month, count_unit, reach_unit, activities, count, reach, money)
      WHERE made IS NULL OR kept IS NULL`.execute(db)
    return rows
  })

it('sums are kept as work is recorded, changed, taken out and put back, and told by side, kind and time', async () => {
  const { items, programmeId } = await layThread(site)
  const record = async (change: object) => {
    const fields = { itemIds: [items[0]!], kind: 'training', title: 'Lớp', heldOn: '2026-03-10', place: 'Xã' }
    const counted = { count: { value: 2, unit: 'lớp' }, reach: { value: 60, unit: 'lượt học viên' }, money: 1_000_000 }
    const [activityId, whole] = [newId(), { ...fields, ...counted, ...change }]
    await send(lan, 'activities.record-activity', { activityId, programmeId, ...whole })
    return { activityId, ...whole }
  }
  const totals = async (filters: object, actor = lan) => {
    const { totals: told } = await ask<AnswerOf<typeof list>>(actor, 'activities.list', { programmeId, limit: 1, ...filters })
    return [told!.activities, told!.units.find(one => one.unit === 'lớp')?.value ?? 0, told!.money]
  }
  const first = await record({})
  const second = await record({ heldOn: '2026-04-20' })
  await record({ kind: 'visit', heldOn: '2026-05-05' })
  expect(await differences()).toEqual([])
  expect(await totals({})).toEqual([3, 6, 3_000_000])
  expect(await totals({}, tuan)).toEqual([3, 6, 3_000_000])
  expect(await totals({}, dung)).toEqual([0, 0, 0])
  expect(await totals({ kind: 'training' })).toEqual([2, 4, 2_000_000])
  expect(await totals({ from: '2026-03-11', to: '2026-05-05' })).toEqual([2, 4, 2_000_000])
  expect(await totals({ itemId: items[0]! })).toEqual([3, 6, 3_000_000])
  await send(lan, 'activities.change-activity', { ...first, version: 1, heldOn: '2026-05-01', count: { value: 5, unit: 'lớp' } })
  await send(lan, 'activities.remove-activity', { activityId: second.activityId, version: 1 })
  expect(await differences()).toEqual([])
  expect(await totals({})).toEqual([2, 7, 2_000_000])
  await send(lan, 'activities.restore-activity', { activityId: second.activityId, version: 2 })
  expect(await differences()).toEqual([])
  expect(await totals({ bodyId: lan.bodyId })).toEqual([3, 9, 3_000_000])
})
