import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { whyNotPicture } from './rules.ts'
import type { Supervision } from './store.ts'

const SUBJECT = 'finding'

/** Puts a picture of the own body under a finding; shown to the other parties as far as its supervision is. */
export async function hangPhoto(tx: Tx, supervision: Supervision, findingId: string, fileId: string): Promise<void> {
  const free = tx
    .selectFrom('file')
    .select('media_type')
    .where('id', '=', fileId)
    .where('owner_body', '=', supervision.bodyId)
    .where('subject_id', 'is', null)
    .where('removed_at', 'is', null)
    .where('visibility', '=', 'own')
    .where('personal', '=', false)
  const file = await free.executeTakeFirst()
  if (!file) throw new Refusal('not-found', { what: 'file' })
  const wrong = whyNotPicture(file.media_type)
  if (wrong) throw new Refusal(wrong.code)
  await tx
    .updateTable('file')
    .set({ subject_kind: SUBJECT, subject_id: findingId, ...sightOf(supervision), released_at: null })
    .where('id', '=', fileId)
    .execute()
}

const sightOf = ({ shared, programmeId }: Pick<Supervision, 'shared' | 'programmeId'>) =>
  shared ? { visibility: 'joint', programme_id: programmeId } : { visibility: 'own', programme_id: null }

/** Takes a picture away; what nobody takes up again is cleaned away. */
export async function takeDownPhoto(tx: Tx, findingId: string, fileId: string, now: Date): Promise<void> {
  const taken = await tx
    .updateTable('file')
    .set({ subject_kind: null, subject_id: null, visibility: 'own', programme_id: null, released_at: now })
    .where('id', '=', fileId)
    .where('subject_kind', '=', SUBJECT)
    .where('subject_id', '=', findingId)
    .returning('id')
    .executeTakeFirst()
  if (!taken) throw new Refusal('not-found', { what: 'file' })
}

/** Shows the pictures of a supervision to the parties of its programme, or takes them back to the own body. */
export async function showPhotos(tx: Tx, supervision: Supervision): Promise<void> {
  await tx
    .updateTable('file')
    .set(sightOf(supervision))
    .where('subject_kind', '=', SUBJECT)
    .where('subject_id', 'in', db => db.selectFrom('finding').select('id').where('supervision_id', '=', supervision.id))
    .execute()
}

export type Photo = { id: string; name: string }

/** Pictures by finding. */
export async function photosOf(db: ReadDb, findingIds: readonly string[]): Promise<Map<string, Photo[]>> {
  if (findingIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('file')
    .select(['id', 'name', 'subject_id'])
    .where('subject_kind', '=', SUBJECT)
    .where('subject_id', 'in', [...findingIds])
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .execute()
  const found = new Map<string, Photo[]>()
  for (const { id, name, subject_id } of rows) found.set(subject_id!, [...(found.get(subject_id!) ?? []), { id, name }])
  return found
}
