import { createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { fingerprint, lastAudited } from '../../../test/access/fingerprint.ts'
import { TODAY_TABLES } from '../../../test/access/today-tables.ts'
import { sitIn } from '../../../test/harness/seat.ts'
import { openTestSite } from '../../../test/harness/site.ts'
import { layActivities, layThread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { reviewExport } from '../reviews/index.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { send, ask, who, engine, config } = site
const [lan, minh, hoa] = [who('lan'), who('minh'), who('hoa')]

/** A half-year report that both sides have frozen. */
async function frozenReview() {
  const thread = await layThread(site)
  await layActivities(site, thread, thread.items[0]!, [{ heldOn: '2026-03-10', reach: 117, count: 2 }])
  const reviewId = newId()
  await send(lan, 'reviews.open-review', { reviewId, programmeId: thread.programmeId, kind: 'half-year', year: 2026, half: 1 })
  await send(lan, 'reviews.write-text', { reviewId, version: 1, section: 'difficulties', text: 'Một số xã gửi số liệu chậm.' })
  await send(lan, 'reviews.write-text', {
    reviewId,
    version: 2,
    section: 'causes-objective',
    text: 'Mưa lũ chia cắt nhiều thôn.',
  })
  await send(minh, 'reviews.propose-review', { reviewId, version: 3 })
  const { digest } = await ask<{ digest: string }>(minh, 'reviews.review', { reviewId })
  for (const leader of [minh, hoa]) await send(leader, 'reviews.freeze-review', { reviewId, digest })
  return { ...thread, reviewId }
}

/** What is set, and the digest of the PDF that it is set as, both times at one moment of the renderer's clock. */
async function printed(actor: Actor, reviewId: string) {
  const now = engine.now()
  const loaded = await engine.database.read(actor, db =>
    reviewExport.load({ db, acting: actor, now, today: now.toISOString().slice(0, 10) }, reviewId),
  )
  vi.useFakeTimers({ toFake: ['Date'], now })
  const { bytes } = await reviewExport.render(loaded as never, 'pdf', engine.files).finally(() => vi.useRealTimers())
  const sha256 = createHash('sha256')
    .update(bytes as Uint8Array)
    .digest('hex')
  return { loaded, sha256 }
}

/** A new body with a leader and an officer, into which the old ones go. */
async function newBody() {
  const bodyId = newId()
  const name = { name: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Sơn', shortName: 'MTTQ Hà Sơn', symbol: 'MTHS', place: 'Hà Sơn' }
  await send('system', 'agencies.create-body', { bodyId, ...name, kind: 'front' })
  const accountId = newId()
  const account = { accountId, bodyId, username: 'lanhdao.hs', displayName: 'Lãnh đạo', post: 'Chủ tịch', roles: ['leader'] }
  await send('system', 'agencies.create-account', { ...account, password: 'mật khẩu để thử' })
  return { leader: { accountId, bodyId, roles: ['leader'], displayName: 'Lãnh đạo' } as Actor, name: name.name }
}

describe('a programme that outlives its party', () => {
  it('keeps its past: a frozen review prints the same bytes, and goes on under the heir', async () => {
    const { programmeId, reviewId } = await frozenReview()
    const before = await printed(minh, reviewId)
    const { leader, name } = await newBody()
    const audited = await lastAudited(config)
    const rows = await fingerprint(config, TODAY_TABLES, audited)
    const reorganisationId = newId()
    const content = { endings: [{ bodyId: minh.bodyId, heirId: leader.bodyId }] }
    const decision = { number: '01/QĐ', date: '2026-06-01', issuer: 'Tỉnh ủy' }
    const event = { reorganisationId, kind: 'merge', decision, effectiveOn: '2026-06-16', content }
    await send(who('quantri.mttq'), 'reorganisation.draft', event)
    await send(minh, 'reorganisation.agree', { reorganisationId, version: 1 })
    await send(leader, 'reorganisation.agree', { reorganisationId, version: 2 })
    const state = async () => (await ask<{ state: string }>(leader, 'reorganisation.one', { reorganisationId })).state
    await vi.waitFor(async () => expect(await state()).toBe('applied'), 20_000)
    expect(await fingerprint(config, TODAY_TABLES, audited)).toEqual(rows)

    const sitting = await sitIn(site, leader, minh.bodyId)
    expect(await printed(sitting, reviewId)).toEqual(before)
    const page = await ask<{ parties: { name: string; heldBy?: string }[] }>(sitting, 'programmes.page', { programmeId })
    expect(page.parties[0]).toMatchObject({ name: expect.stringContaining('tỉnh Sơn Hà'), heldBy: name })
  })
})
