import pg from 'pg'

const NOT_ASKED: readonly string[] = ['session', 'command_record', 'migration']

/**
 * Every table of ours with the digest of its rows, those `aside` left out: equal before and after where nothing changed. Of the audit
 * only the rows up to the id `audited` where it is given, since every command adds one.
 */
export async function fingerprint(
  config: pg.ClientConfig,
  aside: readonly string[] = NOT_ASKED,
  audited?: number,
): Promise<Record<string, string>> {
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const names = rows.map(row => row.name).filter(name => !aside.includes(name))
  const until = audited === undefined ? '' : ` WHERE id <= ${audited}`
  const one = (name: string) =>
    `SELECT '${name}' AS name, coalesce(sum(hashtextextended(t::text, 0)), 0)::text || '/' || count(*) AS digest FROM "${name}" t${name === 'audit' ? until : ''}`
  const found = await client.query<{ name: string; digest: string }>(names.map(one).join(' UNION ALL '))
  await client.end()
  return Object.fromEntries(found.rows.map(row => [row.name, row.digest]))
}

/** The id of the last row of the audit. */
export async function lastAudited(config: pg.ClientConfig): Promise<number> {
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client.query<{ id: number }>('SELECT coalesce(max(id), 0)::int AS id FROM audit')
  await client.end()
  return rows[0]!.id
}
