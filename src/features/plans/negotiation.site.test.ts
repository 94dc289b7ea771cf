import { describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../test/harness/contributions.ts'
import { agreePlan, sharePlan } from '../../../test/harness/plans.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import type { Json } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { fieldsOfItem, type PlanView } from './index.ts'

const site = await openTestSite({ now: () => new Date('2026-05-20T03:00:00Z') })
const { send, ask, who } = site
const [lan, minh, tuan, hoa] = [who('lan'), who('minh'), who('tuan'), who('hoa')]
const leaderOf = (officer: Actor) => (officer.bodyId === lan.bodyId ? minh : hoa)

type Item = PlanView['clauses'][number]['items'][number]
const look = (planId: string, actor = lan) => ask<PlanView>(actor, 'plans.plan', { planId })
const itemsIn = (plan: PlanView): Item[] => plan.clauses.flatMap(clause => clause.items)
const itemAt = async (planId: string, position: number) =>
  itemsIn(await look(planId, hoa)).find(item => item.position === position)!

const commitments = [1, 2, 3].map(at => ({ path: `II/${at}`, text: `Việc thứ ${at}` }))

async function drafted(officer = lan, programmeId?: string) {
  const id = programmeId ?? (await insertProgramme(site, commitments)).id
  const planId = newId()
  await send(officer, 'plans.draft-plan', { planId, programmeId: id, year: 2026 })
  return { planId, programmeId: id }
}

async function shared() {
  const made = await drafted()
  await sharePlan(site, minh, made.planId)
  return made
}

const fieldsOf = (item: Item, part: object) => ({ ...fieldsOfItem(item), ...part })
const changeOf = (item: Item, part: object) => ({ kind: 'change', fields: fieldsOf(item, part) })

async function proposed(planId: string, officer: Actor, item: Item | null, line: Json): Promise<string> {
  const proposalId = newId()
  const seen = item && { itemId: item.id, version: item.version }
  await send(officer, 'plans.propose-line', { proposalId, planId, item: seen, line, reason: 'Cho sát thực tế' })
  return proposalId
}
async function sendAll(planId: string, leader: Actor): Promise<void> {
  const { outgoing } = await look(planId, leader)
  await send(leader, 'plans.share-proposals', { planId, digest: outgoing!.digest })
}
async function sent(planId: string, officer: Actor, item: Item | null, line: Json) {
  const proposalId = await proposed(planId, officer, item, line)
  await sendAll(planId, leaderOf(officer))
  return { proposalId, version: 2 }
}

describe('a plan that one side keeps to itself', () => {
  it('is nowhere for the other side, which may keep one of its own', async () => {
    const { planId, programmeId } = await drafted()
    const [{ id: itemId }] = itemsIn(await look(planId)) as [Item]
    expect(await refusalOf(look(planId, hoa))).toBe('not-found')
    expect(await refusalOf(ask(hoa, 'plans.item', { itemId }))).toBe('not-found')
    const theirs = await drafted(tuan, programmeId)
    expect((await look(theirs.planId, hoa)).plan.state).toBe('private')
    expect(await refusalOf(look(theirs.planId, minh))).toBe('not-found')
  })

  it('is shared once a year: the second side is told whose plan stands', async () => {
    const { planId, programmeId } = await drafted()
    const theirs = await drafted(tuan, programmeId)
    await sharePlan(site, minh, planId)
    const { digest, plan, can } = await look(theirs.planId, hoa)
    expect([plan.otherShared?.id, can.share]).toEqual([planId, false])
    const late = send(hoa, 'plans.share-plan', { planId: theirs.planId, digest })
    await expect(late).rejects.toMatchObject({ code: 'plans.other-shared', data: { year: 2026 } })
    expect(await refusalOf(drafted(tuan, programmeId))).toBe('plans.year-taken')
  })

  it('is shared once, also when both sides share at the same moment', async () => {
    for (let turn = 0; turn < 4; turn++) {
      const { planId, programmeId } = await drafted()
      const theirs = await drafted(tuan, programmeId)
      const results = await Promise.allSettled([sharePlan(site, minh, planId), sharePlan(site, hoa, theirs.planId)])
      const refused = results.flatMap(one => (one.status === 'rejected' ? [one.reason.code] : []))
      expect(refused).toEqual(['plans.other-shared'])
    }
  })

  it('cannot be agreed to, and leaves only as it was seen', async () => {
    const { planId } = await drafted()
    const { digest } = await look(planId)
    expect(await refusalOf(send(minh, 'plans.agree-plan', { planId, digest }))).toBe('plans.not-shared')
    expect(await refusalOf(proposed(planId, lan, await itemOfOurs(planId), { kind: 'drop' }))).toBe('plans.change-directly')
    await send(lan, 'plans.change-item', {
      ...seen(await itemOfOurs(planId)),
      ...fieldsOf(await itemOfOurs(planId), { title: 'Khác' }),
    })
    expect(await refusalOf(send(minh, 'plans.share-plan', { planId, digest }))).toBe('changed-meanwhile')
  })
})

const itemOfOurs = async (planId: string) => itemsIn(await look(planId))[0]!
const seen = ({ id: itemId, version }: Item) => ({ itemId, version })

describe('inside a side', () => {
  it('an officer submits, the leader returns with an instruction and a day, then clears; the officer sends exactly that', async () => {
    const { planId } = await drafted()
    const { digest } = await look(planId)
    expect(await refusalOf(send(lan, 'plans.share-plan', { planId, digest }))).toBe('clearance.needed')
    const clearanceId = newId()
    await send(lan, 'plans.submit-plan', { clearanceId, planId })
    expect(await refusalOf(send(lan, 'plans.submit-plan', { clearanceId: newId(), planId }))).toBe('clearance.submitted-already')
    expect(await waitsFor(minh, planId)).toEqual([['clearance', 'us', 'step.clear-plan']])
    expect(await waitsFor(lan, planId)).toEqual([])
    const instruction = 'Nêu rõ nơi tổ chức'
    await send(minh, 'programmes.return-submission', { clearanceId, version: 1, instruction, dueOn: '2026-05-25' })
    expect((await look(planId)).clearance).toMatchObject({
      state: 'returned',
      instructions: [{ words: instruction, dueOn: '2026-05-25' }],
    })
    expect(await waitsFor(lan, planId)).toEqual([['clearance', 'us', 'step.edit-plan']])
    const hasty = await drafted()
    const third = newId()
    await send(lan, 'plans.submit-plan', { clearanceId: third, planId: hasty.planId })
    await send(minh, 'programmes.return-submission', { clearanceId: third, version: 1, instruction, dueOn: null })
    await sharePlan(site, minh, hasty.planId)
    expect((await look(hasty.planId)).clearance).toMatchObject({ instructions: [{ doneBy: minh.displayName }] })
    expect(await waitsFor(lan, hasty.planId)).toEqual([['plan', 'them', 'step.open-plan']])
    const item = await itemOfOurs(planId)
    await send(lan, 'plans.change-item', { ...seen(item), ...fieldsOf(item, { product: 'Tờ gấp' }) })
    const second = newId()
    await send(lan, 'plans.submit-plan', { clearanceId: second, planId })
    await send(minh, 'plans.clear-submission', { clearanceId: second, version: 1 })
    expect(await refusalOf(send(lan, 'plans.share-plan', { planId, digest }))).toBe('changed-meanwhile')
    await sharePlan(site, lan, planId)
    expect((await look(planId, tuan)).clearance).toBeNull()
    expect(await refusalOf(send(hoa, 'plans.clear-submission', { clearanceId: second, version: 2 }))).toBe('not-found')
  })

  it('a clearance is for what was submitted and for nothing written since', async () => {
    const { planId } = await drafted()
    const clearanceId = newId()
    await send(lan, 'plans.submit-plan', { clearanceId, planId })
    const item = await itemOfOurs(planId)
    await send(lan, 'plans.drop-item', { ...seen(item), reason: 'Đã xong' })
    expect(await refusalOf(send(minh, 'plans.clear-submission', { clearanceId, version: 1 }))).toBe('changed-meanwhile')
    await send(lan, 'plans.submit-plan', { clearanceId: newId(), planId })
    await send(minh, 'plans.clear-submission', { clearanceId, version: 2 })
    await send(lan, 'plans.restore-item', { itemId: item.id, version: 2 })
    expect((await look(planId)).can.share).toBe(false)
  })
})

async function waitsFor(actor: Actor, planId: string) {
  const all = await deadlinesOf(site, actor, '2026-12-31')
  return all.filter(one => one.address === `/ke-hoach/${planId}`).map(one => [one.kind, one.waits, one.step])
}

describe('a line that is proposed', () => {
  it('is its own side’s until it is sent, then waits for the other’s answer', async () => {
    const { planId } = await shared()
    const item = await itemAt(planId, 1)
    const proposalId = await proposed(planId, tuan, item, changeOf(item, { title: 'Nội bộ của Sở' }))
    expect((await look(planId)).proposals).toEqual([])
    expect(await refusalOf(send(minh, 'plans.accept-proposal', { proposalId, version: 1 }))).toBe('not-found')
    expect(await waitsFor(minh, planId)).toEqual([['plan', 'them', 'step.open-plan']])
    expect(await waitsFor(tuan, planId)).toEqual([['plan', 'us', 'step.agree-plan']])
    await sendAll(planId, hoa)
    const [one] = (await look(planId, minh)).proposals
    expect(one).toMatchObject({ state: 'shared', byBody: tuan.bodyId, stale: false, can: { accept: true, withdraw: false } })
    expect(one!.fields).toEqual([{ field: 'title', before: item.title, after: 'Nội bộ của Sở' }])
    expect(await waitsFor(minh, planId)).toEqual([['plan-proposal', 'us', 'step.answer-proposals']])
    expect(await waitsFor(tuan, planId)).toEqual([['plan-proposal', 'them', 'step.open-plan']])
    expect(await refusalOf(send(hoa, 'plans.accept-proposal', { proposalId, version: 2 }))).toBe('plans.own-proposal')
    expect(await refusalOf(agreePlan(site, [minh], planId))).toBe('plans.proposals-open')
  })

  it('changes, adds, leaves out, splits when the other side accepts, and both see what differs', async () => {
    const { planId } = await shared()
    const [first, second, third] = [await itemAt(planId, 1), await itemAt(planId, 2), await itemAt(planId, 3)]
    await proposed(planId, tuan, first, changeOf(first, { title: 'Việc đã sửa' }))
    await proposed(planId, tuan, second, { kind: 'drop' })
    await proposed(planId, tuan, third, {
      kind: 'split',
      parts: ['Phần một', 'Phần hai'].map(title => fieldsOf(third, { title })),
    })
    await proposed(planId, tuan, null, { kind: 'add', clausePath: 'II/1', fields: fieldsOf(first, { title: 'Việc thêm' }) })
    await sendAll(planId, hoa)
    for (const { id: proposalId, version } of (await look(planId, minh)).proposals)
      await send(minh, 'plans.accept-proposal', { proposalId, version })
    const titles = itemsIn(await look(planId)).map(item => [item.position, item.title, item.droppedReason])
    expect(titles.toSorted(([a], [b]) => Number(a) - Number(b))).toEqual([
      [1, 'Việc đã sửa', null],
      [2, 'Việc thứ 2', 'Cho sát thực tế'],
      [3, 'Phần một', null],
      [4, 'Phần hai', null],
      [5, 'Việc thêm', null],
    ])
    expect(itemsIn(await look(planId)).find(item => item.position === 4)).toMatchObject({
      clausePath: 'II/3',
      commitmentId: third.commitmentId,
    })
    const differences = (actor: Actor, since: number) =>
      ask<{ lines: { kind: string; item: { position: number } }[] }>(actor, 'plans.differences', { planId, since })
    const { lines } = await differences(minh, 1)
    expect(lines.map(line => [line.kind, line.item.position])).toEqual([
      ['changed', 1],
      ['dropped', 2],
      ['changed', 3],
      ['added', 4],
      ['added', 5],
    ])
    expect(await differences(hoa, 1)).toEqual(await differences(minh, 1))
    expect((await differences(hoa, 5)).lines).toEqual([])
    expect(await refusalOf(differences(hoa, 6))).toBe('not-found')
  })

  it('is not accepted once its item has changed, and only one of a line at a time is ours', async () => {
    const { planId } = await shared()
    const item = await itemAt(planId, 1)
    const theirs = await sent(planId, tuan, item, changeOf(item, { title: 'Của Sở' }))
    const ours = await sent(planId, lan, item, changeOf(item, { title: 'Của Mặt trận' }))
    expect(await refusalOf(proposed(planId, lan, item, { kind: 'drop' }))).toBe('plans.proposed-already')
    await send(minh, 'plans.accept-proposal', theirs)
    expect(await refusalOf(send(hoa, 'plans.accept-proposal', ours))).toBe('plans.item-changed')
    expect((await look(planId)).proposals.find(one => one.id === ours.proposalId)).toMatchObject({ stale: true })
    expect(await refusalOf(proposed(planId, tuan, item, { kind: 'drop' }))).toBe('changed-meanwhile')
    await send(minh, 'plans.withdraw-proposal', ours)
    expect(await refusalOf(send(hoa, 'plans.return-proposal', { ...ours, version: 3, reason: 'Muộn' }))).toBe(
      'plans.proposal-closed',
    )
  })

  it('is countered with another of the same line, or returned with the reason', async () => {
    const { planId } = await shared()
    const item = await itemAt(planId, 1)
    const { proposalId: counters, version } = await sent(planId, tuan, item, { kind: 'drop' })
    const counter = (part: object) => ({ proposalId: newId(), counters, version, reason: 'Vẫn cần làm', ...part })
    const line = changeOf(item, { title: 'Làm một lần trong năm' })
    expect(await refusalOf(send(hoa, 'plans.counter-proposal', counter({ line })))).toBe('plans.own-proposal')
    const added = { kind: 'add', clausePath: 'II/1', fields: fieldsOf(item, {}) }
    expect(await refusalOf(send(minh, 'plans.counter-proposal', counter({ line: added })))).toBe('plans.counter-other-line')
    const input = counter({ line }) as { proposalId: string }
    await send(minh, 'plans.counter-proposal', input)
    const states = async () => Object.fromEntries((await look(planId, hoa)).proposals.map(one => [one.id, one.state]))
    expect(await states()).toEqual({ [counters]: 'countered', [input.proposalId]: 'shared' })
    expect(await refusalOf(send(minh, 'plans.accept-proposal', { proposalId: input.proposalId, version: 1 }))).toBe(
      'plans.own-proposal',
    )
    await send(hoa, 'plans.return-proposal', { proposalId: input.proposalId, version: 1, reason: 'Không có kinh phí' })
    expect((await look(planId)).proposals.at(-1)).toMatchObject({ state: 'returned', answer: 'Không có kinh phí' })
    expect((await itemAt(planId, 1)).title).toBe(item.title)
  })

  it('never shared and withdrawn, stays unknown', async () => {
    const { planId } = await shared()
    const proposalId = await proposed(planId, tuan, await itemAt(planId, 1), { kind: 'drop' })
    await send(tuan, 'plans.withdraw-proposal', { proposalId, version: 1 })
    expect(await refusalOf(send(minh, 'plans.withdraw-proposal', { proposalId, version: 2 }))).toBe('not-found')
  })
})

describe('a change of an agreed plan', () => {
  it('takes both sides, who then stand agreed to the new content', async () => {
    const { planId } = await shared()
    await agreePlan(site, [minh, hoa], planId)
    const before = await look(planId)
    const item = await itemAt(planId, 2)
    const proposal = await sent(planId, lan, item, changeOf(item, { title: 'Dời sang năm sau' }))
    expect((await look(planId)).plan.state).toBe('agreed')
    expect((await look(planId)).digest).toBe(before.digest)
    await send(hoa, 'plans.accept-proposal', proposal)
    const [ours, theirs] = [await look(planId), await look(planId, hoa)]
    expect(ours.digest).not.toBe(before.digest)
    expect(theirs.digest).toBe(ours.digest)
    expect(ours.plan.state).toBe('agreed')
    expect(ours.agreements.map(one => one.bodyId).toSorted()).toEqual([lan.bodyId, hoa.bodyId].toSorted())
    expect(ours.versions.map(one => one.why)).toEqual(['shared', 'agreed', 'accepted'])
  })

  it('takes every party where there are three', async () => {
    const { id: programmeId } = await insertProgramme(site, commitments, { parties: ['mttq', 'sdttg', 'bdv'] })
    const third = who('dung')
    const thirdLeader = who('thao')
    const { planId } = await drafted(lan, programmeId)
    await sharePlan(site, minh, planId)
    await agreePlan(site, [minh, hoa, thirdLeader], planId)
    const item = await itemAt(planId, 1)
    const { proposalId } = await sent(planId, lan, item, changeOf(item, { title: 'Cả ba cùng làm' }))
    expect(await send(hoa, 'plans.accept-proposal', { proposalId, version: 2 })).toMatchObject({ complete: false })
    expect(await refusalOf(send(hoa, 'plans.accept-proposal', { proposalId, version: 3 }))).toBe('plans.accepted-already')
    expect((await itemAt(planId, 1)).title).toBe(item.title)
    expect(await send(thirdLeader, 'plans.accept-proposal', { proposalId, version: 3 })).toMatchObject({ complete: true })
    const { agreements, plan } = await look(planId, third)
    expect([plan.state, agreements.length]).toEqual(['agreed', 3])
  })
})
