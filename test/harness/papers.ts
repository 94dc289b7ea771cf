import { storeMade } from '../../src/features/papers/keep-copy.ts'
import { samplePdf } from '../../src/formats/pades/sample.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor } from '../../src/kernel/permissions.ts'
import type { TestSite } from './site.ts'
import { layActivities, layThread } from './thread.ts'

/** A half-year review that both sides have frozen, as the earlier features leave it behind. */
export async function frozenReview(site: TestSite) {
  const { send, ask, who } = site
  const [lan, minh, hoa] = [who('lan'), who('minh'), who('hoa')]
  const thread = await layThread(site)
  const [activityId] = await layActivities(site, thread, thread.items[0]!, [{ heldOn: '2026-03-10', reach: 117, count: 2 }])
  const reviewId = newId()
  await send(lan, 'reviews.open-review', { reviewId, programmeId: thread.programmeId, kind: 'half-year', year: 2026, half: 1 })
  const texts = { difficulties: 'Một số xã gửi số liệu chậm.', 'causes-objective': 'Mưa lũ chia cắt nhiều thôn.' }
  for (const [at, [section, text]] of Object.entries(texts).entries())
    await send(lan, 'reviews.write-text', { reviewId, version: at + 1, section, text })
  await send(minh, 'reviews.propose-review', { reviewId, version: 3 })
  const { digest } = await ask<{ digest: string }>(minh, 'reviews.review', { reviewId })
  await send(minh, 'reviews.freeze-review', { reviewId, digest })
  await send(hoa, 'reviews.freeze-review', { reviewId, digest })
  return { reviewId, activityId: activityId!, programmeId: thread.programmeId }
}

/** The review as a paper of the lead, checked and frozen by its clerk. */
export async function frozenPaper(site: TestSite, clerk: Actor) {
  const made = await frozenReview(site)
  const paperId = newId()
  await site.send(site.who('lan'), 'papers.prepare-paper', { paperId, reviewId: made.reviewId })
  await site.send(clerk, 'papers.check-paper', { paperId, version: 1 })
  await site.send(clerk, 'papers.freeze-paper', { paperId, version: 2 })
  return { ...made, paperId, version: 3 }
}

/** A PDF that somebody has handed in. */
export async function keepFile(site: TestSite, owner: Actor, bytes: Uint8Array): Promise<string> {
  const stored = await storeMade(site.engine.files, bytes)
  const fileId = newId()
  await site.send(owner, 'files.keep-upload', { fileId, ...stored, name: 'cong-van.pdf', mediaType: 'application/pdf' })
  return fileId
}

type Entered = { kind?: string; subject?: string; programmeId?: string; amends?: { paperId: string; as: string } }
/** A paper that was written elsewhere, a letter unless told otherwise, frozen. */
export async function frozenLetter(
  site: TestSite,
  clerk: Actor,
  more: Entered = {},
  bytes: Uint8Array = samplePdf(`/Serial (${newId()})`),
) {
  const fileId = await keepFile(site, clerk, bytes)
  const paperId = newId()
  const letter = { kind: 'CV', subject: 'V/v mời họp', recipients: ['Như trên', 'Lưu: VT'] }
  await site.send(clerk, 'papers.enter-paper', { paperId, fileId, ...letter, ...more })
  await site.send(clerk, 'papers.check-paper', { paperId, version: 1 })
  await site.send(clerk, 'papers.freeze-paper', { paperId, version: 2 })
  return { paperId, version: 3 }
}

type Frozen = { paperId: string; version: number }
/** The frozen paper of one body numbered, signed by hand and, with its scan, issued. */
export async function issueInInk(site: TestSite, clerk: Actor, { paperId, version }: Frozen, dated: string) {
  const taken = { paperId, version, entryId: newId(), dated, ink: true }
  const { number } = (await site.send(clerk, 'papers.number-paper', taken)) as { number: number }
  const fileId = await keepFile(site, clerk, samplePdf(`/Scan (${paperId})`))
  const scan = { entryId: newId(), fileId, number: String(number), dated, compared: true }
  await site.send(clerk, 'papers.file-scan', { paperId, version: version + 1, ...scan })
}
