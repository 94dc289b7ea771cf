import { createHash } from 'node:crypto'
import type { CommandContext } from '../../engine/command.ts'
import type { Json, ReadDb, Tx } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Acting } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { leaderOf, type Signer, signerToday } from '../agencies/index.ts'
import { type CitedPaper, papersById } from './by-post/index.ts'
import { partiesOf } from './store.ts'

/** What the parties agree to: a plan, a review, a meeting or an amendment of a programme, how one of its duties is measured, a kind of work of its own, or a letter that they sign together. */
export type AgreementSubject = {
  programmeId: string
  kind: 'plan' | 'review' | 'meeting' | 'amendment' | 'indicator' | 'request' | 'own-kind'
  id: string
  /** Who must agree, where it is not every party. */
  signers?: readonly string[]
}
/** `paper` where it was given by letter and written down by another side; `signer` as recorded on the day by the side that agreed. */
export type Agreement = { bodyId: string; digest: string; at: Date; signer: Signer | null; paper: CitedPaper | null }

/** SHA-256 of a content with its keys in order, so that both sides compute the same. */
export const digestOf = (content: Json): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex')

function sorted(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(sorted)
  // Without a prototype, so that no key means anything.
  const inOrder: { [key: string]: Json } = Object.create(null)
  for (const key of Object.keys(value).toSorted()) if (value[key] !== undefined) inOrder[key] = sorted(value[key])
  return inOrder
}

/** Agreements that stand (not withdrawn), whatever their digest. */
export async function standingAgreements(db: ReadDb, subject: AgreementSubject): Promise<Agreement[]> {
  const rows = await db
    .selectFrom('agreement')
    .select(['body_id', 'digest', 'at', 'signer_name', 'signer_post', 'signer_for', 'paper_act_id'])
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('withdrawn_at', 'is', null)
    .execute()
  const papers = await papersById(
    db,
    rows.map(row => row.paper_act_id),
  )
  return rows.map(row => ({
    bodyId: row.body_id,
    digest: row.digest,
    at: row.at,
    signer: signerIn(row),
    paper: papers.get(row.paper_act_id ?? '') ?? null,
  }))
}

type SignedRow = { signer_name: string | null; signer_post: string | null; signer_for: string | null }

const signerIn = (row: SignedRow): Signer | null =>
  row.signer_name === null ? null : { name: row.signer_name, post: row.signer_post ?? '', inPlaceOf: row.signer_for }

const signedBy = (signer: Signer | null): SignedRow => ({
  signer_name: signer?.name ?? null,
  signer_post: signer?.post ?? null,
  signer_for: signer?.inPlaceOf ?? null,
})

/** Who signed for the sides that have agreed to this content. */
const signersOf = (agreements: readonly Agreement[], digest: string): (Signer & { bodyId: string })[] =>
  agreements.flatMap(one => (one.signer && one.digest === digest ? [{ bodyId: one.bodyId, ...one.signer }] : []))

type Asking = { db: ReadDb; acting: Acting }

/** Who signs for each side: as recorded when it agreed to this content; before that the own side's leader of today, and of the others nobody. */
export async function sideSigners({ db, acting }: Asking, subject: AgreementSubject, digest: string) {
  const agreed = signersOf(await standingAgreements(db, subject), digest)
  const own =
    typeof acting === 'string' || agreed.some(one => one.bodyId === acting.bodyId) ? null : await leaderOf(db, acting.bodyId)
  return own ? [...agreed, own] : agreed
}

/** Whose agreement: a person's for the own body, or a body's by the paper that was recorded of it. */
type Agreeing = { bodyId: string } & ({ accountId: string } | { paperActId: string })

/**
 * Records the own side's agreement to a digest, or that of a party by post (`onPaper`).
 * Returns whether now every party has agreed to the same one.
 */
export async function recordAgreement(
  { tx, acting, now, today }: CommandContext,
  subject: AgreementSubject,
  digest: string,
  onPaper?: { bodyId: string; paperActId: string },
): Promise<{ complete: boolean }> {
  if (typeof acting === 'string') throw new Refusal('not-permitted')
  const agreeing: Agreeing = onPaper ?? acting
  const { bodyId } = agreeing
  const earlier = (await standingAgreements(tx, subject)).find(agreement => agreement.bodyId === bodyId)
  if (earlier?.digest === digest) throw new Refusal('agreement.given')
  if (earlier) await withdrawAgreements(tx, subject, now, bodyId)
  const row = {
    programme_id: subject.programmeId,
    subject_kind: subject.kind,
    subject_id: subject.id,
    body_id: bodyId,
    digest,
    account_id: 'accountId' in agreeing ? agreeing.accountId : null,
    paper_act_id: 'paperActId' in agreeing ? agreeing.paperActId : null,
    at: now,
    // As of this day: the other side sees no accounts, and posts change.
    ...signedBy(onPaper ? null : await signerToday(tx, { ...acting, programmeId: subject.programmeId }, today)),
  }
  await tx
    .insertInto('agreement')
    .values({ id: newId(), ...row })
    .execute()
  const standing = await standingAgreements(tx, subject)
  const signers = subject.signers ?? (await partiesOf(tx, subject.programmeId)).map(party => party.bodyId)
  return { complete: signers.every(signer => standing.some(one => one.bodyId === signer && one.digest === digest)) }
}

/**
 * After an accepted proposal: every side that proposed or accepted it has agreed to the new content, each by its own person.
 * Row-level security lets this be written for exactly those sides.
 */
export async function recordAccepted(
  { tx, acting, now, today }: CommandContext,
  subject: AgreementSubject,
  digest: string,
  {
    proposalId,
    sides,
  }: { proposalId: string; sides: readonly { bodyId: string; accountId: string | null; paperActId?: string | null }[] },
): Promise<void> {
  const earlier = await earlierSigners(tx, subject)
  const own = typeof acting === 'string' ? null : await signerToday(tx, { ...acting, programmeId: subject.programmeId }, today)
  const ownBody = typeof acting === 'string' ? null : acting.bodyId
  await withdrawAgreements(tx, subject, now)
  const about = { programme_id: subject.programmeId, subject_kind: subject.kind, subject_id: subject.id, digest, at: now }
  const rows = sides.map(side => ({
    id: newId(),
    ...about,
    body_id: side.bodyId,
    account_id: side.accountId,
    paper_act_id: side.paperActId ?? null,
    proposal_id: proposalId,
    ...signedBy(side.bodyId === ownBody && !side.paperActId ? own : (earlier.get(`${side.bodyId} ${side.accountId}`) ?? null)),
  }))
  await tx.insertInto('agreement').values(rows).execute()
}

/** What rested on a recorded paper falls with it. Returns whether anything did. */
export async function withdrawByPaper(tx: Tx, paperActId: string, now: Date): Promise<boolean> {
  const fallen = await tx
    .updateTable('agreement')
    .set({ withdrawn_at: now })
    .where('paper_act_id', '=', paperActId)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute()
  return fallen.length > 0
}

/** Who signed before for a subject, by side and account: another side's people are known from what that side recorded alone. */
async function earlierSigners(db: ReadDb, subject: AgreementSubject): Promise<Map<string, Signer>> {
  const rows = await db
    .selectFrom('agreement')
    .select(['body_id', 'account_id', 'signer_name', 'signer_post', 'signer_for'])
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('signer_name', 'is not', null)
    .orderBy('at')
    .execute()
  return new Map(rows.map(row => [`${row.body_id} ${row.account_id}`, signerIn(row)!]))
}

/** A changed content takes every agreement to the old one with it; `bodyId` limits this to one side. */
export async function withdrawAgreements(tx: Tx, subject: AgreementSubject, now: Date, bodyId?: string): Promise<void> {
  let update = tx
    .updateTable('agreement')
    .set({ withdrawn_at: now })
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('withdrawn_at', 'is', null)
  if (bodyId) update = update.where('body_id', '=', bodyId)
  await update.execute()
}
