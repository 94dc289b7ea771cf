import { describe, expect, it } from 'vitest'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { layActivities, layThread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { send, ask, who, engine } = site
const [lan, minh, tuan, hoa] = [who('lan'), who('minh'), who('tuan'), who('hoa')]

type Shown = {
  digest: string
  review: { state: string }
  agreements: { bodyId: string; current: boolean }[]
  can: Record<'freeze' | 'withdraw', { code: string } | null>
}
const look = (acting: Actor, reviewId: string) => ask<Shown>(acting, 'reviews.review', { reviewId })

async function proposed() {
  const [reviewId, thread] = [newId(), await layThread(site)]
  await layActivities(site, thread, thread.items[0]!, [{ heldOn: '2026-03-10', reach: 117, count: 2 }])
  await send(lan, 'reviews.open-review', { reviewId, programmeId: thread.programmeId, kind: 'half-year', year: 2026, half: 1 })
  await send(lan, 'reviews.write-text', { reviewId, version: 1, section: 'difficulties', text: 'Chậm.' })
  await send(lan, 'reviews.write-text', { reviewId, version: 2, section: 'causes-subjective', text: 'Chưa đôn đốc.' })
  await send(minh, 'reviews.propose-review', { reviewId, version: 3 })
  const { digest } = await look(minh, reviewId)
  return { reviewId, digest, freeze: (leader: Actor) => send(leader, 'reviews.freeze-review', { reviewId, digest }) }
}

describe('two sides that end a report at the same moment', () => {
  it('freeze it once, with both agreements, whoever comes first', async () => {
    const { reviewId, digest, freeze } = await proposed()
    const outcomes = await Promise.all([freeze(minh), freeze(hoa)])
    expect(outcomes.filter(one => (one as { frozen: boolean }).frozen)).toHaveLength(1)
    const shown = await look(lan, reviewId)
    expect(shown).toMatchObject({ digest, review: { state: 'frozen' } })
    expect(shown.agreements.map(one => one.bodyId).toSorted()).toEqual([minh.bodyId, hoa.bodyId].toSorted())
    const { rows } = await engine.database.pool.query(`SELECT count(*) FROM agreement WHERE subject_id = $1`, [reviewId])
    expect(rows).toEqual([{ count: 2 }])
  })

  it('come one after the other where one withdraws while the other freezes: frozen with both, or open without one', async () => {
    const { reviewId, freeze } = await proposed()
    await freeze(minh)
    const withdrawing = send(minh, 'reviews.withdraw-agreement', { reviewId }).catch(() => null)
    const [outcome] = await Promise.all([freeze(hoa) as Promise<{ frozen: boolean }>, withdrawing])
    const { review, agreements } = await look(lan, reviewId)
    expect([review.state, agreements.length]).toEqual(outcome.frozen ? ['frozen', 2] : ['proposed', 1])
  })
})

describe('a side that has agreed', () => {
  it('takes that back while the other is awaited, and then the other’s word alone freezes nothing', async () => {
    const { reviewId, freeze } = await proposed()
    await freeze(minh)
    expect(await refusalOf(send(hoa, 'reviews.withdraw-agreement', { reviewId }))).toBe('reviews.not-agreed-yet')
    expect(await refusalOf(send(lan, 'reviews.withdraw-agreement', { reviewId }))).toBe('not-permitted')
    expect((await look(minh, reviewId)).can).toMatchObject({ withdraw: null, freeze: { code: 'agreement.given' } })
    await send(minh, 'reviews.withdraw-agreement', { reviewId })
    expect(await freeze(hoa)).toEqual({ frozen: false })
    expect((await look(minh, reviewId)).can).toMatchObject({ freeze: null })
    expect(await freeze(minh)).toEqual({ frozen: true })
    expect(await refusalOf(send(hoa, 'reviews.withdraw-agreement', { reviewId }))).toBe('reviews.frozen')
  })

  it('does not freeze with the other over a figure that one of them holds to be wrong since', async () => {
    const { reviewId, freeze } = await proposed()
    await freeze(minh)
    const { compiled } = await ask<{ compiled: { figures: object } }>(tuan, 'reviews.review', { reviewId })
    const dispute = { disputeId: newId(), reviewId, figureId: Object.keys(compiled.figures)[0]!, note: 'Thiếu một lớp' }
    await send(lan, 'reviews.dispute-figure', dispute)
    expect(await refusalOf(freeze(hoa))).toBe('reviews.figures-disputed')
    await send(lan, 'reviews.close-dispute', { disputeId: dispute.disputeId })
    expect(await freeze(hoa)).toEqual({ frozen: true })
  })
})
