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
  review: { version: number }
  digest: string
  outgoing: { step: string } | null
  clearance: { id: string; version: number; state: string; holders: string[]; can: Record<string, boolean> } | null
  can: Record<'propose' | 'submit' | 'freeze', { code: string } | null>
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
