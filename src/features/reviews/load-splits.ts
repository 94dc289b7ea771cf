import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { Bounds } from '../../kernel/periods.ts'
import type { CompileInput, SplitRow } from './contract.ts'

type Row = { at: number; clause_path: string; dimension: string; label: string; count: number | null; apart: boolean }

/** Those reached under each clause by group, in every stretch that a review tells or has to keep apart: sums, in which a small one is none. */
export async function loadSplits(
  db: ReadDb,
  programmeId: string,
  { period, before, halves }: Pick<CompileInput, 'before' | 'halves'> & { period: Bounds },
): Promise<SplitRow[]> {
  const every = [period, before, ...halves.period, ...halves.before]
  const stretches = every.filter((one, at) => every.findIndex(({ from, to }) => from === one.from && to === one.to) === at)
  const asked = JSON.stringify(stretches.map(({ from, to }, at) => ({ at, from, to })))
  const { rows } = await sql<Row>`SELECT * FROM splits_of_clauses(${programmeId}::uuid, ${asked}::jsonb)
    ORDER BY at, clause_path, dimension, label`.execute(db)
  return rows.map(({ at, clause_path, dimension, label, count, apart }) => {
    const { from, to } = stretches[at]!
    return { from, to, clausePath: clause_path, part: `${dimension}:${label}`, count: count ?? 'few', apart }
  })
}
