import { sql } from 'kysely'
import type { z } from 'zod'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { BodyName, changeBodyInput, renameBodyInput } from './contract.ts'
import { nameOn } from './rules.ts'

export const contactOf = (body: Omit<z.output<typeof changeBodyInput>, 'bodyId' | 'version' | 'kind'>) => ({
  level: body.level ?? null,
  parent_body: body.parentBody ?? null,
  email: body.email ?? null,
  address: body.address ?? null,
  valid_from: body.validFrom ?? null,
  valid_to: body.validTo ?? null,
})

type NewName = Omit<z.output<typeof renameBodyInput>, 'validFrom'> & { validFrom: IsoDate | null }

export const insertName = (tx: Tx, { nameId, bodyId, shortName, decision, validFrom, ...name }: NewName, now: Date) =>
  tx
    .insertInto('body_name')
    .values({
      id: nameId,
      body_id: bodyId,
      name: name.name,
      short_name: shortName,
      symbol: name.symbol,
      code: name.code ?? null,
      superior: name.superior ?? null,
      place: name.place,
      valid_from: validFrom,
      decision_number: decision?.number ?? null,
      decision_date: decision?.date ?? null,
      created_at: now,
    })
    .execute()

const nameRows = (db: ReadDb) => db.selectFrom('body_name').selectAll().where('withdrawn_at', 'is', null)
type NameRow = Awaited<ReturnType<ReturnType<typeof nameRows>['execute']>>[number]

export type KeptName = BodyName & { bodyId: string; createdAt: Date }

const asName = (row: NameRow): KeptName => ({
  id: row.id,
  bodyId: row.body_id,
  name: row.name,
  shortName: row.short_name,
  symbol: row.symbol,
  code: row.code,
  superior: row.superior,
  place: row.place,
  validFrom: row.valid_from,
  decision: row.decision_number === null ? null : { number: row.decision_number, date: row.decision_date },
  createdAt: row.created_at,
})

/** Every name that bodies have borne, bear or will bear, by body, the oldest first. */
export async function namesOf(db: ReadDb, bodyIds?: readonly string[]): Promise<Map<string, KeptName[]>> {
  let rows = nameRows(db).orderBy('valid_from', order => order.asc().nullsFirst())
  if (bodyIds) rows = rows.where('body_id', 'in', bodyIds.length > 0 ? bodyIds : [''])
  return Map.groupBy((await rows.execute()).map(asName), one => one.bodyId)
}

/**
 * What papers of a day print of these bodies: of one that is no more by then, the name of the body that holds what it held; in a
 * programme the one that goes on as its party there.
 */
export async function printedOn(
  db: ReadDb,
  bodyIds: readonly string[],
  day: IsoDate,
  programmeId: string | null = null,
): Promise<Map<string, BodyName>> {
  if (bodyIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; holder: string }>`
    SELECT id, holder_on(id, ${programmeId}::uuid, ${day}::date) AS holder FROM unnest(${[...bodyIds]}::uuid[]) AS id`.execute(db)
  const holders = new Map(rows.map(row => [row.id, row.holder]))
  const names = await namesOf(db, [...holders.values()])
  return new Map([...holders].flatMap(([id, holder]) => (names.has(holder) ? [[id, nameOn(names.get(holder)!, day)!]] : [])))
}

/** Repeats the name of today in the body's own columns, which every list and search reads. Returns whether it had changed. */
export async function takeNameOf(tx: Tx, bodyId: string, today: IsoDate): Promise<boolean> {
  const now = nameOn((await namesOf(tx, [bodyId])).get(bodyId) ?? [], today)
  if (!now) return false
  const { name, shortName: short_name, symbol, superior, place } = now
  try {
    const changed = await tx
      .updateTable('body')
      .set(row => ({ name, short_name, symbol, superior, place, version: row('version', '+', 1) }))
      .where('id', '=', bodyId)
      .where(on =>
        on.or([
          on('name', '<>', name),
          on('short_name', '<>', short_name),
          on('symbol', '<>', symbol),
          on('place', '<>', place),
          on('superior', 'is distinct from', superior),
        ]),
      )
      .returning('id')
      .executeTakeFirst()
    return changed !== undefined
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new Refusal('agencies.name-taken')
    throw error
  }
}

/** Bodies whose name of today is not yet repeated in their own columns. */
export async function findLateNames(db: ReadDb, today: IsoDate): Promise<string[]> {
  const bodies = await db.selectFrom('body').select(['id', 'name', 'short_name', 'symbol', 'superior', 'place']).execute()
  const names = await namesOf(db)
  return bodies.flatMap(body => {
    const now = nameOn(names.get(body.id) ?? [], today)
    const kept = [body.name, body.short_name, body.symbol, body.superior, body.place]
    return now && kept.some((text, at) => text !== [now.name, now.shortName, now.symbol, now.superior, now.place][at])
      ? [body.id]
      : []
  })
}
