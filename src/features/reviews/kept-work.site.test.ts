import { expect, it } from 'vitest'
import { layPlaces } from '../../../test/harness/places.ts'
import { openTestSite } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import type { ReadDb } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { kindsOfProgramme } from '../activities/index.ts'
import { getProgramme } from '../programmes/index.ts'
import { compileLive } from './freezing.ts'
import { activitiesKept, activitiesOnce, partOnce } from './kept-work.ts'
import { loadActivities } from './load-activities.ts'
import { workOf } from './load-input.ts'
import { marksOf } from './marks.ts'
import { getReview } from './store.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { engine, send, who } = site
const lan = who('lan')

/** A programme with three activities and a half-year review; `asks` reads it as those do who compile it. */
async function laidOut() {
  const { items, programmeId } = await layThread(site)
  const ids = [newId(), newId(), newId()]
  for (const [at, activityId] of ids.entries()) {
    const work = { itemIds: [items[0]!], kind: 'training', title: `Lớp ${at}`, heldOn: `2026-03-1${at}`, place: 'Xã' }
    await send(lan, 'activities.record-activity', { activityId, programmeId, ...work, reach: { value: 90, unit: 'lượt người' } })
  }
  const reviewId = newId()
  await send(lan, 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: 2026, half: 1 })
  const asks = async (db: ReadDb) => {
    const stretch = { from: '2026-01-01', to: '2026-06-14', before: { from: '2025-01-01', to: '2025-06-14' } }
    const wanted = { programmeId, ...stretch, kinds: await kindsOfProgramme(db, programmeId) }
    const marks = await marksOf(db, await getReview(db, reviewId))
    return { kept: await activitiesOnce(db, wanted, marks), plain: await loadActivities(db, wanted), marks }
  }
  const read = () => engine.database.read(lan, asks)
  const change = async (text: string) => void (await engine.database.pool.query(text))
  return { programmeId, reviewId, items, ids, asks, read, change }
}

it('rows of work that changed since they were read are read again, and no others', async () => {
  const { programmeId, items, ids, read, change } = await laidOut()
  const [first, second, third] = ids.map(id => `'${id}'`)
  await layPlaces(site)
  const place = `(SELECT id FROM place WHERE kind = 'village' LIMIT 1)`
  const before = await read()
  expect(before.kept).toHaveLength(3)
  for (const text of [
    `UPDATE activity SET title = 'Lớp khác' WHERE id = ${first}`,
    `UPDATE activity SET held_on = '2026-05-01' WHERE id = ${first}`,
    `UPDATE activity SET held_on = '2024-05-01' WHERE id = ${second}`,
    `UPDATE activity SET held_on = '2025-05-01' WHERE id = ${second}`,
    `UPDATE activity SET removed_at = now() WHERE id = ${third}`,
    `UPDATE activity SET removed_at = NULL WHERE id = ${third}`,
    `INSERT INTO activity_item (home, activity_id, item_id, programme_id)
      SELECT home, ${third}, '${items[1]}', programme_id FROM activity WHERE id = ${third}`,
    `DELETE FROM activity_item WHERE activity_id = ${third} AND item_id = '${items[1]}'`,
    `INSERT INTO activity_place (home, activity_id, place_id, programme_id)
      SELECT home, ${third}, ${place}, programme_id FROM activity WHERE id = ${third}`,
    `DELETE FROM activity_place WHERE activity_id = ${third}`,
    `UPDATE activity SET title = title || '.' WHERE programme_id = '${programmeId}'`,
  ]) {
    await change(text)
    const { kept, plain } = await read()
    expect(kept, text).toEqual(plain)
  }
  const { kept } = await read()
  await change(`UPDATE activity SET title = 'Lớp cuối' WHERE id = ${third}`)
  const after = (await read()).kept
  expect(after.filter(row => !kept.includes(row)).map(row => row.title)).toEqual(['Lớp cuối'])
})

it('who asks only for what is kept is given nothing where it was never read, and what has changed where it was', async () => {
  const { reviewId, ids, read, change } = await laidOut()
  const kept = () =>
    engine.database.read(lan, async db => {
      const review = await getReview(db, reviewId)
      const work = workOf(await getProgramme(db, review.programmeId), review, await kindsOfProgramme(db, review.programmeId))
      const marks = await marksOf(db, review)
      return activitiesKept(db, work, marks)
    })
  await read()
  expect(await kept()).toBeNull()
  await engine.database.read(lan, async db => compileLive(db, await getReview(db, reviewId)))
  await change(`UPDATE activity SET title = 'Lớp mới' WHERE id = '${ids[0]}'`)
  expect((await kept())?.map(row => row.title)).toEqual(['Lớp mới', 'Lớp 1', 'Lớp 2'])
})

it('what of the plan, the places and the kinds tells of work is read with it', async () => {
  const { items, read, change } = await laidOut()
  await read()
  await change(`UPDATE plan_item SET clause_path = 'II/2' WHERE id = '${items[0]}'`)
  const { kept, plain } = await read()
  expect(kept).toEqual(plain)
  expect(kept[0]!.clausePaths).toEqual(['II/2'])
})

it('whoever still sees an earlier moment reads that, and spoils it for nobody', async () => {
  const { ids, asks, read, change } = await laidOut()
  await read()
  const early = await engine.database.read(lan, async db => {
    await choosesItsMoment(db)
    await change(`UPDATE activity SET title = 'Lớp mới' WHERE id = '${ids[0]}'`)
    await read()
    return asks(db)
  })
  expect(early.kept).toEqual(early.plain)
  expect(early.kept[0]!.title).toBe('Lớp 0')
  const late = await read()
  expect(late.kept).toEqual(late.plain)
  expect(late.kept[0]!.title).toBe('Lớp mới')
})
/** The first statement of a transaction does. */
const choosesItsMoment = (db: ReadDb) => db.selectFrom('programme').select('id').limit(1).execute()

it('a change that is committed later than another that began after it is read too', async () => {
  const { ids, read, change } = await laidOut()
  const slow = await engine.database.pool.connect()
  try {
    await slow.query('BEGIN')
    await slow.query(`UPDATE activity SET title = 'Lớp chậm' WHERE id = '${ids[0]}'`)
    await change(`UPDATE activity SET title = 'Lớp nhanh' WHERE id = '${ids[1]}'`)
    expect((await read()).kept.map(row => row.title)).toEqual(['Lớp 0', 'Lớp nhanh', 'Lớp 2'])
    await slow.query('COMMIT')
  } finally {
    slow.release()
  }
  expect((await read()).kept.map(row => row.title)).toEqual(['Lớp chậm', 'Lớp nhanh', 'Lớp 2'])
})

it('a transaction that sees its own changes neither takes what is kept nor keeps what it sees', async () => {
  const { ids, asks, read } = await laidOut()
  const own = engine.database.write('system', async tx => {
    await tx.updateTable('activity').set({ title: 'Lớp bỏ' }).where('id', '=', ids[0]!).execute()
    expect((await asks(tx)).kept[0]!.title).toBe('Lớp bỏ')
    throw new Error('undo')
  })
  await expect(own).rejects.toThrow('undo')
  expect((await read()).kept[0]!.title).toBe('Lớp 0')
})

it('many changes at once are read all together', async () => {
  const { programmeId, read, change } = await laidOut()
  await read()
  await change(
    `INSERT INTO changed_activity (home, programme_id, activity_ids) SELECT home, id, NULL FROM programme WHERE id = '${programmeId}'`,
  )
  await change(`UPDATE activity SET title = 'Lớp' WHERE programme_id = '${programmeId}'`)
  expect((await read()).kept.map(row => row.title)).toEqual(['Lớp', 'Lớp', 'Lớp'])
})

it('a part is loaded anew where it has changed, and not where another has', async () => {
  const { programmeId, ids, read, change } = await laidOut()
  let loads = 0
  const splits = async () => partOnce((await read()).marks, ['splits', 'test'], async () => [++loads])
  await splits()
  await change(`UPDATE activity SET title = 'Lớp' WHERE id = '${ids[0]}'`)
  await change(`UPDATE petition SET home = home WHERE programme_id = '${programmeId}'`)
  expect(await splits()).toEqual([1])
  await change(`INSERT INTO activity_breakdown (home, activity_id, programme_id, dimension, label, count)
    SELECT home, id, programme_id, 'sex', 'Nữ', 9 FROM activity WHERE id = '${ids[0]}'`)
  expect(await splits()).toEqual([2])
  await change(`UPDATE activity SET held_on = '2026-04-01' WHERE id = '${ids[0]}'`)
  expect(await splits()).toEqual([3])
})

it('what changed two days ago and more is forgotten', async () => {
  const { programmeId, ids, change } = await laidOut()
  const noted = async () => {
    const { rows } = await engine.database.pool.query('SELECT FROM changed_activity WHERE programme_id = $1', [programmeId])
    return rows.length
  }
  expect(await noted()).toBeGreaterThan(2)
  await change(`UPDATE changed_activity SET changed_at = now() - interval '3 days' WHERE programme_id = '${programmeId}'`)
  await change(`UPDATE activity SET title = 'Lớp' WHERE id = '${ids[0]}'`)
  // As it was and as it has become.
  expect(await noted()).toBe(2)
})
