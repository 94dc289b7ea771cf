import { describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../test/harness/contributions.ts'
import { agreePlan, sharePlan } from '../../../test/harness/plans.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'

const site = await openTestSite({ now: () => new Date('2026-05-20T03:00:00Z') })
const { send, ask, who } = site
const [lan, minh, tuan, hoa, dung, xem] = ['lan', 'minh', 'tuan', 'hoa', 'dung', 'xem'].map(who) as [
  Actor,
  Actor,
  Actor,
  Actor,
  Actor,
  Actor,
]

type Item = {
  id: string
  version: number
  title: string
  timing: string
  dueOn: string | null
  clausePath: string
  leadBodies: string[]
  supportBodies: string[]
  droppedReason: string | null
  progress: { state: string }
  reportYear: number | null
  can: { close: boolean }
}
type Plan = {
  digest: string
  outgoing: { digest: string } | null
  plan: { state: string }
  clauses: { path: string; items: Item[] }[]
  aside: { why: string; years: number[] }[]
  agreements: { bodyId: string }[]
  counts: Record<string, number>
  yearEnd: { counted: number | null }
  can: { change: boolean; agree: boolean; propose: boolean }
}
const ours = (planId: string, actor = lan) => ask<Plan>(actor, 'plans.plan', { planId })
const itemsOf = (plan: Plan) => plan.clauses.flatMap(clause => clause.items)

const commitments = [
  { path: 'II/1', text: 'Thường xuyên tuyên truyền', schedules: [{ kind: 'continuous' as const }] },
  {
    path: 'II/2',
    text: 'Hằng quý trao đổi thông tin',
    schedules: [{ kind: 'every' as const, count: 1, unit: 'quarter' as const }],
  },
  { path: 'II/3', text: 'Ngày hội Đại đoàn kết', schedules: [{ kind: 'occasion' as const, days: ['18/11'] }], lead: ['sdttg'] },
  {
    path: 'II/3',
    text: 'Khảo sát giữa kỳ',
    schedules: [{ kind: 'by' as const, year: 2028, quarter: null, month: null, date: null, text: '' }],
  },
  { path: 'III/1', text: 'Xây dựng mô hình' },
]

async function drafted(year = 2026) {
  const programme = await insertProgramme(site, commitments)
  const planId = newId()
  await send(lan, 'plans.draft-plan', { planId, programmeId: programme.id, year })
  return { programme, planId }
}

/** What a form would send for an item, with some of it changed. */
const fieldsOf = (item: Item, change: object) => ({
  itemId: item.id,
  version: item.version,
  title: item.title,
  timing: item.timing,
  startsOn: null,
  dueOn: item.dueOn,
  occasion: null,
  leadBodies: item.leadBodies,
  supportBodies: item.supportBodies,
  others: [],
  places: null,
  audience: null,
  target: null,
  product: null,
  ...change,
})

/** A change of a line that an officer has written down for the own side. */
async function proposed(planId: string, officer: Actor, item: Item, change: object) {
  const { itemId, version, ...fields } = fieldsOf(item, change)
  const proposalId = newId()
  const line = { kind: 'change', fields }
  await send(officer, 'plans.propose-line', { proposalId, planId, item: { itemId, version }, line, reason: 'Cho sát thực tế' })
  return { proposalId }
}

/** The same, sent by the officer's leader. */
async function sent(planId: string, officer: Actor, item: Item, change: object) {
  const { proposalId } = await proposed(planId, officer, item, change)
  const leader = officer === lan ? minh : hoa
  const { outgoing } = await ours(planId, leader)
  await send(leader, 'plans.share-proposals', { planId, digest: outgoing!.digest })
  return { proposalId, version: 2 }
}

/** A draft that both sides know. */
async function shared() {
  const made = await drafted()
  await sharePlan(site, minh, made.planId)
  return made
}

const agreeBoth = (planId: string) => agreePlan(site, [minh, hoa], planId)

describe('drafting a plan', () => {
  it('gives every commitment its place, under its clause, with lead and support carried over', async () => {
    const { planId } = await drafted()
    const plan = await ours(planId)
    expect(plan.clauses.map(clause => [clause.path, clause.items.map(item => item.dueOn ?? item.timing)])).toEqual([
      ['II/1', ['continuous']],
      ['II/2', ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']],
      ['II/3', ['2026-11-18']],
      ['III/1', ['undated']],
    ])
    expect(plan.aside).toMatchObject([{ why: 'other-year', years: [2028] }])
    expect(plan.counts).toMatchObject({ items: 7, undated: 1, late: 1 })
    const feast = plan.clauses[2]!.items[0]!
    expect(feast).toMatchObject({ leadBodies: [hoa.bodyId], supportBodies: [lan.bodyId] })
  })

  it('says which report the last days of the year count in', async () => {
    const { planId } = await drafted()
    const undated = itemsOf(await ours(planId)).find(item => item.timing === 'undated')!
    await send(lan, 'plans.change-item', fieldsOf(undated, { timing: 'due', dueOn: '2026-12-20' }))
    const plan = await ours(planId)
    expect(plan.yearEnd.counted).toBe(2027)
    expect(itemsOf(plan).find(item => item.dueOn === '2026-12-20')!.reportYear).toBe(2027)
    expect(itemsOf(plan).find(item => item.dueOn === '2026-09-30')!.reportYear).toBeNull()
  })

  it('is done once a year, within the programme’s years, by those who work', async () => {
    const { programme } = await drafted()
    const draft = (actor: Actor, year: number) =>
      refusalOf(send(actor, 'plans.draft-plan', { planId: newId(), programmeId: programme.id, year }))
    expect(await draft(lan, 2026)).toBe('plans.year-taken')
    expect(await draft(tuan, 2031)).toBe('plans.year-outside')
    expect(await draft(xem, 2027)).toBe('not-permitted')
    expect(await draft(dung, 2027)).toBe('not-found')
  })
})

describe('writing a plan', () => {
  it('dates an item, adds one, leaves one out with a reason and takes it back', async () => {
    const { planId } = await drafted()
    const undated = itemsOf(await ours(planId)).find(item => item.timing === 'undated')!
    await send(minh, 'plans.change-item', fieldsOf(undated, { timing: 'due', dueOn: '2026-08-31' }))
    await send(lan, 'plans.drop-item', { itemId: undated.id, version: 2, reason: 'Chưa bố trí được kinh phí' })
    const { version: _version, ...fields } = fieldsOf(undated, { itemId: newId(), title: 'Biên soạn tờ gấp' })
    const added = { ...fields, planId, clausePath: 'II/1' }
    await send(minh, 'plans.add-item', added)
    const items = itemsOf(await ours(planId))
    expect(items.find(item => item.id === undated.id)).toMatchObject({
      dueOn: '2026-08-31',
      droppedReason: 'Chưa bố trí được kinh phí',
    })
    expect(items.some(item => item.title === 'Biên soạn tờ gấp')).toBe(true)
    await send(lan, 'plans.restore-item', { itemId: undated.id, version: 3 })
    expect(itemsOf(await ours(planId)).find(item => item.id === undated.id)!.droppedReason).toBeNull()
  })

  it('refuses what cannot stand: another year, a due day before its start, a place or party that is none, the version of before', async () => {
    const { planId } = await drafted()
    const item = itemsOf(await ours(planId)).find(one => one.timing === 'undated')!
    const change = (part: object) => refusalOf(send(lan, 'plans.change-item', fieldsOf(item, part)))
    expect(await change({ timing: 'due', dueOn: '2027-01-05' })).toBe('plans.day-outside')
    expect(await change({ timing: 'due' })).toBe('plans.day-needed')
    expect(await change({ timing: 'due', startsOn: '2026-10-01', dueOn: '2026-09-30' })).toBe('plans.begins-late')
    expect(await change({ places: [newId()] })).toBe('not-found')
    expect(await change({ leadBodies: [dung.bodyId] })).toBe('plans.not-a-party')
    expect(await change({ leadBodies: [lan.bodyId], supportBodies: [lan.bodyId] })).toBe('plans.lead-and-support')
    expect(await change({ version: 7 })).toBe('changed-meanwhile')
  })
})

describe('agreeing', () => {
  it('fixes the plan when both leaders have agreed to the same content', async () => {
    const { planId } = await shared()
    expect(await agreeBoth(planId)).toMatchObject({ complete: true })
    const plan = await ours(planId)
    expect(plan.plan.state).toBe('agreed')
    expect(plan.agreements.map(one => one.bodyId).toSorted()).toEqual([minh.bodyId, hoa.bodyId].toSorted())
    expect(plan.can).toMatchObject({ change: false, agree: false, propose: true })
    const item = itemsOf(plan)[0]!
    expect(await refusalOf(send(lan, 'plans.change-item', fieldsOf(item, { title: 'Khác' })))).toBe('plans.propose-instead')
    const drop = send(lan, 'plans.drop-item', { itemId: item.id, version: 1, reason: 'Khác' })
    expect(await refusalOf(drop)).toBe('plans.propose-instead')
    expect(await refusalOf(send(minh, 'plans.agree-plan', { planId, digest: plan.digest }))).toBe('plans.fixed')
  })

  it('falls with the content it was given to, and a content not seen cannot be agreed to', async () => {
    const { planId } = await shared()
    const before = await ours(planId)
    await send(minh, 'plans.agree-plan', { planId, digest: before.digest })
    const proposal = await sent(planId, tuan, itemsOf(before)[0]!, { title: 'Sửa sau khi bên kia đồng ý' })
    await send(minh, 'plans.accept-proposal', proposal)
    const after = await ours(planId)
    expect(after.agreements).toEqual([])
    expect(await refusalOf(send(hoa, 'plans.agree-plan', { planId, digest: before.digest }))).toBe('changed-meanwhile')
    expect(await agreeBoth(planId)).toMatchObject({ complete: true })
  })

  it('never fixes another content than both agreed to, when a line is sent and taken at the same moment', async () => {
    for (let turn = 0; turn < 6; turn++) {
      const { planId } = await shared()
      const before = await ours(planId)
      await send(minh, 'plans.agree-plan', { planId, digest: before.digest })
      const { proposalId } = await proposed(planId, tuan, itemsOf(before)[0]!, { title: 'Sửa cùng lúc' })
      const { outgoing } = await ours(planId, hoa)
      await Promise.allSettled([
        send(hoa, 'plans.agree-plan', { planId, digest: before.digest }),
        send(hoa, 'plans.share-proposals', { planId, digest: outgoing!.digest }).then(() =>
          send(minh, 'plans.accept-proposal', { proposalId, version: 2 }),
        ),
      ])
      const after = await ours(planId)
      const fixed = after.plan.state === 'agreed'
      expect(after.digest).not.toBe(before.digest)
      // Agreed first, the accepted line gave both a new agreed content; else both start anew.
      expect(after.agreements).toHaveLength(fixed ? 2 : 0)
    }
  })

  it('is for leaders, once, and never for a stranger', async () => {
    const { planId } = await shared()
    const { digest } = await ours(planId)
    const agree = (actor: Actor) => refusalOf(send(actor, 'plans.agree-plan', { planId, digest }))
    expect(await agree(lan)).toBe('not-permitted')
    expect(await agree(who('thao'))).toBe('not-found')
    await send(minh, 'plans.agree-plan', { planId, digest })
    expect(await agree(minh)).toBe('agreement.given')
  })

  it('tells each side what waits for whom', async () => {
    const { planId } = await shared()
    const { digest } = await ours(planId)
    await send(minh, 'plans.agree-plan', { planId, digest })
    const waits = async (actor: Actor) =>
      (await deadlinesOf(site, actor, '2026-12-31')).find(one => one.kind === 'plan' && one.id === planId)?.waits
    expect(await waits(hoa)).toBe('us')
    expect(await waits(lan)).toBe('them')
    expect(await waits(dung)).toBeUndefined()
  })
})

describe('who sees a plan', () => {
  it('shows it to both parties and to nobody else', async () => {
    const { programme, planId } = await shared()
    expect(itemsOf(await ours(planId, xem))).toHaveLength(7)
    expect(await refusalOf(ours(planId, dung))).toBe('not-found')
    expect(await refusalOf(ask(dung, 'plans.clause-ticks', { programmeId: programme.id, year: 2026 }))).toBe('not-found')
    expect(await ask<{ programmes: unknown[] }>(dung, 'plans.list')).toMatchObject({ programmes: [] })
  })
})
