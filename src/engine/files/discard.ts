import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import { command } from '../command.ts'
import type { ReadDb, Tx } from '../db/database.ts'

/** Files that nothing has taken up are cleaned away after so many days. */
export const FREE_DAYS = 30
/** DESIGN, People: evidence with data of persons is not kept longer. */
export const PERSONAL_MONTHS = 24

const due = (now: Date) => ({
  personal: sql<boolean>`personal AND created_at < ${now}::timestamptz - ${`${PERSONAL_MONTHS} months`}::interval`,
  unused: sql<boolean>`subject_id IS NULL AND visibility = 'own'
    AND coalesce(released_at, created_at) < ${now}::timestamptz - ${`${FREE_DAYS} days`}::interval`,
})
export type DiscardReason = keyof ReturnType<typeof due>

/** Files whose time is over; what a draft, a package or a programme still holds is not among them. */
export async function findDue(db: ReadDb, now: Date, limit: number): Promise<{ fileId: string; reason: DiscardReason }[]> {
  const { personal, unused } = due(now)
  const free = sql<boolean>`${unused} AND ${await unheld(db)}`
  const rows = await db
    .selectFrom('file')
    .select(['id', personal.as('is_personal')])
    .where(on => on.or([personal, free]))
    .orderBy('created_at')
    .limit(limit)
    .execute()
  return rows.map(row => ({ fileId: row.id, reason: row.is_personal ? 'personal' : 'unused' }))
}

/**
 * No record holds the file: every foreign key to `file` and every column of ids named `…file_ids` is asked; what falls
 * with the file does not hold it.
 * Read from the schema, so that a new table cannot be forgotten.
 */
async function unheld(db: ReadDb) {
  const { rows } = await sql<{ tab: string; col: string; many: boolean }>`
    SELECT c.conrelid::regclass::text AS tab, a.attname::text AS col, false AS many FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname <> 'home'
      WHERE c.contype = 'f' AND c.confrelid = 'file'::regclass AND c.confdeltype <> 'c'
    UNION ALL SELECT a.attrelid::regclass::text, a.attname::text, true FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
      WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND a.atttypid = 'uuid[]'::regtype
        AND a.attname LIKE '%file_ids' AND NOT a.attisdropped`.execute(db)
  const free = rows.map(({ tab, col, many }) => {
    const [table, column] = [sql.table(tab), sql.ref(`holder.${col}`)]
    return many
      ? sql`NOT EXISTS (SELECT FROM ${table} holder WHERE file.id = ANY (${column}))`
      : sql`NOT EXISTS (SELECT FROM ${table} holder WHERE ${column} = file.id)`
  })
  return sql`(${sql.join(free, sql` AND `)})`
}

/**
 * Takes a file out whose time is over. Its id, size and reason stay in the audit; neither name nor content do. Of what held data of
 * persons the record that it hung on says that it was destroyed.
 */
export const discardFile = command({
  name: 'files.discard',
  permission: 'system',
  input: z.strictObject({ fileId: z.guid(), reason: z.enum(['personal', 'unused']) }),
  run: async ({ tx, now, today }, { fileId, reason }) => {
    const gone = await tx
      .deleteFrom('file')
      .where('id', '=', fileId)
      .where(due(now)[reason])
      .returning(['sha256', 'size', 'owner_body', 'subject_kind', 'subject_id'])
      .executeTakeFirst()
    if (!gone) throw new Refusal('not-found', { what: 'file' })
    await sql`DELETE FROM blob WHERE sha256 = ${gone.sha256}
      AND NOT EXISTS (SELECT FROM file WHERE file.sha256 = blob.sha256)`.execute(tx)
    if (reason === 'personal') await noteDestroyed(tx, fileId, gone, today)
    const detail = { reason, size: gone.size, body: gone.owner_body, of: gone.subject_id }
    return { result: { fileId }, audit: { kind: 'file', id: fileId, detail } }
  },
})

type Gone = { subject_kind: string | null; subject_id: string | null }

/** A file that hung on no record leaves no trace but the audit. */
async function noteDestroyed(tx: Tx, fileId: string, { subject_kind, subject_id }: Gone, today: string): Promise<void> {
  if (subject_kind === null || subject_id === null) return
  await tx.insertInto('destroyed_file').values({ file_id: fileId, subject_kind, subject_id, destroyed_on: today }).execute()
}
