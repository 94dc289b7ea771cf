import pg from 'pg'

/** Every table of ours with the digest of its rows, replay records and sessions aside: equal before and after where nothing changed. */
export async function fingerprint(config: pg.ClientConfig): Promise<Record<string, string>> {
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const names = rows.map(row => row.name).filter(name => !['session', 'command_record', 'migration'].includes(name))
  const one = (name: string) =>
    `SELECT '${name}' AS name, coalesce(sum(hashtextextended(t::text, 0)), 0)::text || '/' || count(*) AS digest FROM "${name}" t`
  const found = await client.query<{ name: string; digest: string }>(names.map(one).join(' UNION ALL '))
  await client.end()
  return Object.fromEntries(found.rows.map(row => [row.name, row.digest]))
}
