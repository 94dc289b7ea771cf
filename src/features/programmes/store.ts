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

/** The parties in the order of their marks, the lead first. */
export async function partiesOf(db: ReadDb, programmeId: string): Promise<Party[]> {
  const rows = await db
    .selectFrom('programme_party')
    .innerJoin('body', 'body.id', 'programme_party.body_id')
    .select(['body_id', 'position', 'body.name', 'body.short_name', 'body.kind', 'body.symbol', 'body.place'])
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute()
  return rows.map(({ body_id, short_name, ...row }) => ({ bodyId: body_id, shortName: short_name, ...row }))
}
