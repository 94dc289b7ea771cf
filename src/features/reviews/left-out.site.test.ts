import { expect, it } from 'vitest'
import { directiveInput } from '../../../test/harness/directives.ts'
import { layMeeting } from '../../../test/harness/meetings.ts'
import { openTestSite } from '../../../test/harness/site.ts'
import { layActivities, layThread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'
import { FRAGMENT, paragraphOf } from './writing/text.ts'
import { changeText } from './writing/text-store.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { send, ask, who, engine } = site
const [lan, minh, hoa] = [who('lan'), who('minh'), who('hoa')]

type Shown = {
  digest: string
  review: { state: string }
  compiled: { figures: Record<string, { query: { kind: string } }>; leftOut?: string[] }
  movedFigures: string[]
  changedSinceFrozen: boolean
}
const look = (reviewId: string) => ask<Shown>(lan, 'reviews.review', { reviewId })

/** A report that both sides have frozen with other words than were compiled: those of the annex are its only figures. */
async function frozen() {
  const [reviewId, thread] = [newId(), await layThread(site)]
  await layActivities(site, thread, thread.items[0]!, [{ heldOn: '2026-03-10', reach: 117, count: 2 }])
  await send(lan, 'directives.add-directive', directiveInput(thread.programmeId, { issuedOn: '2026-02-10' }))
  await send(lan, 'reviews.open-review', { reviewId, programmeId: thread.programmeId, kind: 'half-year', year: 2026, half: 1 })
  await send(lan, 'reviews.write-text', { reviewId, version: 1, section: 'difficulties', text: 'Chậm.' })
  await send(lan, 'reviews.write-text', { reviewId, version: 2, section: 'causes-subjective', text: 'Chưa đôn đốc.' })
  await send(minh, 'reviews.propose-review', { reviewId, version: 3 })
  await send(hoa, 'reviews.begin-text', { reviewId })
  await engine.database.write(lan, tx =>
    changeText(tx, reviewId, lan.bodyId, doc => {
      const text = doc.getXmlFragment(FRAGMENT)
      const lines = text.toArray().map((one, at) => ({ at, led: JSON.stringify(one.toJSON()).includes('led|') }))
      for (const { at } of lines.filter(one => one.led).toReversed()) text.delete(at, 1)
      text.push([paragraphOf(['Hai bên thống nhất như trên.'], false)])
    }),
  )
  const { digest } = await look(reviewId)
  for (const leader of [minh, hoa]) await send(leader, 'reviews.freeze-review', { reviewId, digest })
  return { reviewId, thread }
}

it('a figure that the writers of a shared text left out is in the paper no more, and nothing is said of it afterwards', async () => {
  const { reviewId } = await frozen()
  const { compiled, review, changedSinceFrozen } = await look(reviewId)
  expect(review.state).toBe('frozen')
  expect(Object.values(compiled.figures).filter(one => one.query.kind === 'led')).toEqual([])
  expect(compiled.leftOut?.some(id => id.startsWith('led|'))).toBe(true)
  expect(changedSinceFrozen).toBe(false)
})

it('a figure that has come since is told of, though the shared text has no place for it', async () => {
  const { reviewId, thread } = await frozen()
  await layMeeting(site, thread.programmeId, '2026-03-05')
  const { movedFigures, changedSinceFrozen } = await look(reviewId)
  expect(movedFigures).toEqual([expect.stringMatching(/^led\|.*\|concluded$/)])
  expect(changedSinceFrozen).toBe(true)
})
