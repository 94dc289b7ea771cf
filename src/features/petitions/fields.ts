import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { FIELDS } from './contract.ts'

export type FieldChoice = { key: string; name: string; own: boolean; ended: boolean }

/** The closed list with what the province has added to it, ended ones too. */
export async function listFields(db: ReadDb): Promise<FieldChoice[]> {
  const rows = await db
    .selectFrom('petition_field')
    .select(['id', 'name', 'ended_at'])
    .orderBy(sql`name COLLATE "vi-x-icu"`)
    .execute()
  const law = Object.entries(FIELDS).map(([key, name]) => ({ key, name, own: false, ended: false }))
  const own = rows.map(row => ({ key: row.id, name: row.name, own: true, ended: row.ended_at !== null }))
  return [...law.slice(0, -1), ...own, ...law.slice(-1)]
}

export const fieldNames = async (db: ReadDb): Promise<Map<string, string>> =>
  new Map((await listFields(db)).map(field => [field.key, field.name]))
