import type { Client } from 'pg'

export type Table = { name: string; columns: string[] }
export type Sequence = { name: string; last: string | null }

// An extension brings its own tables; generated columns are computed again from the others.
const TABLES = `
  SELECT c.relname AS name,
    ARRAY(SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY c.relname COLLATE "C"`

/** The tables of schema public with the columns that are stored. */
export const listTables = async (client: Client): Promise<Table[]> => (await client.query<Table>(TABLES)).rows

/** The sequences of schema public with the last value given out. */
export async function listSequences(client: Client): Promise<Sequence[]> {
  const sql = `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`
  return (await client.query<Sequence>(sql)).rows
}

export async function listApplied(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM public.migration ORDER BY name COLLATE "C"')
  return rows.map(row => row.name)
}

/** Settings under which values travel as text exactly, whatever the server or the role has set. */
export const EXACT_TEXT = `
  SET LOCAL row_security = off;
  SET LOCAL client_encoding = 'UTF8';
  SET LOCAL datestyle = 'ISO, YMD';
  SET LOCAL intervalstyle = 'postgres';
  SET LOCAL timezone = 'UTC';
  SET LOCAL extra_float_digits = 1;
  SET LOCAL bytea_output = 'hex';
  SET LOCAL statement_timeout = 0;
  SET LOCAL lock_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0`

/** The table with its stored columns, as COPY names it. */
export function copyTarget(client: Client, { name, columns }: Table): string {
  const list = columns.map(column => client.escapeIdentifier(column)).join(', ')
  return `public.${client.escapeIdentifier(name)}${list && ` (${list})`}`
}
