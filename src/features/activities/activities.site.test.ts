import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { hitsOf } from '../../../test/harness/contributions.ts'
import { tableOf } from '../../../test/harness/lists.ts'
import { sharePlan } from '../../../test/harness/plans.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { loadPlaces } from '../../app/seed-places.ts'
import type { Json } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'

const site = await openTestSite({ now: () => new Date('2026-05-20T03:00:00Z') })
const { send, ask, who, engine } = site
const lan = who('lan')
const tuan = who('tuan')
const dung = who('dung')
const xem = who('xem')

const programme = await insertProgramme(site, [
  {
    path: 'II/1',
    text: 'Mỗi năm mở 02 lớp bồi dưỡng',
    targets: [{ min: 2, max: 3, unit: 'lớp', per: 'năm', text: '' }],
    topics: ['training'],
  },
  { path: 'II/2', text: 'Thường xuyên tuyên truyền', schedules: [{ kind: 'continuous' }], topics: ['communication'] },
  { path: 'II/3', text: 'Xây dựng mô hình', topics: ['model'] },
])
const planId = newId()
await send(lan, 'plans.draft-plan', { planId, programmeId: programme.id, year: 2026 })
await sharePlan(site, who('minh'), planId)

type Item = { id: string; version: number; progress: { state: string; months: boolean[] | null }; progressText: string }
type Plan = { clauses: { path: string; items: Item[] }[] }
const itemAt = async (path: string): Promise<Item> => {
  const plan = await ask<Plan>(lan, 'plans.plan', { planId })
  return plan.clauses.find(clause => clause.path === path)!.items[0]!
}
const [classes, talks, model] = [await itemAt('II/1'), await itemAt('II/2'), await itemAt('II/3')]

const fields = (change: object = {}) => ({
  itemIds: [classes.id],
  kind: 'training',
  title: 'Lớp bồi dưỡng kiến thức công tác dân tộc',
  heldOn: '2026-05-12',
  place: 'Xã Nậm Mây',
  count: { value: 1, unit: 'lớp' },
  reach: { value: 45, unit: 'lượt học viên' },
  ...change,
})
async function recorded(change: object = {}, actor = lan): Promise<string> {
  const activityId = newId()
  await send(actor, 'activities.record-activity', { activityId, programmeId: programme.id, ...fields(change) })
  return activityId
}
async function upload(actor: Actor, text = 'biên bản'): Promise<string> {
  const stored = await engine.files.put(Readable.from([Buffer.from(text)]), 1000)
  const fileId = newId()
  await send(actor, 'files.keep-upload', { fileId, ...stored, name: 'bien-ban.pdf', mediaType: 'application/pdf' })
  return fileId
}
const seesFile = async (actor: Actor, fileId: string) =>
  (await engine.database.read(actor, db => db.selectFrom('file').select('id').where('id', '=', fileId).execute())).length === 1
const link = ({ id }: { id: string }) => ({ activity_id: id, item_id: model.id, programme_id: programme.id })
const refused = (change: object) => refusalOf(recorded(change))
type Shown = { activity: { version: number }; evidence: { id: string }[]; report: { year: number }; can: { change: boolean } }
const shown = (actor: Actor, activityId: string) => ask<Shown>(actor, 'activities.activity', { activityId })

describe('recording an activity', () => {
  it('adds its counts to the progress of its items, until the target is reached', async () => {
    const first = await recorded({ itemIds: [classes.id, talks.id] })
    expect((await itemAt('II/1')).progressText).toBe('1/2 lớp')
    const second = await recorded({ count: { value: 2, unit: 'lớp' } }, tuan)
    expect(await itemAt('II/1')).toMatchObject({ progress: { state: 'done' }, progressText: '3/2 lớp' })
    expect((await itemAt('II/2')).progress.months![4]).toBe(true)
    await send(tuan, 'activities.remove-activity', { activityId: second, version: 1 })
    expect((await itemAt('II/1')).progress.state).toBe('going-on')
    await send(tuan, 'activities.restore-activity', { activityId: second, version: 2 })
    expect((await itemAt('II/1')).progress.state).toBe('done')
    for (const [actor, activityId, version] of [
      [tuan, second, 3],
      [lan, first, 1],
    ] as const)
      await send(actor, 'activities.remove-activity', { activityId, version })
  })

  it('refuses tomorrow, other years, strange items and items that were left out', async () => {
    expect(await refused({ heldOn: '2026-05-21' })).toBe('activities.not-yet')
    expect(await refused({ heldOn: '2025-12-30' })).toBe('activities.outside-programme')
    expect(await refused({ heldTo: '2026-05-11' })).toBe('activities.ends-before')
    expect(await refused({ itemIds: [] })).toBe('field.items')
    expect(await refused({ itemIds: [newId()] })).toBe('not-found')
    const others = [
      { path: 'I/1', text: 'Việc khác' },
      { path: 'I/2', text: 'Việc khác nữa' },
    ]
    const other = await insertProgramme(site, others)
    const otherPlan = newId()
    await send(lan, 'plans.draft-plan', { planId: otherPlan, programmeId: other.id, year: 2026 })
    const strange = (await ask<Plan>(lan, 'plans.plan', { planId: otherPlan })).clauses[0]!.items[0]!
    expect(await refused({ itemIds: [strange.id] })).toBe('plans.not-shared')
    await send(lan, 'plans.drop-item', { itemId: strange.id, version: 1, reason: 'Trùng với việc khác' })
    await sharePlan(site, who('minh'), otherPlan)
    expect(await refused({ itemIds: [strange.id] })).toBe('activities.other-programme')
    const record = send(lan, 'activities.record-activity', {
      activityId: newId(),
      programmeId: other.id,
      ...fields({ itemIds: [strange.id] }),
    })
    expect(await refusalOf(record)).toBe('plans.item-dropped')
  })

  it('counts once what is sent again after a reload', async () => {
    const activityId = await recorded()
    const again = send(lan, 'activities.record-activity', { activityId, programmeId: programme.id, ...fields() })
    expect(await refusalOf(again)).toBe('activities.recorded-already')
    await send(lan, 'activities.remove-activity', { activityId, version: 1 })
  })

  it('is found by its words, by its item and with the totals of what is shown', async () => {
    const activityId = await recorded({ itemIds: [model.id], kind: 'model', title: 'Ra mắt mô hình Bản sạch', money: 12_500_000 })
    const found = (input: Json, actor = lan) =>
      ask<{ activities: { id: string }[]; totals: object }>(actor, 'activities.list', input)
    expect((await found({ words: 'mo hinh ban' })).activities.map(one => one.id)).toEqual([activityId])
    expect(await found({ itemId: model.id })).toMatchObject({
      totals: {
        activities: 1,
        money: 12_500_000,
        units: [
          { unit: 'lượt học viên', value: 45 },
          { unit: 'lớp', value: 1 },
        ],
      },
    })
    expect((await found({ from: '2026-05-13' })).activities).toEqual([])
    const table = await tableOf(site, lan, 'activity-list', { words: 'mo hinh ban' })
    expect(table.map(row => [row[2], row[9]])).toEqual([['Ra mắt mô hình Bản sạch', 12_500_000]])
    expect(await tableOf(site, dung, 'activity-list', { words: 'mo hinh ban' })).toEqual([])
    expect((await found({ words: 'mo hinh' }, dung)).activities).toEqual([])
    expect((await hitsOf(site, tuan, 'mo & hinh:*')).map(hit => hit.kind)).toContain('activity')
    expect((await hitsOf(site, dung, 'mo & hinh:*')).filter(hit => ['activity', 'plan-item'].includes(hit.kind))).toEqual([])
    await send(lan, 'activities.remove-activity', { activityId, version: 1 })
  })
})

describe('what a kind asks, and where it was', () => {
  const places = async () => {
    const ids = await loadPlaces(engine)
    return { commune: ids.get('Xã Nậm Mây')!, village: ids.get('Thôn Nà Lốc, Xã Nậm Mây')! }
  }

  it('is kept with the record, read by every party and found by the commune', async () => {
    const { commune, village } = await places()
    const details = { form: 'community', proposals: { first: 3, second: 1 } }
    const breakdown = [{ dimension: 'sex', label: 'Nữ', count: 20 }]
    const activityId = await recorded({ itemIds: [model.id], kind: 'supervision', placeIds: [village], details, breakdown })
    const kept = await ask<{ activity: object; places: object[]; breakdown: object[] }>(tuan, 'activities.activity', {
      activityId,
    })
    expect(kept.activity).toMatchObject({ details })
    expect(kept.places).toMatchObject([{ name: 'thôn Nà Lốc', parentName: 'xã Nậm Mây' }])
    expect(kept.breakdown).toEqual(breakdown)
    const at = async (placeId: string) =>
      (await ask<{ activities: { id: string }[] }>(tuan, 'activities.list', { placeId })).activities.map(one => one.id)
    expect([await at(commune), await at(village), await at(newId())]).toEqual([[activityId], [activityId], []])
    await send(lan, 'activities.change-activity', {
      activityId,
      version: 1,
      ...fields({ kind: 'training', placeIds: [commune] }),
    })
    expect(await ask(lan, 'activities.activity', { activityId })).toMatchObject({ places: [{ id: commune }], breakdown: [] })
    await send(lan, 'activities.remove-activity', { activityId, version: 2 })
  })

  it('is refused where it does not fit the kind, the list of places or the number reached', async () => {
    expect(await refused({ details: { khac: 1 } })).toBe('activities.unknown-field')
    expect(await refused({ details: { days: 'hai' } })).toBe('activities.wrong-field')
    expect(await refused({ placeIds: [newId()] })).toBe('not-found')
    expect(await refused({ breakdown: [{ dimension: 'sex', label: 'Nam', count: 46 }] })).toBe('activities.split-above')
  })
})

describe('evidence', () => {
  it('is the own side’s until it is attached, then every party’s, never a stranger’s', async () => {
    const fileId = await upload(lan)
    expect(await seesFile(tuan, fileId)).toBe(false)
    const activityId = await recorded({ fileIds: [fileId] })
    expect(await seesFile(tuan, fileId)).toBe(true)
    expect(await seesFile(dung, fileId)).toBe(false)
    expect((await shown(tuan, activityId)).evidence.map(one => one.id)).toEqual([fileId])
    await send(lan, 'activities.remove-evidence', { activityId, fileId })
    expect(await seesFile(tuan, fileId)).toBe(false)
    await send(lan, 'activities.attach-evidence', { activityId, fileId })
    expect(await seesFile(tuan, fileId)).toBe(true)
    await send(lan, 'activities.remove-activity', { activityId, version: 1 })
  })

  it('cannot be a file of the other side', async () => {
    const theirs = await upload(tuan, 'của bên kia')
    const activityId = await recorded()
    expect(await refusalOf(send(lan, 'activities.attach-evidence', { activityId, fileId: theirs }))).toBe('not-found')
    expect(await refusalOf(recorded({ fileIds: [theirs] }))).toBe('not-found')
    await send(lan, 'activities.remove-activity', { activityId, version: 1 })
  })

  it('is what an item without a target needs to be closed', async () => {
    const close = () => send(who('minh'), 'plans.close-item', { itemId: model.id, version: model.version })
    expect(await refusalOf(close())).toBe('plans.no-evidence')
    const activityId = await recorded({ itemIds: [model.id] })
    expect(await refusalOf(close())).toBe('plans.no-evidence')
    await send(lan, 'activities.attach-evidence', { activityId, fileId: await upload(lan, 'ảnh nơi làm') })
    await close()
    expect((await itemAt('II/3')).progress.state).toBe('done')
    await send(who('hoa'), 'plans.reopen-item', { itemId: model.id, version: model.version + 1 })
    expect((await itemAt('II/3')).progress.state).toBe('going-on')
    expect(await refusalOf(send(who('minh'), 'plans.close-item', { itemId: classes.id, version: 1 }))).toBe(
      'plans.target-decides',
    )
  })
})

describe('whose an activity is', () => {
  it('is read by both sides, changed by the side that recorded it, and unknown to strangers', async () => {
    const activityId = await recorded()
    expect((await shown(lan, activityId)).can.change).toBe(true)
    expect((await shown(tuan, activityId)).can.change).toBe(false)
    expect((await shown(xem, activityId)).can.change).toBe(false)
    expect(await refusalOf(shown(dung, activityId))).toBe('not-found')
    const change = (actor: Actor, version = 1) =>
      refusalOf(send(actor, 'activities.change-activity', { activityId, version, ...fields({ title: 'Khác' }) }))
    expect(await change(tuan)).toBe('activities.not-yours')
    expect(await change(dung)).toBe('not-found')
    expect(await change(xem)).toBe('not-permitted')
    expect(await change(lan, 9)).toBe('changed-meanwhile')
    await send(lan, 'activities.change-activity', { activityId, version: 1, ...fields({ itemIds: [talks.id] }) })
    expect((await itemAt('II/2')).progress.state).toBe('going-on')
  })

  it('stands behind row-level security too: the other side can neither change nor relink it', async () => {
    const activityId = await recorded()
    const touched = await engine.database.write(tuan, async tx => {
      const update = await tx.updateTable('activity').set({ title: 'Khác' }).where('id', '=', activityId).executeTakeFirst()
      const unlink = await tx.deleteFrom('activity_item').where('activity_id', '=', activityId).executeTakeFirst()
      return [update.numUpdatedRows, unlink.numDeletedRows]
    })
    expect(touched).toEqual([0n, 0n])
    const link = engine.database.write(tuan, tx =>
      tx.insertInto('activity_item').values({ activity_id: activityId, item_id: model.id, programme_id: programme.id }).execute(),
    )
    await expect(link).rejects.toMatchObject({ code: '42501' })
  })

  it('says which report it counts in', async () => {
    expect((await shown(tuan, await recorded({ heldOn: '2026-03-02' }))).report).toEqual({ year: 2026, profile: 'nd09' })
  })
})

describe('the margin of the programme', () => {
  it('ticks each clause by year and counts its activities', async () => {
    type Ticks = { clauses: { path: string; ticks: { year: number; state: string }[]; activities: number; silent: boolean }[] }
    const { clauses } = await ask<Ticks>(tuan, 'plans.clause-ticks', { programmeId: programme.id, year: 2026 })
    const talk = clauses.find(clause => clause.path === 'II/2')!
    expect(talk).toMatchObject({ activities: 1, silent: false })
    expect(talk.ticks.map(tick => tick.state)).toEqual(['going-on', 'not-due', 'not-due', 'not-due', 'not-due'])
  })

  it('adds up like a count by hand over many activities', async () => {
    const many = Array.from({ length: 200 }, (_, index) => index)
    await engine.database.write('system', async tx => {
      const rows = many.map(index => ({
        id: newId(),
        programme_id: programme.id,
        owner_body: lan.bodyId,
        kind: 'model',
        title: `Việc ${index}`,
        held_on: `2026-0${(index % 5) + 1}-10`,
        place: 'Xã',
        count: index % 3,
        count_unit: 'mô hình',
        created_at: new Date(),
      }))
      await tx.insertInto('activity').values(rows).execute()
      await tx.insertInto('activity_item').values(rows.map(link)).execute()
    })
    const { totals } = await ask<{ totals: { units: { unit: string; value: number }[] } }>(tuan, 'activities.list', {
      itemId: model.id,
      words: 'viec',
    })
    expect(totals.units).toEqual([{ unit: 'mô hình', value: many.reduce((sum, index) => sum + (index % 3), 0) }])
  })
  it('pages through what holds words, whether many of the latest do or only an old one', async () => {
    const found = async (words: string, offset: number, limit: number) =>
      (await ask<{ activities: { id: string; title: string }[] }>(lan, 'activities.list', { words, offset, limit })).activities
    const all = await found('viec', 0, 300)
    expect(all.map(one => one.title).toSorted()).toEqual(Array.from({ length: 200 }, (_, index) => `Việc ${index}`).toSorted())
    expect([...(await found('viec', 0, 7)), ...(await found('viec', 7, 8))]).toEqual(all.slice(0, 15))
    expect(await found('viec 190', 0, 1)).toEqual(all.filter(one => one.title === 'Việc 190'))
  })
})
