import { beforeEach, describe, expect, it } from 'vitest'
import { joinByPost, paperOf, postalBody, scan, sendByPost } from '../../../test/harness/by-post.ts'
import { deadlinesOf } from '../../../test/harness/contributions.ts'
import { agreePlan, sharePlan } from '../../../test/harness/plans.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { exportsByName } from '../../app/registry.ts'
import { addDays, longDate, vietnamDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { shortDigest } from '../../kernel/short-digest.ts'

const site = await openTestSite()
const { send, ask, who, engine } = site
const [lan, minh, clerk, hoa] = [who('lan'), who('minh'), who('vanthu.mttq'), who('hoa')]
const today = vietnamDate(new Date())
const year = Number(today.slice(0, 4))
let serial = 0
let bodyId = ''
let programmeId = ''
let planId = ''

type Line = { proposalId: string; version: number }
type Plan = {
  plan: { state: string }
  digest: string
  agreements: { bodyId: string; paper: { number: string; date: string } | null }[]
  clauses: { items: { id: string; version: number; title: string }[] }[]
  proposals: { id: string; state: string; byBody: string; version: number; paper: { number: string } | null }[]
}
/** The paper that was recorded about a report. */
async function actOf(reviewId: string): Promise<{ actId: string }> {
  const { acts } = await ask<{ acts: { id: string }[] }>(minh, 'post.standing', { reviewId })
  return { actId: acts[0]!.id }
}
const planFor = (actor: Actor) => ask<Plan>(actor, 'plans.plan', { planId })
const plan = { kind: 'plan' as const, subjectId: '' }

/** A shared plan of the year between the Front and a Party body that has nobody here. */
beforeEach(async () => {
  serial += 1
  const key = `bp${serial}`
  bodyId = await postalBody(site, key)
  const item = { path: 'II/1', text: 'Tổ chức hội nghị tiếp xúc', lead: ['mttq'], schedules: [{ kind: 'continuous' as const }] }
  programmeId = (await insertProgramme(site, [item], { parties: ['mttq', key], from: year, to: year + 4 })).id
  planId = newId()
  await send(lan, 'plans.draft-plan', { planId, programmeId, year })
  await sharePlan(site, minh, planId)
  plan.subjectId = planId
})

const join = (): Promise<Actor> => joinByPost(site, bodyId)

const paper = (digest: string, date = today) => paperOf(site, clerk, { bodyId, digest, date })

/** Everything up to a plan that is fixed by the partner's letter. */
async function agreedByPost(): Promise<{ actId: string; digest: string }> {
  await agreePlan(site, [minh], planId)
  const digest = await sendByPost(site, clerk, plan, { bodyId, date: today })
  const fields = await paper(digest)
  await send(clerk, 'post.record-agreement', { ...plan, ...fields })
  return { actId: fields.actId, digest }
}

describe('a plan with a partner by post', () => {
  it('is fixed by the partner’s letter, which is cited and never called its click', async () => {
    const { digest } = await agreedByPost()
    const found = await planFor(minh)
    expect(found.plan.state).toBe('agreed')
    const theirs = found.agreements.find(one => one.bodyId === bodyId)
    expect(theirs?.paper).toEqual({ number: '12-CV/DUCCQ', date: today })
    const row = await engine.database.read('system', db =>
      db.selectFrom('agreement').selectAll().where('body_id', '=', bodyId).executeTakeFirstOrThrow(),
    )
    expect([row.account_id, row.digest]).toEqual([null, digest])
  })

  it('is not agreed to before it was sent, nor to another content, nor before our letter, nor tomorrow', async () => {
    await agreePlan(site, [minh], planId)
    const { digest } = await planFor(minh)
    const agree = async (fields: object) => refusalOf(send(clerk, 'post.record-agreement', { ...plan, ...fields }))
    expect(await agree(await paper(digest))).toBe('post.not-sent')
    await sendByPost(site, clerk, plan, { bodyId, date: today })
    expect(await agree(await paper('f'.repeat(64)))).toBe('post.not-sent')
    expect(await agree(await paper(digest, addDays(today, -1)))).toBe('post.before-letter')
    expect(await agree(await paper(digest, addDays(today, 1)))).toBe('post.in-future')
    expect(await agree({ ...(await paper(digest)), fileId: newId() })).toBe('not-found')
  })

  it('is recorded by clerks and leaders only, and never for a side that works here', async () => {
    await agreePlan(site, [minh], planId)
    const digest = await sendByPost(site, clerk, plan, { bodyId, date: today })
    expect(await refusalOf(send(lan, 'post.record-agreement', { ...plan, ...(await paper(digest)) }))).toBe('not-permitted')
    await join()
    expect(await refusalOf(send(clerk, 'post.record-agreement', { ...plan, ...(await paper(digest)) }))).toBe('post.online')
    const own = { ...(await paper(digest)), bodyId: minh.bodyId }
    expect(await refusalOf(send(clerk, 'post.record-agreement', { ...plan, ...own }))).toBe('post.in-own-name')
  })

  it('takes the partner’s lines from its letter, which our leader answers', async () => {
    const digest = await sendByPost(site, clerk, plan, { bodyId, date: today })
    const fields = await paper(digest)
    await send(clerk, 'plans.record-paper-counter', { planId, ...fields })
    const before = await planFor(minh)
    const { id: itemId, version } = before.clauses[0]!.items[0]!
    const typed = { actId: fields.actId, item: { itemId, version }, line: { kind: 'drop' }, reason: 'Trùng với việc khác' }
    const proposalId = newId()
    await send(clerk, 'plans.type-paper-line', { proposalId, ...typed })
    const [line] = (await planFor(minh)).proposals
    expect([line!.byBody, line!.state, line!.paper?.number]).toEqual([bodyId, 'shared', '12-CV/DUCCQ'])
    const answer: Line = { proposalId, version: line!.version }
    expect(await send(minh, 'plans.accept-proposal', answer)).toMatchObject({ complete: true })
  })

  it('takes the partner’s answers to our lines, and asks for a new letter where lines came after it', async () => {
    const { clauses } = await planFor(minh)
    const { id: itemId, version } = clauses[0]!.items[0]!
    const proposalId = newId()
    const line = { kind: 'drop' }
    await send(lan, 'plans.propose-line', { proposalId, planId, item: { itemId, version }, line, reason: 'Hết kinh phí' })
    const { outgoing } = await ask<{ outgoing: { digest: string } }>(minh, 'plans.plan', { planId })
    await send(minh, 'plans.share-proposals', { planId, digest: outgoing.digest })
    const digest = await sendByPost(site, clerk, plan, { bodyId, step: 'lines', date: today })
    const answers = [{ proposalId, version: 2, returned: null }]
    await send(clerk, 'plans.record-paper-answers', { planId, ...(await paper(digest)), answers })
    const found = await planFor(minh)
    expect(found.proposals[0]!.state).toBe('accepted')
    expect(await refusalOf(send(clerk, 'plans.record-paper-answers', { planId, ...(await paper(digest)), answers }))).toBe(
      'post.content-moved',
    )
  })
})

describe('when the partner joins', () => {
  it('sees what was recorded in its name, with the scan, and may contest it: the plan is a draft again', async () => {
    const { actId } = await agreedByPost()
    const theirs = await join()
    const seen = await ask<{ inOurName: { id: string; fileId: string }[] }>(theirs, 'post.recorded')
    expect(seen.inOurName.map(one => one.id)).toEqual([actId])
    const files = await engine.database.read(theirs, db =>
      db.selectFrom('file').select('id').where('id', '=', seen.inOurName[0]!.fileId).execute(),
    )
    expect(files).toHaveLength(1)
    await send(theirs, 'post.contest-act', { actId, reason: 'Văn bản này không phải của chúng tôi' })
    const found = await planFor(minh)
    expect(found.plan.state).toBe('draft')
    expect(found.agreements.map(one => one.bodyId)).toEqual([minh.bodyId])
    const ours = await deadlinesOf(site, clerk, addDays(today, 30))
    expect(ours.filter(one => one.kind === 'post-contested').map(one => one.waits)).toEqual(['us'])
    expect(await refusalOf(send(theirs, 'post.contest-act', { actId, reason: 'Lần nữa' }))).toBe('post.contested')
  })

  it('keeps the plan fixed where the partner has agreed itself since', async () => {
    const { actId } = await agreedByPost()
    await send(clerk, 'post.withdraw-act', { actId })
    expect((await planFor(minh)).plan.state).toBe('draft')
    const theirs = await join()
    await agreePlan(site, [theirs], planId)
    expect((await planFor(minh)).plan.state).toBe('agreed')
  })

  it('is contested by nobody else', async () => {
    const { actId } = await agreedByPost()
    expect(await refusalOf(send(minh, 'post.contest-act', { actId, reason: 'x' }))).toBe('post.not-in-your-name')
    expect(await refusalOf(send(hoa, 'post.contest-act', { actId, reason: 'x' }))).toBe('not-found')
  })
})

describe('a package and a report by post', () => {
  it('gets its receipt by letter, which falls when it is contested', async () => {
    const past = year - 1
    const key = `bp${serial}`
    const yearly = { kind: 'every' as const, count: 1, unit: 'year' as const }
    const informing = { path: 'II/3', text: 'Hằng năm cung cấp thông tin', schedules: [yearly], topics: ['information' as const] }
    const made = await insertProgramme(site, [{ ...informing, lead: ['mttq'] }], { parties: ['mttq', key], from: past, to: year })
    type Matrix = { rows: { from: string; cells: Record<string, { dutyKey: string }> }[] }
    const { rows } = await ask<Matrix>(lan, 'exchange.matrix', { programmeId: made.id, year: past })
    const { dutyKey } = Object.values(rows.find(row => row.from === lan.bodyId)!.cells)[0]!
    const packageId = newId()
    await send(lan, 'exchange.assemble-package', { packageId, programmeId: made.id, dutyKey, year: past, note: '' })
    const { digest } = await ask<{ digest: string }>(minh, 'exchange.package', { packageId })
    await send(minh, 'exchange.send-package', { packageId, version: 1, digest })
    const subject = { kind: 'package' as const, subjectId: packageId }
    await sendByPost(site, clerk, subject, { bodyId, date: today })
    const fields = await paper(digest)
    await send(clerk, 'exchange.record-paper-receipt', { packageId, version: 2, ...fields, returned: null })
    const stateOf = async () => (await ask<{ package: { state: string } }>(lan, 'exchange.package', { packageId })).package.state
    expect(await stateOf()).toBe('received')
    const theirs = await join()
    await send(theirs, 'post.contest-act', { actId: fields.actId, reason: 'Chưa nhận được' })
    expect(await stateOf()).toBe('sent')
  })

  it('is frozen by the letter that agrees to exactly its text and figures', async () => {
    const reviewId = newId()
    await send(lan, 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year, half: 1 })
    const sections = ['difficulties', 'causes-objective', 'causes-subjective', 'leadership', 'strengths', 'directions']
    for (const [at, section] of sections.entries())
      await send(lan, 'reviews.write-text', { reviewId, version: at + 1, section, text: 'Không có' })
    await send(minh, 'reviews.propose-review', { reviewId, version: sections.length + 1 })
    const { digest } = await ask<{ digest: string }>(minh, 'reviews.review', { reviewId })
    await send(minh, 'reviews.freeze-review', { reviewId, digest })
    await sendByPost(site, clerk, { kind: 'review', subjectId: reviewId }, { bodyId, date: today })
    const frozen = await send(clerk, 'post.record-agreement', { kind: 'review', subjectId: reviewId, ...(await paper(digest)) })
    expect(frozen).toMatchObject({ complete: true })
    const { actId } = await actOf(reviewId)
    const theirs = await join()
    await send(theirs, 'post.contest-act', { actId, reason: 'Số liệu không đúng' })
    type Frozen = { review: { state: string }; digest: string; fallen: { number: string; contested: { reason: string } }[] }
    const kept = await ask<Frozen>(minh, 'reviews.review', { reviewId })
    expect([kept.review.state, kept.digest]).toEqual(['frozen', digest])
    expect(kept.fallen).toMatchObject([{ number: '12-CV/DUCCQ', contested: { reason: 'Số liệu không đúng' } }])
  })
})

describe('the way a side takes part', () => {
  it('is by post by itself without people, online with its first sign-in, and by post again only by its own word', async () => {
    type Ways = { parties: { bodyId: string; way: string }[] }
    const wayOf = async (id: string) =>
      (await ask<Ways>(minh, 'post.ways', { programmeId })).parties.find(one => one.bodyId === id)!.way
    expect([await wayOf(bodyId), await wayOf(minh.bodyId)]).toEqual(['by-post', 'online'])
    const theirs = await join()
    expect(await wayOf(bodyId)).toBe('online')
    await send(theirs, 'post.choose-way', { choiceId: newId(), programmeId, way: 'by-post', since: today })
    expect(await wayOf(bodyId)).toBe('by-post')
    expect(
      await refusalOf(
        send(theirs, 'post.choose-way', { choiceId: newId(), programmeId, way: 'online', since: addDays(today, -1) }),
      ),
    ).toBe('post.past-day')
  })

  it('leads our work: send, wait for the letter, urge it', async () => {
    const post = async () => (await deadlinesOf(site, clerk, addDays(today, 60))).filter(one => one.id.startsWith(planId))
    const steps = async () => (await post()).filter(one => one.kind === 'post').map(one => one.step)
    expect(await steps()).toEqual(['step.send-by-post'])
    await sendByPost(site, clerk, plan, { bodyId, date: today })
    expect(await steps()).toEqual(['step.record-paper'])
    await engine.database.pool.query(`UPDATE paper_sending SET letter_date = letter_date - 11 WHERE subject_id = '${planId}'`)
    expect(await steps()).toEqual(['step.urge-by-post'])
  })

  it('drafts the letter that goes along and the one that urges, each citing the code of what was sent', async () => {
    const load = async (name: string, id: string) => {
      const context = { acting: minh, now: new Date(), today }
      const loaded = await engine.database.read(minh, db => exportsByName.get(name)!.load({ db, ...context }, id))
      return JSON.stringify(loaded)
    }
    const digest = await sendByPost(site, clerk, plan, { bodyId, date: today })
    expect(await load('post-letter', planId)).toContain(shortDigest(digest))
    const { id } = await engine.database.read(minh, db =>
      db.selectFrom('paper_sending').select('id').where('subject_id', '=', planId).executeTakeFirstOrThrow(),
    )
    expect(await load('post-urge', id)).toContain(`15/MTTQ-BTT, ${longDate(today)}`)
    await join()
    expect(await refusalOf(load('post-letter', planId))).toBe('not-found')
  })

  it('registers a letter of ours with its scan', async () => {
    const { digest } = await planFor(minh)
    const fileId = await scan(site, clerk, 'công văn')
    const letter = { number: '16/MTTQ-BTT', date: today, fileId }
    const input = { sendingId: newId(), ...plan, bodyId, step: 'whole', digest, ...letter }
    expect(await send(clerk, 'post.record-sending', input)).toEqual({ sendingId: input.sendingId })
    expect(await refusalOf(send(lan, 'post.record-sending', { ...input, sendingId: newId() }))).toBe('not-permitted')
  })
})
