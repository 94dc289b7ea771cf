import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'

/** The seat from which whoever asks is a party of a programme: the one that they have taken, else another of theirs; null where none is. */
export async function seatAt(db: ReadDb, programmeId: string): Promise<string | null> {
  const { rows } = await sql<{ seat: string | null }>`SELECT seat_at(${programmeId}::uuid) AS seat`.execute(db)
  return rows[0]?.seat ?? null
}

/**
 * Reads a programme as from the seat in which whoever asks is a party of it: what they would see had they taken that seat.
 * Where they have none, it is read as from the seat that they have taken.
 */
export async function fromItsSeat<T>(db: ReadDb, programmeId: string, read: () => Promise<T>): Promise<T> {
  const seat = await seatAt(db, programmeId)
  if (seat === null) return read()
  const { rows } = await sql<{ taken: string }>`SELECT current_setting('phoihop.body') AS taken`.execute(db)
  const taken = rows[0]!.taken
  if (taken === seat) return read()
  const sit = (body: string) => sql`SELECT set_config('phoihop.body', ${body}, true)`.execute(db)
  await sit(seat)
  try {
    return await read()
  } finally {
    // Nothing can be said in a transaction that has failed, and nothing more is read in it.
    await sit(taken).catch(() => undefined)
  }
}

/** Every programme in which whoever asks is a party from one of their seats. */
export async function programmesOfSeats(db: ReadDb): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT programmes_of_seats() AS id`.execute(db)
  return rows.map(row => row.id)
}
