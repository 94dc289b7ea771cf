import { expect, it } from 'vitest'
import type { Doc } from 'yjs'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { layActivities, layThread } from '../../../test/harness/thread.ts'
import type { ReadDb } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { idOf } from './figure-id.ts'
import { compileLive } from './freezing.ts'
import { getReview } from './store.ts'
import { FRAGMENT, paragraphOf } from './writing/text.ts'
import { changeText } from './writing/text-store.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { send, ask, who, engine } = site
const [lan, minh, hoa] = [who('lan'), who('minh'), who('hoa')]

async function written() {
  const [reviewId, thread] = [newId(), await layThread(site)]
  await layActivities(site, thread, thread.items[0]!, [{ heldOn: '2026-03-10', reach: 117, count: 2 }])
  const each = { target_per: 'xã' }
  await engine.database.write('system', tx => tx.updateTable('plan_item').set(each).where('id', '=', thread.items[1]!).execute())
  await send(lan, 'reviews.open-review', { reviewId, programmeId: thread.programmeId, kind: 'half-year', year: 2026, half: 1 })
  await send(lan, 'reviews.write-text', { reviewId, version: 1, section: 'difficulties', text: 'Chậm.' })
  await send(lan, 'reviews.write-text', { reviewId, version: 2, section: 'causes-subjective', text: 'Chưa đôn đốc.' })
  await send(minh, 'reviews.propose-review', { reviewId, version: 3 })
  await send(hoa, 'reviews.begin-text', { reviewId })
  return { reviewId, thread }
}

type Seen = { compiled: { blocks: object[] } }
const look = (reviewId: string) => ask<Seen>(lan, 'reviews.review', { reviewId })

it('it is compiled once for all who ask, and anew where anything behind it has changed', async () => {
  const { reviewId, thread } = await written()
  const live = (actor: Actor) => engine.database.read(actor, async db => compileLive(db, await getReview(db, reviewId)))
  const [first, second] = [await live(minh), await live(hoa)]
  expect(second.compiled.annex).toBe(first.compiled.annex)
  expect(second).toEqual(first)
  await layActivities(site, thread, thread.items[0]!, [{ heldOn: '2026-03-11', reach: 3, count: 1 }])
  const after = await live(minh)
  expect(after.compiled.annex).not.toEqual(first.compiled.annex)
  expect(after.digest).toBe((await ask<{ digest: string }>(hoa, 'reviews.review', { reviewId })).digest)
})

it('what changes between the look of a leader and the freezing refuses it, whoever compiled it before', async () => {
  const { reviewId, thread } = await written()
  const { digest } = await ask<{ digest: string }>(minh, 'reviews.review', { reviewId })
  const { digest: same } = await ask<{ digest: string }>(hoa, 'reviews.review', { reviewId })
  expect(same).toBe(digest)
  await layActivities(site, thread, thread.items[0]!, [{ heldOn: '2026-03-12' }])
  expect(await refusalOf(send(minh, 'reviews.freeze-review', { reviewId, digest }))).toBe('reviews.content-moved')
})

it('a figure that only the shared text has is reckoned once too', async () => {
  const { reviewId } = await written()
  const figure = idOf({ kind: 'activities', from: '2026-01-01', to: '2026-01-02' })
  const line = (doc: Doc) => doc.getXmlFragment(FRAGMENT).push([paragraphOf(['Thêm ', { figure, text: '' }], false)])
  await engine.database.write(lan, tx => changeText(tx, reviewId, lan.bodyId, line))
  const once = async (db: ReadDb) => compileLive(db, await getReview(db, reviewId))
  const [first, second] = [await engine.database.read(minh, once), await engine.database.read(hoa, once)]
  expect(Object.keys(first.compiled.figures)).toContain(figure)
  expect(second.compiled.figures[figure]).toBe(first.compiled.figures[figure])
})

it('what is recorded after the text was begun is told beside it, taken in by hand, and asked for once', async () => {
  const { reviewId, thread } = await written()
  type Desk = { overtaken: { missing: { key: string; words: string }[]; stale: { key: string }[] } }
  const desk = async () => (await ask<Desk>(lan, 'reviews.text-desk', { reviewId })).overtaken
  expect(await desk()).toEqual({ missing: [], stale: [] })
  await layActivities(site, thread, thread.items.at(-1)!, [{ heldOn: '2026-03-20', reach: 9, count: 1 }])
  const before = await desk()
  expect(before.missing.length).toBeGreaterThan(0)
  const said = () => look(reviewId).then(({ compiled }) => JSON.stringify(compiled.blocks))
  for (const { key } of before.missing) await send(lan, 'reviews.take-compiled', { reviewId, key, how: 'take' })
  for (const { key } of before.stale) await send(hoa, 'reviews.take-compiled', { reviewId, key, how: 'leave' })
  expect(await desk()).toEqual({ missing: [], stale: [] })
  expect(await said()).toContain('09')
  const again = { reviewId, key: before.missing[0]!.key, how: 'take' }
  expect(await refusalOf(send(lan, 'reviews.take-compiled', again))).toBe('changed-meanwhile')
})

it('every figure that compiling tells is offered to whoever writes, also where the shared text holds it no more', async () => {
  const { reviewId } = await written()
  const empty = (doc: Doc) => doc.getXmlFragment(FRAGMENT).delete(0, doc.getXmlFragment(FRAGMENT).length)
  await engine.database.write(lan, tx => changeText(tx, reviewId, lan.bodyId, empty))
  const { lines } = await ask<{ lines: { pieces: (string | { text: string })[] }[] }>(hoa, 'reviews.compiled-lines', { reviewId })
  const offered = lines.flatMap(({ pieces }) => pieces.flatMap(one => (typeof one === 'string' ? [] : one.text)))
  expect(offered).toContain('117 lượt người')
  expect((await look(reviewId)).compiled.blocks).toEqual([])
  expect(await refusalOf(ask(who('dung'), 'reviews.compiled-lines', { reviewId }))).toBe('not-found')
})
