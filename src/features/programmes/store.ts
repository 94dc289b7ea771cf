import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { partyToday, printedOn } from '../agencies/index.ts'

// The source of a long paper is large, and few need it.
const WITHOUT_SOURCE = [
  'id',
  'title',
  'kind',
  'number',
  'date',
  'place',
  'effective_from',
  'period_from',
  'period_to',
  'lead_body',
  'reporting',
  'reporting_cutoffs',
  'source_sha256',
  'source_file',
  'details',
  'accepted_by',
  'accepted_at',
  'version',
] as const

/** The programme, which row-level security shows to its parties only; refuses 'not-found' to everybody else. */
export async function getProgramme(db: ReadDb, id: string) {
  const row = await db.selectFrom('programme').select(WITHOUT_SOURCE).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'programme' })
  return row
}

/** How the programmes that the own side is a party of are cited: by number, by title before they have one. */
export async function namesOfProgrammes(db: ReadDb): Promise<Map<string, string>> {
  const rows = await db.selectFrom('programme').select(['id', 'title', 'number']).execute()
  return new Map(rows.map(row => [row.id, row.number ?? row.title]))
}

/** The programmes that the own side is a party of, by their titles, the newest first. */
export async function titlesOfProgrammes(db: ReadDb): Promise<Map<string, string>> {
  const rows = await db.selectFrom('programme').select(['id', 'title']).orderBy('effective_from', 'desc').execute()
  return new Map(rows.map(row => [row.id, row.title]))
}

/** Refuses 'not-found' where a programme within rights has no such clause, whether it is printed there or was added by an amendment. */
export async function checkClause(db: ReadDb, programmeId: string, path: string): Promise<void> {
  const clause = await db
    .selectFrom('clause')
    .select('path')
    .where('programme_id', '=', programmeId)
    .where('path', '=', path)
    .executeTakeFirst()
  if (!clause) throw new Refusal('not-found', { what: 'clause' })
}

/** What a record serves: a programme of the own side and perhaps a clause of it; a clause alone is refused by the code given. */
export async function checkServes(
  db: ReadDb,
  { programmeId, clausePath }: { programmeId?: string | undefined; clausePath?: string | undefined },
  clauseAlone: string,
): Promise<void> {
  if (!programmeId) return refuseIf(clausePath ? { code: clauseAlone } : null)
  await getProgramme(db, programmeId)
  if (clausePath) await checkClause(db, programmeId, clausePath)
}

/** What stands in the source before an offset, such as the head above the first clause. */
export async function sourceBefore(db: ReadDb, programmeId: string, offset: number): Promise<string> {
  const head = sql<string>`substr(source_text, 1, ${offset})`.as('head')
  const row = await db.selectFrom('programme').select(head).where('id', '=', programmeId).executeTakeFirst()
  return row?.head ?? ''
}

/** What stands in the source from an offset on, such as the signatures below the last clause. */
export async function sourceFrom(db: ReadDb, programmeId: string, offset: number): Promise<string> {
  const rest = sql<string>`substr(source_text, ${offset + 1})`.as('rest')
  const row = await db.selectFrom('programme').select(rest).where('id', '=', programmeId).executeTakeFirst()
  return row?.rest ?? ''
}

export type Party = {
  bodyId: string
  position: number
  name: string
  shortName: string
  kind: string
  symbol: string
  place: string
  /** Printed above the name. */
  superior: string | null
  /** Who sits in its seat today, where that is another body. */
  heldBy?: string
}

const partyRows = (db: ReadDb) =>
  db
    .selectFrom('programme_party')
    .innerJoin('body', join => join.on('body.id', '=', partyToday(sql.ref('programme_party.body_id'), sql.ref('programme_id'))))
    .select(['programme_id', 'body_id', 'position', 'body.name', 'body.short_name', 'body.kind', 'body.symbol', 'body.place'])
    .select('body.id as holder')
    .select('body.superior')
    .orderBy('position')

type PartyRow = Awaited<ReturnType<ReturnType<typeof partyRows>['execute']>>[number]

const partyOf = ({ body_id, holder, position, name, short_name, kind, symbol, place, superior }: PartyRow): Party => ({
  bodyId: body_id,
  ...(holder === body_id ? {} : { heldBy: name }),
  position,
  name,
  shortName: short_name,
  kind,
  symbol,
  place,
  superior,
})

/** The parties in the order of their marks, the lead first, under the names of today. */
export async function partiesOf(db: ReadDb, programmeId: string): Promise<Party[]> {
  const rows = await partyRows(db).where('programme_id', '=', programmeId).execute()
  return rows.map(partyOf)
}

/** The parties as a paper of that day prints them. */
export async function partiesOn(db: ReadDb, programmeId: string, day: IsoDate): Promise<Party[]> {
  const parties = await partiesOf(db, programmeId)
  const printed = await printedOn(
    db,
    parties.map(party => party.bodyId),
    day,
    programmeId,
  )
  return parties.map(party => {
    const { name, shortName, symbol, place, superior } = printed.get(party.bodyId) ?? party
    return { ...party, name, shortName, symbol, place, superior }
  })
}

/** The parties of several programmes in one question. */
export async function partiesOfMany(db: ReadDb, programmeIds: readonly string[]): Promise<Map<string, Party[]>> {
  if (programmeIds.length === 0) return new Map()
  const rows = await partyRows(db).where('programme_id', 'in', programmeIds).execute()
  return new Map([...Map.groupBy(rows, row => row.programme_id)].map(([id, own]) => [id, own.map(partyOf)]))
}

/** The places of a body and of all parties in every programme that may be seen, by programme. */
export async function positionsOf(
  db: ReadDb,
  bodyId: string | null,
): Promise<Map<string, { own: number | null; all: number[] }>> {
  const rows = await db
    .selectFrom('programme_party')
    .select(['programme_id', 'body_id', 'position'])
    .orderBy('position')
    .execute()
  const byProgramme = Map.groupBy(rows, row => row.programme_id)
  return new Map(
    [...byProgramme].map(([id, parties]) => {
      const own = parties.find(party => party.body_id === bodyId)?.position ?? null
      return [id, { own, all: parties.map(party => party.position) }]
    }),
  )
}

/** The place of a body in the programme that it joined last; null where it is in none. */
export async function latestPosition(db: ReadDb, bodyId: string): Promise<number | null> {
  const row = await db
    .selectFrom('programme_party')
    .innerJoin('programme', 'programme.id', 'programme_party.programme_id')
    .select('position')
    .where('body_id', '=', bodyId)
    .orderBy('accepted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.position ?? null
}
