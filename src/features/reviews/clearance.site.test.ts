import { describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../test/harness/contributions.ts'
import { enrolBeside } from '../../../test/harness/enrol.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { layActivities, layThread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { send, ask, who } = site
const [lan, minh, tuan, hoa] = [who('lan'), who('minh'), who('tuan'), who('hoa')]
const head = await enrolBeside(site, lan, 'truongban', ['head'])

type Answer = {
  review: { version: number; state: string }
  digest: string
  outgoing: { step: string } | null
  clearance: { id: string; version: number; state: string; holders: string[]; can: Record<string, boolean> } | null
  can: Record<'propose' | 'submit' | 'freeze' | 'withdrawClearing', { code: string } | null>
}
const look = (acting: Actor, reviewId: string) => ask<Answer>(acting, 'reviews.review', { reviewId })
const waitsFor = async (actor: Actor, reviewId: string) =>
  (await deadlinesOf(site, actor, '2026-12-31'))
    .filter(one => one.kind === 'review-clearance' && one.address === `/bao-cao/${reviewId}`)
    .map(one => one.step)
const submit = async (actor: Actor, reviewId: string) => {
  await send(actor, 'reviews.submit-review', { clearanceId: newId(), reviewId })
  const { id: clearanceId, version } = (await look(actor, reviewId)).clearance!
  return { clearanceId, version }
}
const propose = async (actor: Actor, reviewId: string) => {
  const { version } = (await look(actor, reviewId)).review
  return send(actor, 'reviews.propose-review', { reviewId, version })
}

async function written() {
  const thread = await layThread(site)
  await layActivities(site, thread, thread.items[0]!, [{ heldOn: '2026-03-10', reach: 117, count: 2 }])
  const reviewId = newId()
  await send(lan, 'reviews.open-review', { reviewId, programmeId: thread.programmeId, kind: 'half-year', year: 2026, half: 1 })
  for (const [at, section] of ['difficulties', 'causes-objective'].entries())
    await send(lan, 'reviews.write-text', { reviewId, version: at + 1, section, text: 'Một số xã gửi số liệu chậm.' })
  return { reviewId, thread }
}

describe('a draft report inside its side', () => {
  it('goes from the officer by the head of the unit to the leader, and once cleared the officer shares it', async () => {
    const { reviewId } = await written()
    expect(await refusalOf(propose(lan, reviewId))).toBe('clearance.needed')
    const first = await submit(lan, reviewId)
    expect(await refusalOf(submit(lan, reviewId))).toBe('clearance.submitted-already')
    expect((await look(lan, reviewId)).clearance).toMatchObject({ state: 'submitted', holders: ['truongban'] })
    expect([await waitsFor(head, reviewId), await waitsFor(minh, reviewId)]).toEqual([['clear-review'], []])
    await send(head, 'programmes.forward-submission', first)
    expect([await waitsFor(head, reviewId), await waitsFor(minh, reviewId)]).toEqual([[], ['clear-review']])
    expect((await look(lan, reviewId)).clearance).toMatchObject({ state: 'forwarded', holders: [minh.displayName] })
    const at = { clearanceId: first.clearanceId, version: 2 }
    await send(minh, 'reviews.clear-submission', { ...at, instruction: 'Gửi trong tuần', dueOn: '2026-06-18' })
    expect((await look(lan, reviewId)).can).toMatchObject({ propose: null, submit: { code: 'clearance.decided-already' } })
    await propose(lan, reviewId)
    expect((await look(tuan, reviewId)).clearance).toBeNull()
  })

  it('is returned with an instruction and a day, and waits for whoever mends it', async () => {
    const { reviewId } = await written()
    const at = await submit(lan, reviewId)
    await send(head, 'programmes.return-submission', { ...at, instruction: 'Nêu rõ nguyên nhân', dueOn: '2026-06-18' })
    expect((await look(lan, reviewId)).clearance).toMatchObject({ state: 'returned', holders: [lan.displayName] })
    expect(await waitsFor(lan, reviewId)).toEqual(['write-review'])
    await propose(minh, reviewId)
    expect(await waitsFor(lan, reviewId)).toEqual([])
  })

  it('is cleared as it was submitted, and not what was written or recorded since', async () => {
    const { reviewId, thread } = await written()
    const at = await submit(lan, reviewId)
    await layActivities(site, thread, thread.items[0]!, [{ heldOn: '2026-04-10', reach: 20, count: 1 }])
    expect(await refusalOf(send(minh, 'reviews.clear-submission', at))).toBe('changed-meanwhile')
    const again = await submit(lan, reviewId)
    await send(minh, 'reviews.clear-submission', again)
    await send(lan, 'reviews.write-text', { reviewId, version: 3, section: 'lessons', text: 'Bài học' })
    expect(await refusalOf(propose(lan, reviewId))).toBe('clearance.needed')
  })
})

describe('the clearance of a draft', () => {
  const cleared = async () => {
    const { reviewId } = await written()
    const at = await submit(lan, reviewId)
    await send(minh, 'reviews.clear-submission', at)
    return { reviewId, at: { ...at, version: at.version + 1 } }
  }
  const withdraw = (actor: Actor, at: { clearanceId: string; version: number }) => send(actor, 'reviews.withdraw-clearing', at)

  it('is withdrawn by the leader who gave it alone, and the draft waits for a leader again', async () => {
    const [{ reviewId, at }, other] = [await cleared(), await enrolBeside(site, lan, 'photruong', ['leader'])]
    expect((await look(minh, reviewId)).can.withdrawClearing).toBeNull()
    expect((await look(other, reviewId)).can.withdrawClearing).toMatchObject({ code: 'clearance.not-yours' })
    expect(await refusalOf(withdraw(other, at))).toBe('clearance.not-yours')
    expect(await refusalOf(withdraw(lan, at))).toBe('not-permitted')
    await withdraw(minh, at)
    expect(await refusalOf(propose(lan, reviewId))).toBe('clearance.needed')
    expect((await look(lan, reviewId)).clearance).toMatchObject({ state: 'forwarded' })
    expect(await waitsFor(minh, reviewId)).toEqual(['clear-review'])
    await send(minh, 'reviews.clear-submission', { ...at, version: at.version + 1 })
    await propose(lan, reviewId)
  })

  it('takes with it what has gone out by it, and is withdrawn no more once the report is frozen', async () => {
    const { reviewId, at } = await cleared()
    await propose(lan, reviewId)
    await withdraw(minh, at)
    expect((await look(lan, reviewId)).review).toMatchObject({ state: 'draft' })
    expect(await refusalOf(look(tuan, reviewId))).toBe('not-found')
    await send(minh, 'reviews.clear-submission', { ...at, version: at.version + 1 })
    await propose(lan, reviewId)
    for (const leader of [minh, hoa])
      await send(leader, 'reviews.freeze-review', { reviewId, digest: (await look(leader, reviewId)).digest })
    expect(await refusalOf(withdraw(minh, { ...at, version: at.version + 2 }))).toBe('reviews.frozen')
  })

  it('is not withdrawn twice, nor while a new submission waits', async () => {
    const { reviewId, at } = await cleared()
    await send(lan, 'reviews.write-text', { reviewId, version: 3, section: 'lessons', text: 'Bài học' })
    await submit(lan, reviewId)
    expect(await refusalOf(withdraw(minh, at))).toBe('clearance.submitted-already')
    const again = await cleared()
    await withdraw(minh, again.at)
    expect(await refusalOf(withdraw(minh, { ...again.at, version: again.at.version + 1 }))).toBe('clearance.not-cleared')
  })
})

describe('a proposed report', () => {
  it('is laid before the own leader by each side, who alone freezes it', async () => {
    const { reviewId } = await written()
    await propose(minh, reviewId)
    await submit(tuan, reviewId)
    const seen = await look(hoa, reviewId)
    expect(seen).toMatchObject({ outgoing: { step: 'freeze' }, clearance: { state: 'forwarded', can: { clear: true } } })
    expect((await look(lan, reviewId)).clearance).toBeNull()
    expect(await refusalOf(send(tuan, 'reviews.freeze-review', { reviewId, digest: seen.digest }))).toBe('not-permitted')
    await send(hoa, 'reviews.freeze-review', { reviewId, digest: seen.digest })
    expect(await waitsFor(hoa, reviewId)).toEqual([])
    expect((await look(tuan, reviewId)).clearance).toMatchObject({ state: 'cleared' })
  })
})
