import type { CommandContext } from '../../engine/command.ts'
import { changeRow } from '../../engine/db/change-row.ts'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { FileStore } from '../../engine/files/file-store.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { personOf } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { printedOn } from '../agencies/index.ts'
import type { Way } from './contract.ts'
import type { Awaited } from './holders.ts'
import { bytesOf } from './keep-copy.ts'
import { enterJoint } from './registers/entries.ts'
import { turnOf } from './rules.ts'
import { STAMP_JOB } from './stamp-job.ts'
import { copiesOf, latestOf, type PaperRow } from './store.ts'

type Side = { paperId: string; bodyId: string }
type Signed = { way?: Way; signed_at?: Date; sealed_at?: Date }

/** Writes that a side has signed or sealed; what is sealed is not written over. */
export async function signOff(tx: Tx, { paperId, bodyId }: Side, signed: Signed): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('paper_party')
    .set(signed)
    .where('paper_id', '=', paperId)
    .where('body_id', '=', bodyId)
    .where('sealed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile')
}

/** The file that is to be signed next: the frozen one with the signatures so far. */
export async function toSign(
  db: ReadDb,
  paperId: string,
): Promise<{ sha256: string; load: (files: FileStore) => Promise<Uint8Array> }> {
  const latest = latestOf(await copiesOf(db, paperId))
  if (!latest) throw new Refusal('papers.not-frozen')
  return { sha256: latest.sha256, load: files => bytesOf(files, latest.sha256) }
}

/** Whose certificate the step that is due waits for, by the names of the day. */
export async function awaitedFor(db: ReadDb, paper: PaperRow, day: IsoDate): Promise<Awaited> {
  const turn = turnOf(paper)!
  const place = paper.parties.findIndex(party => party.bodyId === turn.bodyId)
  const names = (await printedOn(db, [turn.bodyId], day)).get(turn.bodyId)
  return {
    step: turn.step === 'seal' ? 'seal' : 'sign',
    person: turn.step === 'seal' ? null : (paper.signers[place]?.name ?? null),
    body: [paper.parties[place]!.name, ...(names ? [names.name, names.shortName] : [])],
  }
}

/** A person has signed. Returns the new version. */
export async function noteSigned(context: CommandContext, paper: PaperRow): Promise<number> {
  const { tx, acting, now } = context
  await signOff(tx, { paperId: paper.id, bodyId: personOf(acting).bodyId }, { way: 'certificate', signed_at: now })
  return (await changeRow(tx, 'paper', paper, {})).version
}

/**
 * A side has sealed, or, by hand, signed and sealed: a further side enters the paper in its own register, and with the last seal
 * the paper is issued. Returns the new version.
 */
export async function noteSealed(
  context: CommandContext,
  paper: PaperRow,
  entryId: string,
  ink: boolean,
): Promise<{ version: number; issued: boolean }> {
  const { tx, acting, now } = context
  const actor = personOf(acting)
  const own = paper.parties.find(party => party.bodyId === actor.bodyId)
  const signed = ink && own?.signedAt === null ? { way: 'ink' as const, signed_at: now } : {}
  await signOff(tx, { paperId: paper.id, bodyId: actor.bodyId }, { ...signed, sealed_at: now })
  const { number, letter, dated } = paper
  if (actor.bodyId !== paper.bodyId) {
    const joint = { paperId: paper.id, kind: paper.kind, number: number!, letter, dated: dated! }
    await enterJoint(tx, { actor, now, entryId }, joint)
  }
  const issued = paper.parties.every(party => party.sealedAt !== null || party.bodyId === actor.bodyId)
  if (issued) await context.enqueue(STAMP_JOB, { paperId: paper.id })
  const { version } = await changeRow(tx, 'paper', paper, issued ? { state: 'issued', issued_at: now } : {})
  return { version, issued }
}
