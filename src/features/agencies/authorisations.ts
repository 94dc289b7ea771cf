import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { ACTS, type Actor, type Authority } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'

/** What the papers that hold today give a person. */
export async function authoritiesOf(db: ReadDb, accountId: string, today: IsoDate): Promise<Authority[]> {
  const rows = await db
    .selectFrom('authorisation')
    .select(['acts', 'programme_ids'])
    .where('account_id', '=', accountId)
    .where('from_on', '<=', today)
    .where('to_on', '>=', today)
    .where(on => on.or([on('revoked_on', 'is', null), on('revoked_on', '>', today)]))
    .execute()
  return rows.map(row => ({ acts: ACTS.filter(act => row.acts.includes(act)), programmes: row.programme_ids }))
}

/** What belongs to an actor who decides by a paper that holds today; nothing for all others. */
export async function authorityOf(
  db: ReadDb,
  { accountId, roles }: Pick<Actor, 'accountId' | 'roles'>,
  today: IsoDate,
): Promise<Pick<Actor, 'authorities'>> {
  return roles.includes('authorised') ? { authorities: await authoritiesOf(db, accountId, today) } : {}
}

/** An authorisation can only name programmes of the own body. */
export async function checkProgrammes(db: ReadDb, programmeIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`SELECT my_programmes() AS id`.execute(db)
  const own = new Set(rows.map(row => row.id))
  if (programmeIds.some(id => !own.has(id))) throw new Refusal('not-found', { what: 'programme' })
}

/** The scanned paper, handed in by the own side and nothing else yet. */
export async function takeUpPaper(
  tx: Tx,
  fileId: string,
  { bodyId, authorisationId }: { bodyId: string; authorisationId: string },
): Promise<void> {
  const taken = await tx
    .updateTable('file')
    .set({ subject_kind: 'authorisation', subject_id: authorisationId })
    .where('id', '=', fileId)
    .where('owner_body', '=', bodyId)
    .where('removed_at', 'is', null)
    .where('subject_id', 'is', null)
    .where('visibility', '=', 'own')
    .where(sql<boolean>`NOT EXISTS (SELECT FROM import_draft WHERE file_id = file.id)`)
    .returning('id')
    .executeTakeFirst()
  if (!taken) throw new Refusal('not-found', { what: 'file' })
}
