import pg from 'pg'
import type { Actor } from '../../src/kernel/permissions.ts'
import type { TestSite } from '../harness/site.ts'
import { wordsIn } from './world.ts'

/** Asks the wall itself, past the queries: every word that a person finds in any table. */
export async function openTables({ config, engine }: TestSite) {
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration' ORDER BY 1`,
  )
  const tables = rows.map(row => row.name)
  const parts = tables.map(name => `SELECT string_agg(t::text, ' ') AS text FROM "${name}" t`).join(' UNION ALL ')
  const wordsOf = async ({ accountId, bodyId }: Actor): Promise<Set<string>> => {
    await client.query('BEGIN')
    await client.query(
      `SELECT set_config('role', 'phoihop_app', true), set_config('phoihop.home', $1, true), set_config('phoihop.body', $2, true),
        set_config('phoihop.account', $3, true), set_config('phoihop.system', 'off', true)`,
      [engine.database.home, bodyId, accountId],
    )
    const found = await client.query<{ text: string | null }>(parts)
    await client.query('ROLLBACK')
    return wordsIn(found.rows.map(row => row.text ?? '').join(' '))
  }
  return { client, tables, wordsOf, close: () => client.end() }
}

/** A person in the seat of a body that theirs succeeded: no administrator works there. */
export const seatedIn = (person: Actor, bodyId: string): Actor =>
  person.bodyId === bodyId ? person : { ...person, bodyId, roles: person.roles.filter(role => role !== 'administrator') }
