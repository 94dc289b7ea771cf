import { type Expression, type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { Borders } from './places/borders.ts'

/** From `from` on `heirId` holds what `bodyId` held; the first of them where they are several. */
export type Succession = { bodyId: string; heirId: string; from: IsoDate; reorganisationId: string }

export async function successions(db: ReadDb): Promise<Succession[]> {
  const rows = await db.selectFrom('body_succession').selectAll().orderBy('effective_on').execute()
  return rows.map(row => ({
    bodyId: row.body_id,
    heirId: row.heir_id,
    from: row.effective_on,
    reorganisationId: row.reorganisation_id,
  }))
}

/** Whose people sit in the seat of a body, for who asks: in a seat that several share their own, of the others nobody. */
export const seatedIn = (bodyId: string) => sql<string>`seated_in(${bodyId}::uuid)`

/** Who goes on today as the party of a programme in the place of a body. */
export const partyToday = (bodyId: RawBuilder<unknown>, programmeId: RawBuilder<unknown>) =>
  sql<string>`holder_of(${bodyId}, 'programme', ${programmeId})`

/** In a seat that several share, what passed to who asks; in any other everything. */
export const passedHere = (kind: 'programme' | 'plan-item', piece: RawBuilder<unknown>) =>
  sql<boolean>`((SELECT whole_seat()) OR holds_piece(${sql.lit(kind)}, ${piece}))`

/** A place at the table that a body left to the one that succeeded it. */
export type Seat = { id: string; name: string; shortName: string }

/** The seats that a body sits in besides its own, in the order in which they came to it. */
export const seatsOf = (db: ReadDb, bodyId: string): Promise<Seat[]> => seatsOfBody(db, sql.val(bodyId)).execute()

export const seatsOfBody = (db: ReadDb, bodyId: Expression<string>) =>
  db
    .selectFrom('body_succession as left')
    .innerJoin('body as place', 'place.id', 'left.body_id')
    .select(['place.id', 'place.name', 'place.short_name as shortName'])
    .where('left.body_id', 'in', sql<string>`(SELECT seats_of(${bodyId}))`)
    .orderBy('left.effective_on')
    .orderBy('place.name')

/** In an inherited seat people do their work and decide; nobody administers a body that is no more. */
export const rolesInSeat = (roles: readonly Role[]): Role[] => roles.filter(role => role !== 'administrator')

export function whyNotTakeSeat(
  who: { bodyId: string; roles: readonly Role[] },
  wanted: string,
  seats: readonly Pick<Seat, 'id'>[],
): WhyNot {
  if (wanted === who.bodyId) return null
  if (!seats.some(seat => seat.id === wanted)) return { code: 'not-found', data: { what: 'seat' } }
  return rolesInSeat(who.roles).length === 0 ? { code: 'agencies.no-work-in-seat' } : null
}

/** Of bodies that report where each goes today; those that several took over are told as split without a key. */
export async function bodiesToday(db: ReadDb, ids: readonly string[]): Promise<Borders> {
  const { rows } = await sql<{ id: string; heir: string | null }>`
    SELECT id, heir_of(id) AS heir FROM body WHERE id = ANY(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, heir }) => [id, [{ onId: heir ?? id, share: heir === null ? null : 1 }]]))
}
