import { Readable } from 'node:stream'
import { bytesOf, storeMade } from '../../src/features/papers/keep-copy.ts'
import { signWith } from '../../src/features/papers/pdf-pool.ts'
import { samplePdf } from '../../src/formats/pades/sample.ts'
import { vietnamDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor, Role } from '../../src/kernel/permissions.ts'
import { PERSON, SEAL } from '../harness/keys.ts'
import type { Expected } from './expected.ts'
import { draftRequest } from './requests.ts'
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

/** A letter made from a request of the own side. */
async function ownRequestLetter(stage: Stage): Promise<At> {
  const paperId = newId()
  await stage.as(stage.officer)('papers.prepare-paper', { paperId, requestId: await draftRequest(stage) })
  return { paperId, version: 1 }
}

/** What an officer writes to invite to a meeting, in the name of the own side. */
const invitation = (stage: Stage, programmeId: string) => ({
  form: 'invitation',
  as: 'GM',
  programmeId,
  reviewId: null,
  event: `Họp ${OURS}`,
  on: today(),
  at: '08:00',
  place: 'Hội trường A',
  chair: 'Lãnh đạo cơ quan',
  agenda: [],
  guests: ['Các thành viên Tổ công tác'],
  notes: [],
  sides: [{ bodyId: stage.bodyId('own'), name: 'Lò Văn Minh', post: 'Phó Chủ tịch' }],
})

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
  const { signed } = await signWith(PERSON, await bytesOf(files, copies[0]!.sha256), {
    at: new Date(),
    reason: 'Ký ở nơi khác',
    shown: [],
    unplaced: false,
  })
  const fileId = newId()
  const file = { fileId, ...(await storeMade(files, signed)), name: 'da-ky.pdf', mediaType: 'application/pdf' }
  await stage.as(owner)('files.keep-upload', file)
  return fileId
}

/** A letter that has its number, was signed and sealed by hand, and filed. */
export async function issued(stage: Stage): Promise<At> {
  const { number, ...at } = await numbered(stage, true)
  const fileId = await handed(stage, stage.actor('own', 'clerk'))
  const scan = { ...at, entryId: newId(), fileId, number, dated: today(), compared: true }
  const { version } = (await ownClerk(stage)('papers.file-scan', scan)) as { version: number }
  return { paperId: at.paperId, version }
}

const sendingTo = (stage: Stage, side: Side) => ({
  dispatchId: newId(),
  way: 'inside',
  toBodyId: stage.bodyId(side),
  toName: 'Sở Dân tộc và Tôn giáo',
})

async function sent(stage: Stage): Promise<{ dispatchId: string; version: number }> {
  const sending = sendingTo(stage, 'partner')
  await ownClerk(stage)('papers.send-paper', { ...(await issued(stage)), sendings: [sending] })
  return { dispatchId: sending.dispatchId, version: 1 }
}

const cameInput = () => ({
  incomingId: newId(),
  arrivedOn: today(),
  issuer: `Ủy ban nhân dân xã ${OURS}`,
  cited: `12/${newId().slice(-8)}`,
  dated: today(),
  kind: 'CV',
  subject: `V/v ${OURS}`,
})

export async function came(stage: Stage): Promise<{ incomingId: string; version: number }> {
  const input = cameInput()
  await ownClerk(stage)('papers.register-incoming', input)
  return { incomingId: input.incomingId, version: 1 }
}

const withoutVersion = ({ readingId }: { readingId: string }) => ({ readingId })

/** A scan of three pages that is being read, was stopped, or could not be read. */
export async function readingOf(
  stage: Stage,
  state: 'reading' | 'stopped' | 'failed',
): Promise<{ readingId: string; version: number }> {
  const fileId = await stage.file()
  const readingId = newId()
  const by = { body_id: stage.bodyId('own'), asked_by: stage.officer.accountId, asked_at: new Date() }
  await stage.site.engine.database.write(stage.officer, tx =>
    tx
      .insertInto('file_reading')
      .values({ id: readingId, file_id: fileId, pages: 3, ...by })
      .execute(),
  )
  if (state !== 'reading')
    await stage.site.engine.database.write('system', tx =>
      tx
        .updateTable('file_reading')
        .set({ state, failure: state === 'failed' ? 'too-heavy' : null })
        .where('id', '=', readingId)
        .execute(),
    )
  return { readingId, version: 1 }
}

const ownUnit = (stage: Stage): Promise<string> =>
  stage.site.engine.database.read('system', async db => {
    const unit = db.selectFrom('unit').select('id').where('body_id', '=', stage.bodyId('own'))
    return (await unit.limit(1).executeTakeFirstOrThrow()).id
  })

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
  'papers.write-paper': {
    may: ours(preparers),
    arrange: async stage => ({ paperId: newId(), written: invitation(stage, await stage.programme()) }),
  },
  'papers.rewrite-paper': {
    may: ours(preparers),
    arrange: async stage => {
      const [paperId, programmeId] = [newId(), await stage.programme()]
      await stage.as(stage.officer)('papers.write-paper', { paperId, written: invitation(stage, programmeId) })
      return { paperId, version: 1, written: { ...invitation(stage, programmeId), place: 'Hội trường B' } }
    },
  },
  'papers.change-recipients': {
    may: ours(preparers),
    arrange: async stage => ({ ...(await ownLetter(stage)), recipients: ['Lưu: VT'] }),
  },
  'papers.word-paper': {
    may: ours(preparers),
    arrange: async stage => ({ ...(await ownRequestLetter(stage)), words: ['{Nội dung đề nghị}'] }),
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
    arrange: async stage => {
      const { number: _given, ...at } = await numbered(stage, false)
      return { ...at, entryId: newId(), ...SEAL }
    },
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
  'papers.send-paper': {
    may: ours(clerk),
    arrange: async stage => ({ ...(await issued(stage)), sendings: [sendingTo(stage, 'partner')] }),
  },
  'papers.mail-again': {
    may: ours(clerk),
    arrange: async stage => {
      const sending = { dispatchId: newId(), way: 'mail', toName: 'Sở Xây dựng', mailTo: 'khong-co@sonha.example' }
      await ownClerk(stage)('papers.send-paper', { ...(await issued(stage)), sendings: [sending] })
      const fate = { fate: 'unknown', version: 2 }
      await stage.site.engine.database.write('system', tx =>
        tx.updateTable('dispatch').set(fate).where('id', '=', sending.dispatchId).execute(),
      )
      return { dispatchId: sending.dispatchId, version: 2, mailTo: 'vanthu@sonha.example' }
    },
  },
  'papers.receive-paper': {
    may: { partner: clerk },
    arrange: async stage => ({ ...(await sent(stage)), incomingId: newId(), arrivedOn: today() }),
  },
  'papers.return-sending': {
    may: { partner: clerk },
    arrange: async stage => ({ ...(await sent(stage)), reason: 'Gửi nhầm nơi nhận' }),
  },
  'papers.register-incoming': { may: everywhere(clerk), arrange: async () => cameInput() },
  'papers.give-incoming': {
    may: ours(['leader', 'clerk']),
    arrange: async stage => ({ ...(await came(stage)), leadUnit: await ownUnit(stage) }),
  },
  'papers.settle-incoming': {
    may: ours(preparers),
    arrange: async stage => {
      const at = await came(stage)
      await ownClerk(stage)('papers.give-incoming', { ...at, leadUnit: await ownUnit(stage) })
      return { ...at, version: 2, settledOn: today() }
    },
  },
  'papers.read-file': {
    may: ours(clerk),
    arrange: async stage => ({ readingId: newId(), fileId: await stage.file() }),
  },
  'papers.stop-reading': { may: ours(clerk), arrange: stage => readingOf(stage, 'reading') },
  'papers.resume-reading': { may: ours(clerk), arrange: stage => readingOf(stage, 'stopped') },
  'papers.read-again': { may: ours(clerk), arrange: stage => readingOf(stage, 'failed') },
  'papers.discard-file': { may: ours(clerk), arrange: async stage => withoutVersion(await readingOf(stage, 'stopped')) },
  'papers.take-file-back': {
    may: ours(clerk),
    arrange: async stage => {
      const at = withoutVersion(await readingOf(stage, 'stopped'))
      await ownClerk(stage)('papers.discard-file', at)
      return at
    },
  },
  'papers.recall-paper': {
    may: ours(deciders),
    arrange: async stage => ({ ...(await issued(stage)), reason: 'Sai nội dung' }),
  },
}
