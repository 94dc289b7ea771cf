import { type Expression, type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'

/** From `from` on `heirId` holds what `bodyId` held. */
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

/** Who holds on a day what a body held: itself where nobody has succeeded it by then. */
export function holderOn(all: readonly Pick<Succession, 'bodyId' | 'heirId' | 'from'>[], bodyId: string, day: IsoDate): string {
  const next = all.find(one => one.bodyId === bodyId && one.from <= day)
  return next ? holderOn(all, next.heirId, day) : bodyId
}

/** Of whom the people are that sit in the seat of a body today. */
export const heirOf = (bodyId: string | RawBuilder<unknown>) => sql<string>`heir_of(${bodyId}::uuid)`

/** A place at the table that a body left to the one that succeeded it. */
export type Seat = { id: string; name: string; shortName: string }

/** The seats that a body sits in besides its own, in the order in which they came to it. */
export const seatsOf = (db: ReadDb, bodyId: string): Promise<Seat[]> => seatsOfBody(db, sql.val(bodyId)).execute()

export const seatsOfBody = (db: ReadDb, bodyId: Expression<string>) =>
  db
    .selectFrom('body_succession as left')
    .innerJoin('body as place', 'place.id', 'left.body_id')
    .select(['place.id', 'place.name', 'place.short_name as shortName'])
    .where(sql<boolean>`heir_of("left".body_id) = ${bodyId}`)
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
