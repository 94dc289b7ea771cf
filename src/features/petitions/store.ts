import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { Acting } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { FIELDS, type Level, type Origin, type PetitionState } from './contract.ts'
import type { Held } from './rules.ts'
import { termsOf } from './terms.ts'

/** A row of `petition`. `content` is there for the unit that handles it, and for nobody else. */
export type Petition = Held & {
  id: string
  unitId: string | null
  handler: string
  subject: string
  field: string
  communeId: string
  origin: Origin
  voices: number
  receivedOn: IsoDate
  code: string
  addressee: string | null
  addresseeLevel: Level | null
  dueBasis: string | null
  answeredOn: IsoDate | null
  settledOn: IsoDate | null
  closedOn: IsoDate | null
  programmeId: string | null
  clausePath: string | null
  shared: boolean
  againOf: string | null
  groupId: string | null
  version: number
  content: { text: string; placeId: string; sender: Buffer | null; senderKey: string | null } | null
}

const select = (db: ReadDb) =>
  db
    .selectFrom('petition')
    .leftJoin('petition_content', 'petition_content.petition_id', 'petition.id')
    .selectAll('petition')
    .select(['petition_content.text', 'petition_content.place_id', 'petition_content.sender', 'petition_content.sender_key'])
    // A petition that was routed out has no content left; its steps tell who handled it.
    .select(sql<boolean>`petition.unit_id IS NULL OR petition.unit_id IN (SELECT my_handling_units())`.as('handling'))
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toPetition = (row: Row, acting: Acting): Petition => ({
  id: row.id,
  bodyId: row.body_id,
  unitId: row.unit_id,
  handler: row.handler,
  subject: row.subject,
  field: row.field,
  communeId: row.commune_id,
  origin: row.origin as Origin,
  voices: row.voices,
  receivedOn: row.received_on,
  code: row.code,
  state: row.state as PetitionState,
  addressee: row.addressee,
  addresseeLevel: row.addressee_level as Level | null,
  dueOn: row.due_on,
  dueBasis: row.due_basis,
  lastDay: row.last_day,
  answeredOn: row.answered_on,
  settledOn: row.settled_on,
  confirmedOn: row.confirmed_on,
  closedOn: row.closed_on,
  programmeId: row.programme_id,
  clausePath: row.clause_path,
  shared: row.shared_at !== null,
  againOf: row.again_of,
  groupId: row.group_id,
  version: row.version,
  handling: acting === 'system' || (typeof acting !== 'string' && acting.bodyId === row.body_id && row.handling),
  content: row.text === null ? null : { text: row.text, placeId: row.place_id!, sender: row.sender, senderKey: row.sender_key },
})

/** A petition within rights: the own body's, or one that was shared in a programme. Refuses 'not-found'. */
export async function getPetition(db: ReadDb, id: string, acting: Acting): Promise<Petition> {
  const row = await select(db).where('petition.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'petition' })
  return toPetition(row, acting)
}

/** The unit of an account of the own body; null where it has none. */
export async function unitOf(db: ReadDb, accountId: string): Promise<string | null> {
  const row = await db.selectFrom('account_today').select('unit_id').where('id', '=', accountId).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'account' })
  return row.unit_id
}

const LOCAL: readonly string[] = ['commune', 'ward', 'special-zone']

/** The commune that a village or commune lies in. Refuses 'petitions.not-local' for a larger place. */
export async function communeOf(db: ReadDb, placeId: string): Promise<string> {
  const place = await db.selectFrom('place').select(['kind', 'parent_id']).where('id', '=', placeId).executeTakeFirst()
  if (!place) throw new Refusal('not-found', { what: 'place' })
  if (LOCAL.includes(place.kind)) return placeId
  if (place.kind === 'village') return place.parent_id!
  throw new Refusal('petitions.not-local')
}

/** Names of places, each with its commune where it is a village: "thôn Nà Lốc, xã Nậm Mây". */
export async function placeNames(db: ReadDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('place')
    .leftJoin('place as parent', 'parent.id', 'place.parent_id')
    .select(['place.id', 'place.kind', 'place.name', 'parent.name as parent'])
    .where('place.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row.kind === 'village' && row.parent ? `${row.name}, ${row.parent}` : row.name]))
}

/** A field of the closed list, or one that the province has added and not ended. */
export async function checkField(db: ReadDb, field: string): Promise<void> {
  if (field in FIELDS) return
  const row = await db
    .selectFrom('petition_field')
    .select('id')
    .where('id', '=', field)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'field' })
}

/** Enters what a petition is compared by, in place of what was there. */
export async function enterTerms(tx: Tx, petition: { id: string; bodyId: string }, words: string): Promise<void> {
  await tx.deleteFrom('petition_term').where('petition_id', '=', petition.id).execute()
  const terms = termsOf(words)
  if (terms.length === 0) return
  await sql`INSERT INTO petition_term (body_id, petition_id, term)
    SELECT ${petition.bodyId}::uuid, ${petition.id}::uuid, unnest(${terms}::int[])`.execute(tx)
}
