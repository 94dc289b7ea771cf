import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { lockKey } from '../../engine/db/lock-key.ts'
import type { Acting, Actor } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { namesOf } from '../agencies/index.ts'
import type { DraftReading, DraftSource, DraftState, Mend } from './contract.ts'
import type { KnownBody } from './party-names.ts'

export type Draft = {
  id: string
  ownerBody: string
  fileId: string | null
  fileName: string | null
  state: DraftState
  progress: { done: number; total: number }
  failure: string | null
  /** Pages that are pictures are read one by one; null where the file has a text of its own. */
  scan: { pages: number; stopped: boolean } | null
  mends: Mend[]
  reading: DraftReading | null
  programmeId: string | null
  continues: string[]
  /** Written here from what was agreed, and not signed. */
  unsigned: boolean
  createdAt: Date
  version: number
}

/** An import in work, which row-level security shows to its own side only; refuses 'not-found' to everybody else. */
export async function getDraft(db: ReadDb, id: string): Promise<Draft> {
  const row = await db
    .selectFrom('import_draft')
    .select(['id', 'owner_body', 'file_id', 'file_name', 'state', 'progress_done', 'progress_total', 'failure'])
    .select(['mends', 'reading', 'programme_id', 'continues', 'unsigned', 'created_at', 'version', 'scan_pages', 'scan_stopped'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'import' })
  return {
    id: row.id,
    ownerBody: row.owner_body,
    fileId: row.file_id,
    fileName: row.file_name,
    state: row.state as DraftState,
    progress: { done: row.progress_done, total: row.progress_total },
    failure: row.failure,
    scan: row.scan_pages === null ? null : { pages: row.scan_pages, stopped: row.scan_stopped },
    mends: row.mends as Mend[],
    reading: row.reading as DraftReading | null,
    programmeId: row.programme_id,
    continues: row.continues,
    unsigned: row.unsigned,
    createdAt: row.created_at,
    version: row.version,
  }
}

/** The large parts of a draft, which only some need. */
export async function getDraftParts(
  db: ReadDb,
  id: string,
): Promise<{ source: DraftSource | null; machine: DraftReading | null }> {
  const row = await db.selectFrom('import_draft').select(['source', 'machine']).where('id', '=', id).executeTakeFirstOrThrow()
  return { source: row.source as DraftSource | null, machine: row.machine as DraftReading | null }
}

export type DraftChange = {
  state?: DraftState
  reading?: DraftReading
  machine?: DraftReading
  source?: DraftSource
  mends?: Mend[]
  failure?: string
  programme_id?: string
  file_id?: string | null
  file_name?: string | null
  scan_stopped?: boolean
}

const stored = ({ reading, machine, source, mends, ...plain }: DraftChange) => {
  const json = Object.entries({ reading, machine, source, mends }).filter(([, value]) => value !== undefined)
  return { ...plain, ...Object.fromEntries(json.map(([name, value]) => [name, JSON.stringify(value)])) }
}

/** Changes a draft that still stands as it was seen; refuses 'changed-meanwhile' otherwise. Returns the new version. */
export async function changeDraft(
  tx: Tx,
  seen: { id: string; version: number; state: DraftState },
  change: DraftChange,
): Promise<number> {
  const row = await tx
    .updateTable('import_draft')
    .set(stored(change))
    .set({ version: seen.version + 1 })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .where('state', '=', seen.state)
    .returning('version')
    .executeTakeFirst()
  if (!row) throw new Refusal('changed-meanwhile')
  return row.version
}

/** Bodies of the site as names are compared with them. */
export async function knownBodies(db: ReadDb): Promise<KnownBody[]> {
  const rows = await db.selectFrom('body').select(['id', 'name', 'short_name']).execute()
  const names = await namesOf(db)
  return rows.map(row => {
    const former = (names.get(row.id) ?? []).flatMap(one => [one.name, one.shortName])
    return { id: row.id, name: row.name, shortName: row.short_name, former }
  })
}

/** Refuses where one of our own programmes came out of the same bytes; of others' programmes nothing is seen here. */
export async function refuseAccepted(db: ReadDb, sha256: string): Promise<void> {
  const known = await db.selectFrom('programme').select('id').where('source_sha256', '=', sha256).executeTakeFirst()
  if (known) throw new Refusal('programmes.already-accepted', { programmeId: known.id })
}

/** The person who acts; the site itself imports nothing. */
export function getActor(acting: Acting): Actor {
  if (typeof acting === 'string') throw new Refusal('not-permitted')
  return acting
}

/** Two that accept or drop the same bytes at the same moment wait for each other here, so that the second one sees the first. */
export const lockBytes = (tx: Tx, sha256: string) => lockKey(tx, sha256)

/**
 * Takes out the row of a refused file, and its blob where nothing else holds the same bytes. With `everywhere` also other
 * uploads of the same bytes that no record has taken up. Returns the hash whose bytes are to be removed, or null.
 */
export async function dropFile(tx: Tx, fileId: string, everywhere: boolean): Promise<string | null> {
  const file = await tx.selectFrom('file').select('sha256').where('id', '=', fileId).executeTakeFirst()
  if (!file) return null
  await lockBytes(tx, file.sha256)
  await tx
    .deleteFrom('file')
    .where('sha256', '=', file.sha256)
    .where(where =>
      everywhere ? where.or([where('id', '=', fileId), where('subject_kind', 'is', null)]) : where('id', '=', fileId),
    )
    .execute()
  const held = await tx.selectFrom('file').select('id').where('sha256', '=', file.sha256).limit(1).executeTakeFirst()
  if (held) return null
  await tx.deleteFrom('blob').where('sha256', '=', file.sha256).execute()
  return file.sha256
}
