import type { ReadDb } from '../../engine/db/database.ts'
import { Refusal } from '../../kernel/refusal.ts'

/** The programme, which row-level security shows to its parties only; refuses 'not-found' to everybody else. */
export async function getProgramme(db: ReadDb, id: string) {
  const row = await db.selectFrom('programme').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'programme' })
  return row
}

export type Party = {
  bodyId: string
  position: number
  name: string
  shortName: string
  kind: string
  symbol: string
  place: string
}

const partyRows = (db: ReadDb) =>
  db
    .selectFrom('programme_party')
    .innerJoin('body', 'body.id', 'programme_party.body_id')
    .select(['programme_id', 'body_id', 'position', 'body.name', 'body.short_name', 'body.kind', 'body.symbol', 'body.place'])
    .orderBy('position')

type PartyRow = Awaited<ReturnType<ReturnType<typeof partyRows>['execute']>>[number]

const partyOf = ({ body_id, position, name, short_name, kind, symbol, place }: PartyRow): Party => ({
  bodyId: body_id,
  position,
  name,
  shortName: short_name,
  kind,
  symbol,
  place,
})

/** The parties in the order of their marks, the lead first. */
export async function partiesOf(db: ReadDb, programmeId: string): Promise<Party[]> {
  const rows = await partyRows(db).where('programme_id', '=', programmeId).execute()
  return rows.map(partyOf)
}

/** The parties of several programmes in one question. */
export async function partiesOfMany(db: ReadDb, programmeIds: readonly string[]): Promise<Map<string, Party[]>> {
  if (programmeIds.length === 0) return new Map()
  const rows = await partyRows(db).where('programme_id', 'in', programmeIds).execute()
  return new Map([...Map.groupBy(rows, row => row.programme_id)].map(([id, own]) => [id, own.map(partyOf)]))
}
