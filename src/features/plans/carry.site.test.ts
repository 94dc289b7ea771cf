import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../test/harness/contributions.ts'
import { agreePlan, sharePlan } from '../../../test/harness/plans.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import type { Json } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { PlanView } from './index.ts'

const now = new Date('2026-12-20T03:00:00Z')
const site = await openTestSite({ now: () => now })
const { send, ask, who } = site
const [lan, minh, tuan, hoa] = [who('lan'), who('minh'), who('tuan'), who('hoa')]

type Item = PlanView['clauses'][number]['items'][number]
const look = (planId: string, actor = lan) => ask<PlanView>(actor, 'plans.plan', { planId })
const itemsIn = (plan: PlanView): Item[] =>
  plan.clauses.flatMap(clause => clause.items).toSorted((a, b) => a.position - b.position)
const reason = 'Chưa bố trí được kinh phí'
const by = (year: number) => ({ kind: 'by' as const, year, quarter: null, month: 6, date: null, text: '' })
const commitments = [
  { path: 'II/1', text: 'Khảo sát ở vùng cao', schedules: [by(2026)] },
  { path: 'II/2', text: 'Xây dựng mô hình', targets: [{ min: 3, max: null, unit: 'mô hình', per: 'năm', text: '' }] },
  { path: 'II/3', text: 'Thường xuyên tuyên truyền', schedules: [{ kind: 'continuous' as const }] },
]

async function draft(programmeId: string, year: number, carry?: Json) {
  const planId = newId()
  await send(lan, 'plans.draft-plan', { planId, programmeId, year, ...(carry ? { carry } : {}) })
  return planId
}

/** A shared plan of 2026 of which nothing is done. */
async function year2026() {
  const { id: programmeId } = await insertProgramme(site, commitments)
  const planId = await draft(programmeId, 2026)
  await sharePlan(site, minh, planId)
  const [survey, model] = itemsIn(await look(planId)) as [Item, Item]
  return { programmeId, planId, survey, model }
}

type Unfinished = { earlier: { year: number } | null; items: { id: string; title: string }[] }
const unfinished = async (programmeId: string, planId?: string) =>
  (await ask<Unfinished>(lan, 'plans.unfinished', { programmeId, year: 2027, ...(planId ? { planId } : {}) })).items.map(
    one => one.id,
  )
const take = (from: string, dueOn: string | null = null) => ({ from, itemId: newId(), dueOn })

describe('drafting the next year', () => {
  it('offers what was left unfinished, without what runs all year', async () => {
    const { programmeId, survey, model } = await year2026()
    expect(await unfinished(programmeId)).toEqual([survey.id, model.id])
  })

  it('goes on with what is chosen, for the same duty and with its reason; the old year stays as it was', async () => {
    const { programmeId, planId: old, survey } = await year2026()
    const before = itemsIn(await look(old))[0]!
    const planId = await draft(programmeId, 2027, { reason, items: [take(survey.id, '2027-03-31')] })
    const carried = itemsIn(await look(planId)).find(item => item.carried)!
    expect(carried).toMatchObject({ title: survey.title, commitmentId: survey.commitmentId, dueOn: '2027-03-31' })
    expect(carried.carried).toEqual({ from: survey.id, reason })
    expect(carried.thread.back).toMatchObject([{ itemId: survey.id, year: 2026, position: survey.position }])
    const after = itemsIn(await look(old))[0]!
    expect({ ...after, thread: before.thread }).toEqual(before)
    expect(after.thread.on).toMatchObject({ itemId: carried.id, year: 2027, own: true })
    expect(await unfinished(programmeId, planId)).not.toContain(survey.id)
  })

  it('takes the line that the draft has for the same undated duty, so that none stands twice', async () => {
    const { programmeId, model } = await year2026()
    const planId = await draft(programmeId, 2027, { reason, items: [take(model.id)] })
    const same = itemsIn(await look(planId)).filter(item => item.commitmentId === model.commitmentId)
    expect(same.map(item => item.carried?.from)).toEqual([model.id])
  })

  it('refuses what is not unfinished, a second time, and a day of another year', async () => {
    const { programmeId, survey } = await year2026()
    const planId = await draft(programmeId, 2027, { reason, items: [take(survey.id)] })
    const carry = (...items: Json[]) => refusalOf(send(lan, 'plans.carry-items', { planId, reason, items }))
    expect(await carry(take(survey.id))).toBe('plans.carried-already')
    const other = await year2026()
    expect(await carry(take(other.survey.id))).toBe('plans.nothing-to-carry')
    const late = await draft(other.programmeId, 2027)
    const input = { planId: late, reason, items: [take(other.survey.id, '2026-12-31')] }
    expect(await refusalOf(send(lan, 'plans.carry-items', input))).toBe('plans.day-outside')
  })

  it('tells the other side nothing of a draft that goes on with a joint item', async () => {
    const { programmeId, planId, survey } = await year2026()
    await draft(programmeId, 2027, { reason, items: [take(survey.id)] })
    expect(itemsIn(await look(planId, hoa))[0]!.thread.on).toBeNull()
    expect((await ask<Unfinished>(tuan, 'plans.unfinished', { programmeId, year: 2027 })).items.map(one => one.id)).toContain(
      survey.id,
    )
  })
})

describe('a plan that is shared already', () => {
  it('goes on with an item by a proposal, which keeps the thread when it is accepted', async () => {
    const { programmeId, planId: old, survey } = await year2026()
    const planId = await draft(programmeId, 2027)
    await sharePlan(site, minh, planId)
    await agreePlan(site, [minh, hoa], planId)
    await send(lan, 'plans.carry-items', { planId, reason, items: [take(survey.id, '2027-05-31')] })
    expect(await unfinished(programmeId, planId)).not.toContain(survey.id)
    const { outgoing } = await look(planId, minh)
    await send(minh, 'plans.share-proposals', { planId, digest: outgoing!.digest })
    const { proposals } = await look(planId, hoa)
    const { id: proposalId, version } = proposals.find(one => one.state === 'shared')!
    await send(hoa, 'plans.accept-proposal', { proposalId, version })
    const { clauses, plan, agreements, digest } = await look(planId, hoa)
    const carried = clauses.flatMap(clause => clause.items).find(item => item.carried)!
    expect(carried).toMatchObject({ commitmentId: survey.commitmentId, carried: { from: survey.id, reason } })
    expect([plan.state, agreements.length]).toEqual(['agreed', 2])
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(itemsIn(await look(old, hoa))[0]!.thread.on).toMatchObject({ year: 2027, own: false })
    const due = await deadlinesOf(site, lan, '2027-12-31')
    expect(due.map(one => one.id)).toContain(carried.id)
    expect(due.map(one => one.id)).not.toContain(survey.id)
  })
})

describe('through the years', () => {
  it('shows the thread back to the first', async () => {
    const { programmeId, survey } = await year2026()
    const next = await draft(programmeId, 2027, { reason, items: [take(survey.id)] })
    await sharePlan(site, minh, next)
    const second = itemsIn(await look(next)).find(item => item.carried)!
    const third = await draft(programmeId, 2028, { reason, items: [take(second.id)] })
    const { thread } = itemsIn(await look(third)).find(item => item.carried)!
    expect(thread.back.map(link => link.year)).toEqual([2027, 2026])
  })
})

describe('carrying everything over', () => {
  it('keeps every unfinished item exactly once, whatever the plan was', async () => {
    const kinds = fc.constantFrom('due', 'undated', 'continuous', 'free')
    const plans = fc.array(fc.record({ kind: kinds, dropped: fc.boolean() }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(plans, async lines => {
        const programme = await insertProgramme(site, lines.map(lineOf))
        const old = await draft(programme.id, 2026)
        for (const item of itemsIn(await look(old)))
          if (lines[item.position - 1]!.dropped)
            await send(lan, 'plans.drop-item', { itemId: item.id, version: item.version, reason })
        await sharePlan(site, minh, old).catch(() => undefined)
        const wanted = await unfinished(programme.id)
        const carry = wanted.length > 0 ? { reason, items: wanted.map(from => take(from)) } : undefined
        const planId = await draft(programme.id, 2027, carry)
        const items = itemsIn(await look(planId))
        expect(items.flatMap(item => item.carried?.from ?? []).toSorted()).toEqual(wanted.toSorted())
        const undated = items.filter(item => item.timing === 'undated').map(item => item.commitmentId)
        expect(new Set(undated).size).toBe(undated.length)
      }),
      { seed: 20261126, numRuns: 12 },
    )
  })
})

function lineOf({ kind }: { kind: string }, at: number) {
  const schedules = { due: [by(2026)], continuous: [{ kind: 'continuous' as const }], undated: [], free: [] }[kind]!
  return { path: `II/${at + 1}`, text: `Việc ${at + 1} ${kind}`, schedules }
}
