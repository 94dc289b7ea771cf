import type { Client } from 'pg'

const FOREIGN_KEYS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS off,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS on
  FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace`

const TRIGGERS = `
  SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS off,
    format('ALTER TABLE %s ENABLE TRIGGER %I', tgrelid::regclass, tgname) AS on
  FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
  WHERE NOT tgisinternal AND tgenabled = 'O' AND c.relnamespace = 'public'::regnamespace`

/**
 * Loads rows in any order: foreign keys are taken off and put back, which checks every row against them, and triggers sleep meanwhile.
 * Needs the tables' owner only, no superuser. Runs within the caller's transaction.
 */
export async function withoutConstraints(client: Client, load: () => Promise<void>): Promise<void> {
  const { rows: keys } = await client.query<{ off: string; on: string }>(FOREIGN_KEYS)
  const { rows: triggers } = await client.query<{ off: string; on: string }>(TRIGGERS)
  const switches = [...keys, ...triggers]
  for (const { off } of switches) await client.query(off)
  await load()
  await client.query('SET CONSTRAINTS ALL IMMEDIATE')
  for (const { on } of switches) await client.query(on)
}
