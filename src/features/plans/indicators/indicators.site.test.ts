import { describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../../test/harness/contributions.ts'
import { insertProgramme } from '../../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import type { AnswerOf } from '../../../engine/query.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Actor } from '../../../kernel/permissions.ts'
import type { PlanView } from '../index.ts'
import type { indicators } from '../queries/indicators.ts'

const site = await openTestSite({ now: () => new Date('2026-03-10T03:00:00Z') })
const { send, ask, who } = site
const [lan, minh, tuan, hoa] = [who('lan'), who('minh'), who('tuan'), who('hoa')]

type Duties = AnswerOf<typeof indicators>
const look = (programmeId: string, actor = lan) => ask<Duties>(actor, 'plans.indicators', { programmeId })
const fields = { unit: 'lớp', min: 2, max: null, per: 'year', evidence: 'biên bản', reason: 'Văn bản không ghi số' }

async function duty(parties?: string[]) {
  const text = 'Phối hợp bồi dưỡng kiến thức'
  const every = { kind: 'every' as const, count: 1, unit: 'year' as const }
  const made = await insertProgramme(site, [{ path: 'II/1', text, schedules: [every] }], parties ? { parties } : {})
  return { programmeId: made.id, commitmentId: made.commitmentIds[0]! }
}
async function proposed(commitmentId: string, officer = lan, part = {}) {
  const indicatorId = newId()
  await send(officer, 'plans.propose-indicator', { indicatorId, commitmentId, ...fields, ...part })
  return { indicatorId, version: 1 }
}
async function shared(commitmentId: string, officer = lan, leader = minh, part = {}) {
  const { indicatorId } = await proposed(commitmentId, officer, part)
  await send(leader, 'plans.share-indicator', { indicatorId, version: 1 })
  return { indicatorId, version: 2 }
}
async function agree(programmeId: string, indicatorId: string, leader: Actor) {
  const all = (await look(programmeId, leader)).duties.flatMap(one => one.indicators)
  const { digest, version } = all.find(one => one.id === indicatorId)!
  return send(leader, 'plans.agree-indicator', { indicatorId, version, digest })
}
const statesOf = async (programmeId: string, actor = lan) =>
  (await look(programmeId, actor)).duties.flatMap(one => one.indicators.map(indicator => indicator.state))

describe('a working indicator', () => {
  it('is its own side’s until a leader sends it', async () => {
    const { programmeId, commitmentId } = await duty()
    const { indicatorId } = await proposed(commitmentId)
    expect([await statesOf(programmeId), await statesOf(programmeId, hoa)]).toEqual([['own'], []])
    const share = { indicatorId, version: 1 }
    expect(await refusalOf(send(lan, 'plans.share-indicator', share))).toBe('not-permitted')
    expect(await refusalOf(send(hoa, 'plans.share-indicator', share))).toBe('not-found')
    await send(minh, 'plans.share-indicator', share)
    expect(await statesOf(programmeId, hoa)).toEqual(['proposed'])
  })

  it('binds once every side has agreed to the same content, and then measures the plan of a year', async () => {
    const { programmeId, commitmentId } = await duty()
    const { indicatorId } = await shared(commitmentId)
    expect(await agree(programmeId, indicatorId, hoa)).toMatchObject({ complete: true })
    const [one] = (await look(programmeId, hoa)).duties
    expect(one!.indicators[0]).toMatchObject({ state: 'agreed', agreedOn: '2026-03-10', evidence: 'biên bản' })
    expect(one!.indicators[0]!.agreedBy.toSorted()).toEqual([minh.bodyId, hoa.bodyId].toSorted())
    const planId = newId()
    await send(lan, 'plans.draft-plan', { planId, programmeId, year: 2026 })
    const plan = await ask<PlanView>(lan, 'plans.plan', { planId })
    expect(plan.clauses[0]!.items[0]!.target).toEqual({ min: 2, max: null, unit: 'lớp', per: 'year' })
  })

  it('waits for the third side where there are three', async () => {
    const { programmeId, commitmentId } = await duty(['mttq', 'sdttg', 'bdv'])
    const { indicatorId } = await shared(commitmentId)
    expect(await agree(programmeId, indicatorId, hoa)).toMatchObject({ complete: false })
    expect(await statesOf(programmeId)).toEqual(['proposed'])
    expect(await refusalOf(agree(programmeId, indicatorId, hoa))).toBe('agreement.given')
  })

  it('is replaced by the next that all agree to, and stays to be read', async () => {
    const { programmeId, commitmentId } = await duty()
    await agree(programmeId, (await shared(commitmentId)).indicatorId, hoa)
    const next = await shared(commitmentId, tuan, hoa, { min: 3 })
    await agree(programmeId, next.indicatorId, minh)
    expect(await statesOf(programmeId)).toEqual(['replaced', 'agreed'])
  })

  it('comes back with a reason, while what was agreed before stands', async () => {
    const { programmeId, commitmentId } = await duty()
    await agree(programmeId, (await shared(commitmentId)).indicatorId, hoa)
    const next = await shared(commitmentId, tuan, hoa, { min: 9 })
    await send(minh, 'plans.return-indicator', { ...next, reason: 'Quá nhiều' })
    const [one] = (await look(programmeId, tuan)).duties
    expect(one!.indicators.map(indicator => [indicator.state, indicator.answer])).toEqual([
      ['agreed', null],
      ['returned', 'Quá nhiều'],
    ])
  })

  it('is refused without a number, twice by one side, in an older version, and to who wrote it', async () => {
    const { programmeId, commitmentId } = await duty()
    expect(await refusalOf(proposed(commitmentId, lan, { min: null }))).toBe('plans.indicator-number')
    expect(await refusalOf(proposed(commitmentId, lan, { min: 3, max: 1 }))).toBe('plans.target-upside-down')
    const { indicatorId, version } = await shared(commitmentId)
    expect(await refusalOf(proposed(commitmentId))).toBe('plans.indicator-open')
    expect(await refusalOf(agree(programmeId, indicatorId, minh))).toBe('plans.own-indicator')
    const old = { indicatorId, version, digest: 'a'.repeat(64) }
    expect(await refusalOf(send(hoa, 'plans.agree-indicator', old))).toBe('changed-meanwhile')
    await send(minh, 'plans.withdraw-indicator', { indicatorId, version })
    expect(await statesOf(programmeId, hoa)).toEqual([])
  })

  it('waits for us, and for them, in the work of each side', async () => {
    const { programmeId, commitmentId } = await duty()
    await shared(commitmentId)
    const waits = async (actor: Actor) =>
      (await deadlinesOf(site, actor, '2026-12-31')).filter(one => one.kind === 'indicator' && one.programmeId === programmeId)
    expect((await waits(hoa)).map(one => one.waits)).toEqual(['us'])
    expect((await waits(minh)).map(one => one.waits)).toEqual(['them'])
  })
})
