import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { insertProgramme } from '../../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { exportsByName } from '../../../app/registry.ts'
import type { AnswerOf } from '../../../engine/query.ts'
import { openXlsx } from '../../../formats/xlsx/read.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Actor } from '../../../kernel/permissions.ts'
import type { budget } from '../queries/budget.ts'

const site = await openTestSite({ now: () => new Date('2026-05-20T03:00:00Z') })
const { send, ask, who } = site
const [lan, tuan, dung] = ['lan', 'tuan', 'dung'].map(who) as [Actor, Actor, Actor]
type Budget = AnswerOf<typeof budget>
const budgetOf = (planId: string, actor = lan) => ask<Budget>(actor, 'plans.budget', { planId })

const water = {
  itemId: null as string | null,
  content: 'Nước uống đại biểu',
  unit: 'người',
  quantity: 40,
  times: 2,
  norm: 20_000,
  basis: 'TT 12/2025/TT-BTC',
  source: 'own',
  sourceDetail: null as string | null,
  note: null,
}
const spending = { amount: 600_000, spentOn: '2026-05-10', note: 'Phiếu chi 12', activityId: null as string | null }

async function planned() {
  const programme = await insertProgramme(site, [
    { path: 'II/1', text: 'Tổ chức tập huấn' },
    { path: 'II/2', text: 'Giám sát' },
  ])
  const planId = newId()
  await send(lan, 'plans.draft-plan', { planId, programmeId: programme.id, year: 2026 })
  await shown(planId, 'draft')
  const { items } = await budgetOf(planId)
  return { planId, programmeId: programme.id, items: items.map(item => item.id) }
}
/** Whether the plan is one side's own or shared is decided elsewhere; here it is only set. */
async function shown(planId: string, state: 'private' | 'draft') {
  const sharedAt = state === 'private' ? null : new Date()
  const change = 'UPDATE plan SET state = $2, owner_body = $3, shared_at = $4 WHERE id = $1'
  await site.engine.database.pool.query(change, [planId, state, lan.bodyId, sharedAt])
}

async function added(planId: string, change: Partial<typeof water> = {}, actor = lan) {
  const lineId = newId()
  await send(actor, 'plans.add-budget-line', { lineId, planId, ...water, ...change })
  return lineId
}

describe('the budget of a plan', () => {
  it('adds up by item, side and source, exactly and in words', async () => {
    const { planId, items } = await planned()
    await added(planId, { itemId: items[0]! })
    await added(planId, { itemId: items[0]!, quantity: 1.5, times: 1, norm: 1_000_001, source: 'ntp', sourceDetail: 'Dự án 6' })
    await added(planId, { itemId: items[1]! }, tuan)
    await added(planId, { content: 'Dự phòng', quantity: 1, times: 1, norm: 125_005_000 }, tuan)
    const found = await budgetOf(planId)
    expect(found.groups.map(group => [group.item?.position ?? null, group.sums.estimate])).toEqual([
      [1, 3_100_002],
      [2, 1_600_000],
      [null, 125_005_000],
    ])
    expect(found.sides.map(side => side.estimate)).toEqual([3_100_002, 126_605_000])
    expect(found.sources.map(one => [one.of.source, one.estimate])).toEqual([
      ['own', 1_600_000],
      ['ntp', 1_500_002],
      ['own', 126_605_000],
    ])
    expect(found.total.estimate).toBe(129_705_002)
    expect(found.words).toBe('Một trăm hai mươi chín triệu bảy trăm linh năm nghìn không trăm linh hai đồng')
    expect(found.warnings.map(one => one.kind)).toEqual(['item-sources', 'content-sources'])
  })

  it('is seen by the other side, written by its own, and unknown to strangers', async () => {
    const { planId } = await planned()
    const lineId = await added(planId)
    const theirs = await budgetOf(planId, tuan)
    expect(theirs.groups[0]!.lines[0]).toMatchObject({ content: water.content, can: { change: false } })
    expect(await refusalOf(send(tuan, 'plans.change-budget-line', { lineId, version: 1, ...water }))).toBe(
      'plans.not-your-budget',
    )
    expect(await refusalOf(send(tuan, 'plans.record-spending', { spendingId: newId(), lineId, ...spending }))).toBe(
      'plans.not-your-budget',
    )
    expect(await refusalOf(budgetOf(planId, dung))).toBe('not-found')
    expect(await refusalOf(send(dung, 'plans.remove-budget-line', { lineId, version: 1 }))).toBe('not-found')
    expect(await refusalOf(added(planId, {}, dung))).toBe('not-found')
  })

  it('follows the plan where that is one side’s own draft', async () => {
    const { planId } = await planned()
    const lineId = await added(planId)
    await shown(planId, 'private')
    expect(await refusalOf(budgetOf(planId, tuan))).toBe('not-found')
    expect(await refusalOf(send(tuan, 'plans.record-spending', { spendingId: newId(), lineId, ...spending }))).toBe('not-found')
    const seen = await site.engine.database.read(tuan, db => db.selectFrom('budget_line').select('id').execute())
    expect(seen.some(row => row.id === lineId)).toBe(false)
    expect((await budgetOf(planId)).total.estimate).toBe(1_600_000)
  })

  it('changes a line by the version that was seen, and keeps what was spent on it', async () => {
    const { planId } = await planned()
    const lineId = await added(planId)
    await send(lan, 'plans.change-budget-line', { lineId, version: 1, ...water, norm: 30_000 })
    expect(await refusalOf(send(lan, 'plans.change-budget-line', { lineId, version: 1, ...water }))).toBe('changed-meanwhile')
    const spendingId = newId()
    await send(lan, 'plans.record-spending', { spendingId, lineId, ...spending })
    expect((await budgetOf(planId)).sides[0]).toMatchObject({ estimate: 2_400_000, spent: 600_000, left: 1_800_000 })
    expect(await refusalOf(send(lan, 'plans.remove-budget-line', { lineId, version: 2 }))).toBe('plans.budget-spent')
    await send(lan, 'plans.remove-spending', { spendingId })
    await send(lan, 'plans.remove-budget-line', { lineId, version: 2 })
    expect((await budgetOf(planId)).groups).toEqual([])
  })

  it('refuses a negative amount, an item of another plan, and an activity of another programme', async () => {
    const [one, other] = [await planned(), await planned()]
    expect(await refusalOf(added(one.planId, { norm: -20_000 }))).toBe('plans.budget-negative')
    expect(await refusalOf(added(one.planId, { itemId: other.items[0]! }))).toBe('not-found')
    const activityId = newId()
    const held = { kind: 'training', title: 'Lớp', heldOn: '2026-03-12', place: 'Xã Bản Mới', count: { value: 2, unit: 'lớp' } }
    const work = { activityId, programmeId: other.programmeId, itemIds: [other.items[0]!], ...held }
    await send(lan, 'activities.record-activity', work)
    const lineId = await added(one.planId)
    const spend = (activity: string) =>
      send(lan, 'plans.record-spending', { spendingId: newId(), lineId, ...spending, activityId: activity })
    expect(await refusalOf(spend(activityId))).toBe('not-found')
    expect(await refusalOf(send(lan, 'plans.record-spending', { spendingId: newId(), lineId, ...spending, amount: -1 }))).toBe(
      'plans.spending-amount',
    )
  })

  it('warns of an activity that is paid from two sources, without refusing it', async () => {
    const { planId, programmeId, items } = await planned()
    const activityId = newId()
    const held = { kind: 'training', title: 'Lớp', heldOn: '2026-03-12', place: 'Xã Bản Mới', count: { value: 2, unit: 'lớp' } }
    await send(lan, 'activities.record-activity', { activityId, programmeId, itemIds: [items[0]!], ...held })
    const lines = [await added(planId), await added(planId, { content: 'Thuê xe', source: 'other', sourceDetail: 'Tài trợ' })]
    for (const lineId of lines) await send(lan, 'plans.record-spending', { spendingId: newId(), lineId, ...spending, activityId })
    expect((await budgetOf(planId)).warnings).toEqual([expect.objectContaining({ kind: 'activity-sources', activityId })])
  })

  it('lets nobody write a line in the other side’s name, even past the rules', async () => {
    const { planId, programmeId } = await planned()
    const row = { ...water, id: newId(), plan_id: planId, programme_id: programmeId, body_id: tuan.bodyId, position: 1 }
    const { itemId: _item, sourceDetail: _detail, ...columns } = row
    const forged = site.engine.database.write(lan, tx =>
      tx
        .insertInto('budget_line')
        .values({ ...columns, created_at: new Date() })
        .execute(),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
  })
})

describe('the papers of a plan', () => {
  const load = (name: string, planId: string, actor: Actor) =>
    site.engine.database.read(actor, db =>
      exportsByName.get(name)!.load({ db, acting: actor, now: site.engine.now(), today: '2026-05-20' }, planId),
    )
  async function sheetOf(name: string, planId: string) {
    const { render } = exportsByName.get(name)!
    const { bytes } = await render((await load(name, planId, lan)) as never, 'xlsx', site.engine.files)
    const [sheet] = openXlsx(bytes instanceof Readable ? Buffer.concat(await bytes.toArray()) : bytes)
    return [...sheet!.rows()].map(row => row.cells)
  }

  it('hold the estimate by side, item and line, its sums, and the total in words', async () => {
    const { planId, items } = await planned()
    await added(planId, { itemId: items[0]! })
    await added(
      planId,
      { itemId: items[0]!, quantity: 2.5, times: 1, norm: 1_000_000, source: 'ntp', sourceDetail: 'Dự án 6' },
      tuan,
    )
    const rows = await sheetOf('budget', planId)
    const amounts = rows.filter(cells => (cells[6] ?? null) !== null && cells[0]).map(cells => [cells[0], cells[6]])
    expect(amounts).toEqual([
      ['TT', 'Thành tiền (đồng)'],
      ['I', 1_600_000],
      ['1', 1_600_000],
      ['a', 1_600_000],
      ['II', 2_500_000],
      ['1', 2_500_000],
      ['a', 2_500_000],
    ])
    expect(rows.flat()).toContain('Bằng chữ: Bốn triệu một trăm nghìn đồng.')
    const tasks = await sheetOf('plan', planId)
    const first = tasks.find(cells => cells[0] === '1')!
    expect([first[1], first[6]]).toEqual(['Tổ chức tập huấn', 4_100_000])
  })

  it('add up without the lines of an item that was left out, under the names of the day', async () => {
    const { planId, items } = await planned()
    await added(planId, { itemId: items[0]! })
    await added(planId, { itemId: items[1]! })
    await site.engine.database.pool.query(`UPDATE plan_item SET dropped_reason = 'Chưa bố trí được' WHERE id = $1`, [items[1]])
    const loaded = (await load('plan', planId, lan)) as { budget: Budget; issuers: { name: string }[] }
    expect(loaded.budget.total.estimate).toBe(1_600_000)
    expect((await sheetOf('budget', planId)).flat()).toContain('Bằng chữ: Một triệu sáu trăm nghìn đồng.')
    expect(loaded.budget.parties.map(party => party.name)).toEqual(loaded.issuers.map(party => party.name))
  })

  it('are for the parties alone, and for its own side while the plan is private', async () => {
    const { planId } = await planned()
    await added(planId)
    for (const name of ['plan', 'budget']) expect(await refusalOf(load(name, planId, dung))).toBe('not-found')
    await shown(planId, 'private')
    for (const name of ['plan', 'budget']) expect(await refusalOf(load(name, planId, tuan))).toBe('not-found')
  })
})
