import { Readable } from 'node:stream'
import { bytesOf, storeMade } from '../../src/features/papers/keep-copy.ts'
import { signWith } from '../../src/features/papers/pdf-pool.ts'
import { samplePdf } from '../../src/formats/pades/sample.ts'
import { vietnamDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor, Role } from '../../src/kernel/permissions.ts'
import { PERSON, SEAL } from '../harness/keys.ts'
import type { Expected } from './expected.ts'
import { OURS, SIDES, type Side, type Stage } from './stage.ts'

const clerk: readonly Role[] = ['clerk']
const deciders: readonly Role[] = ['leader', 'authorised']
const preparers: readonly Role[] = ['officer', 'head', 'leader', 'clerk']
const ours = (roles: readonly Role[]) => ({ own: roles })
const everywhere = (roles: readonly Role[]) => Object.fromEntries(SIDES.map(side => [side, roles]))
const today = () => vietnamDate(new Date())

type At = { paperId: string; version: number }

async function handed(stage: Stage, owner: Actor): Promise<string> {
  const bytes = Buffer.from(samplePdf(`/Serial (${newId()})`))
  const stored = await stage.site.engine.files.put(Readable.from([bytes]), 10_000)
  const fileId = newId()
  const file = { fileId, ...stored, name: 'cong-van.pdf', mediaType: 'application/pdf' }
  await stage.as(owner)('files.keep-upload', file)
  return fileId
}

const letter = (fileId: string, subject = `V/v ${OURS}`) => ({
  paperId: newId(),
  fileId,
  kind: 'CV',
  subject,
  recipients: ['Như trên', 'Lưu: VT'],
})

export async function ownLetter(stage: Stage): Promise<At> {
  const input = letter(await handed(stage, stage.officer))
  await stage.as(stage.officer)('papers.enter-paper', input)
  return { paperId: input.paperId, version: 1 }
}

const ownClerk = (stage: Stage) => stage.as(stage.actor('own', 'clerk'))

async function checked(stage: Stage): Promise<At> {
  const at = await ownLetter(stage)
  await ownClerk(stage)('papers.check-paper', at)
  return { ...at, version: 2 }
}
async function frozen(stage: Stage): Promise<At> {
  const at = await checked(stage)
  await ownClerk(stage)('papers.freeze-paper', at)
  return { ...at, version: 3 }
}

/** A review that both sides have frozen. */
async function frozenReview(stage: Stage): Promise<{ reviewId: string }> {
  const { reviewId } = await stage.proposedReview()
  const { digest } = await stage.site.ask<{ digest: string }>(stage.leader, 'reviews.review', { reviewId })
  for (const side of ['own', 'partner'] as const)
    await stage.as(stage.actor(side, 'leader'))('reviews.freeze-review', { reviewId, digest })
  return { reviewId }
}

/** The joint paper that the own side has frozen for the partner to sign. */
export async function jointPaper(stage: Stage): Promise<At> {
  const paperId = newId()
  await stage.as(stage.officer)('papers.prepare-paper', { paperId, ...(await frozenReview(stage)) })
  await ownClerk(stage)('papers.check-paper', { paperId, version: 1 })
  await ownClerk(stage)('papers.freeze-paper', { paperId, version: 2 })
  return { paperId, version: 3 }
}

/** One that has its number, signed by key or by hand. */
async function numbered(stage: Stage, ink: boolean): Promise<At & { number: string }> {
  const at = await frozen(stage)
  if (!ink) await stage.as(stage.leader)('papers.sign-paper', { ...at, ...PERSON })
  const input = { paperId: at.paperId, version: ink ? 3 : 4, entryId: newId(), dated: today(), ink }
  const given = (await ownClerk(stage)('papers.number-paper', input)) as { number: number; version: number }
  return { paperId: at.paperId, version: given.version, number: String(given.number) }
}

/** The frozen file signed with another tool, as somebody hands it in. */
async function signedCopy(stage: Stage, paperId: string, owner: Actor): Promise<string> {
  const { copies } = await stage.site.ask<{ copies: { sha256: string }[] }>(stage.officer, 'papers.paper', { paperId })
  const { files } = stage.site.engine
  const signed = await signWith(PERSON, await bytesOf(files, copies[0]!.sha256), new Date(), 'Ký ở nơi khác')
  const fileId = newId()
  const file = { fileId, ...(await storeMade(files, signed)), name: 'da-ky.pdf', mediaType: 'application/pdf' }
  await stage.as(owner)('files.keep-upload', file)
  return fileId
}

/** The numbers of the Party body run once its term is entered. */
async function termOf(stage: Stage, side: Side): Promise<void> {
  if (side === 'stranger')
    await stage.as(stage.actor('stranger', 'clerk'))('papers.set-term', { startsOn: '2025-10-20', name: '2025 - 2030' })
}

const keep = () => ({ entryId: newId(), kind: 'CV', dated: today(), keptFor: `Văn phòng ${OURS}` })

/** Commands on papers and registers in the table of rights. */
export const paperRows: Record<string, Expected> = {
  'papers.prepare-paper': {
    may: ours(preparers),
    arrange: async stage => ({ paperId: newId(), ...(await frozenReview(stage)) }),
  },
  'papers.enter-paper': {
    may: everywhere(preparers),
    arrange: async (stage, _actor, side) => letter(await handed(stage, stage.actor(side, 'officer'))),
  },
  'papers.change-recipients': {
    may: ours(preparers),
    arrange: async stage => ({ ...(await ownLetter(stage)), recipients: ['Lưu: VT'] }),
  },
  'papers.remove-paper': { may: ours(preparers), arrange: ownLetter },
  'papers.restore-paper': {
    may: ours(preparers),
    arrange: async stage => {
      const at = await ownLetter(stage)
      await stage.as(stage.officer)('papers.remove-paper', at)
      return { ...at, version: 2 }
    },
  },
  'papers.check-paper': { may: ours(clerk), arrange: ownLetter },
  'papers.freeze-paper': { may: ours(clerk), arrange: checked },
  'papers.thaw-paper': { may: ours(clerk), arrange: frozen },
  'papers.number-paper': {
    may: ours(clerk),
    arrange: async stage => ({ ...(await frozen(stage)), entryId: newId(), dated: today(), ink: true }),
  },
  'papers.keep-number': {
    may: everywhere(clerk),
    arrange: async (stage, _actor, side) => {
      await termOf(stage, side)
      return keep()
    },
  },
  'papers.cancel-number': {
    may: ours(clerk),
    arrange: async stage => {
      const input = keep()
      await ownClerk(stage)('papers.keep-number', input)
      return { entryId: input.entryId, version: 1, reason: 'Không ban hành' }
    },
  },
  // Each in the book of a year of its own, which nobody has begun.
  'papers.open-book': {
    may: everywhere(clerk),
    arrange: async (stage, _actor, side) => {
      await termOf(stage, side)
      return { bookId: newId(), kind: 'GM', dated: '2031-02-03', first: 412 }
    },
  },
  'papers.set-term': { may: everywhere(clerk), arrange: async () => ({ startsOn: '2025-10-20', name: '2025 - 2030' }) },
  'papers.sign-paper': { may: ours(deciders), arrange: async stage => ({ ...(await frozen(stage)), ...PERSON }) },
  'papers.seal-paper': {
    may: ours(clerk),
    arrange: async stage => ({ ...(await numbered(stage, false)), entryId: newId(), ...SEAL }),
  },
  'papers.upload-signed': {
    may: ours([...deciders, 'clerk']),
    arrange: async (stage, actor, side) => {
      const at = await frozen(stage)
      const owner =
        side === 'own' && ['officer', 'head', 'leader', 'clerk'].some(role => actor.roles.includes(role as Role))
          ? actor
          : stage.officer
      return { ...at, entryId: newId(), fileId: await signedCopy(stage, at.paperId, owner) }
    },
  },
  'papers.file-scan': {
    may: ours(clerk),
    arrange: async stage => {
      const { number, ...at } = await numbered(stage, true)
      const fileId = await handed(stage, stage.actor('own', 'clerk'))
      return { ...at, entryId: newId(), fileId, number, dated: today(), compared: true }
    },
  },
}
