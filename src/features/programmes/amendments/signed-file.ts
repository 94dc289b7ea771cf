import { sql } from 'kysely'
import type { Tx } from '../../../engine/db/database.ts'
import type { Acting } from '../../../kernel/permissions.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'

type Taking = { fileId: string; amendmentId: string; programmeId: string; acting: Acting }

/** The file that the own side has handed in becomes the signed paper, read by every party. A file that is something else is 'not-found'. */
export async function takeSignedFile(tx: Tx, { fileId, amendmentId, programmeId, acting }: Taking): Promise<{ sha256: string }> {
  const taken = await tx
    .updateTable('file')
    .set({ visibility: 'joint', programme_id: programmeId, subject_kind: 'amendment', subject_id: amendmentId })
    .where('id', '=', fileId)
    .where('owner_body', '=', personOf(acting).bodyId)
    .where('subject_kind', 'is', null)
    .where('removed_at', 'is', null)
    .where(sql<boolean>`NOT EXISTS (SELECT FROM import_draft WHERE file_id = file.id)`)
    .returning('sha256')
    .executeTakeFirst()
  if (!taken) throw new Refusal('not-found', { what: 'file' })
  return taken
}
