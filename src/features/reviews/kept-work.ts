import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { Kept } from '../../kernel/kept.ts'
import type { ActivityRow } from './contract.ts'
import { loadActivities, type WantedActivities } from './load-activities.ts'
import type { Marks, Part } from './marks.ts'

/** So many activities stay in memory between two reports, at about 600 bytes each, and so many rows of the other parts, at about 450. */
const ACTIVITIES_KEPT = 60_000
const ROWS_KEPT = 40_000

type Rows = readonly unknown[]
const parts = new Kept<Rows>(ROWS_KEPT, rows => rows.length)

/**
 * A part of the work in a stretch of time, loaded anew only where it has changed. Whoever sees changes of a transaction of his own loads it
 * himself. It is the same to every party; who is none has no marks of it, and loads what he may see.
 */
export async function partOnce<Row>(
  { programmeId, ground, changes, moment }: Marks,
  [part, ...stretch]: [Part, ...string[]],
  load: () => Promise<Row[]>,
): Promise<Row[]> {
  if (moment === null) return load()
  const key = JSON.stringify([programmeId, part, stretch, ground, changes[part] ?? 0])
  const known = parts.get(key)
  if (known) return known as Row[]
  const rows = await load()
  parts.set(key, rows)
  return rows
}

type Read = { rows: ActivityRow[]; changes: number; moment: string; readAt: number }
const read = new Kept<Read>(ACTIVITIES_KEPT, ({ rows }) => rows.length)

/** Which activities have changed is known for two days. */
const KNOWN_MS = 24 * 3600 * 1000

/** Activities as `loadActivities` gives them: of what was read before for the same stretch only those are read again that have changed. */
export async function activitiesOnce(db: ReadDb, wanted: WantedActivities, marks: Marks): Promise<ActivityRow[]> {
  return (await activitiesKept(db, wanted, marks)) ?? keep(wanted, marks, await loadActivities(db, wanted))
}

/** The same where they were read before; null where all of them would have to be read. */
export async function activitiesKept(db: ReadDb, wanted: WantedActivities, marks: Marks): Promise<ActivityRow[] | null> {
  const known = marks.moment === null ? undefined : read.get(keyOf(wanted, marks))
  if (!known || known.changes > changesOf(marks) || Date.now() - known.readAt > KNOWN_MS) return null
  if (known.changes === changesOf(marks)) return known.rows
  const rows = await broughtUp(db, wanted, known)
  return rows && keep(wanted, marks, rows)
}

/** Who still sees an earlier moment keeps nothing back from those who see a later one. */
function keep(wanted: WantedActivities, marks: Marks, rows: ActivityRow[]): ActivityRow[] {
  const [key, changes, { moment }] = [keyOf(wanted, marks), changesOf(marks), marks]
  const known = read.get(key)
  if (moment !== null && (!known || known.changes <= changes)) read.set(key, { rows, changes, moment, readAt: Date.now() })
  return rows
}

const changesOf = ({ changes }: Marks): number => changes.activities ?? 0
const keyOf = ({ programmeId, from, to, before, term = false }: WantedActivities, { ground }: Marks): string =>
  JSON.stringify([programmeId, from, to, before, term, ground])

async function broughtUp(db: ReadDb, wanted: WantedActivities, { rows, moment }: Read): Promise<ActivityRow[] | null> {
  const ids = await changedSince(db, wanted.programmeId, moment)
  if (ids === null) return null
  if (ids.size === 0) return rows
  const fresh = await loadActivities(db, { ...wanted, ids: [...ids] })
  return [...rows.filter(row => !ids.has(row.id)), ...fresh].toSorted(inOrder)
}

const inOrder = (a: ActivityRow, b: ActivityRow): number => compare(a.heldOn, b.heldOn) || compare(a.id, b.id)
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Activities that transactions have changed which were not committed at a moment; null where they are many. */
async function changedSince(db: ReadDb, programmeId: string, moment: string): Promise<Set<string> | null> {
  const { rows } = await sql<{ activity_ids: string[] | null }>`SELECT activity_ids FROM changed_activity
    WHERE programme_id = ${programmeId}::uuid AND changed_by >= pg_snapshot_xmin(${moment}::pg_snapshot)
      AND NOT pg_visible_in_snapshot(changed_by, ${moment}::pg_snapshot)`.execute(db)
  if (rows.some(row => row.activity_ids === null)) return null
  const ids = new Set(rows.flatMap(row => row.activity_ids ?? []))
  return ids.size > MANY ? null : ids
}
/** So many are read sooner all together than one by one. */
const MANY = 2000
