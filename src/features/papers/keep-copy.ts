import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Tx } from '../../engine/db/database.ts'
import type { FileStore, StoredFile } from '../../engine/files/file-store.ts'
import { MAX_FILE_BYTES } from '../../formats/source.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { unitOf } from '../agencies/index.ts'
import type { Copy } from './store.ts'

/** Bytes that the product itself has made, put on disk before the transaction. */
export const storeMade = (files: FileStore, bytes: Uint8Array): Promise<StoredFile> =>
  files.put(Readable.from([Buffer.from(bytes)]), MAX_FILE_BYTES)

export const bytesOf = async (files: FileStore, sha256: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(files.pathOf(sha256)))

/** `paper` as it was read: its version, raised by the change that brings a copy, numbers the copies. */
type At = {
  actor: Pick<Actor, 'bodyId' | 'accountId'>
  now: Date
  paper: { id: string; version: number }
  kind: Copy['kind']
  whose?: Whose
}
/** Of a file signed elsewhere: who signed it, and why the clerk took one of somebody else. */
type Whose = { holder: string; reason: string | null }

/** Enters a file that was made here as a copy of the paper. */
export async function keepMade(
  tx: Tx,
  at: At,
  { sha256, size }: Pick<StoredFile, 'sha256' | 'size'>,
  name: string,
): Promise<string> {
  const { actor, now, paper } = at
  await tx
    .insertInto('blob')
    .values({ sha256, size })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const fileId = newId()
  const of = { subject_kind: 'paper', subject_id: paper.id, owner_body: actor.bodyId, unit_id: await unitOf(tx, actor.accountId) }
  const by = { created_by: actor.accountId, created_at: now }
  await tx
    .insertInto('file')
    .values({ id: fileId, sha256, size, name, media_type: 'application/pdf', ...of, ...by })
    .execute()
  await addCopy(tx, at, { fileId, sha256 })
  return fileId
}

/** Takes a file that the own side has handed in as a copy of the paper. Anything else is 'not-found'. */
export async function takeHanded(tx: Tx, at: At, fileId: string): Promise<{ sha256: string }> {
  const taken = await tx
    .updateTable('file')
    .set({ subject_kind: 'paper', subject_id: at.paper.id })
    .where('id', '=', fileId)
    .where('owner_body', '=', at.actor.bodyId)
    .where('subject_kind', 'is', null)
    .where('removed_at', 'is', null)
    .returning('sha256')
    .executeTakeFirst()
  if (!taken) throw new Refusal('not-found', { what: 'file' })
  await addCopy(tx, at, { fileId, sha256: taken.sha256 })
  return taken
}

const addCopy = (tx: Tx, { actor, now, paper, kind, whose }: At, { fileId, sha256 }: { fileId: string; sha256: string }) =>
  tx
    .insertInto('paper_copy')
    .values({
      id: newId(),
      paper_id: paper.id,
      serial: paper.version,
      kind,
      body_id: actor.bodyId,
      file_id: fileId,
      sha256,
      holder: whose?.holder ?? null,
      holder_reason: whose?.reason ?? null,
      created_by: actor.accountId,
      created_at: now,
    })
    .execute()
