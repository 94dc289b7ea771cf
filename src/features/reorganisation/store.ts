import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { namesOf, successions } from '../agencies/index.ts'
import { namesInDuties, type Passing, partiesOfMany, passedDuties, passingsOf } from '../programmes/index.ts'
import { type Content, concernedBy, contentFields, type Share } from './content.ts'
import type { ReorganisationKind, ReorganisationState } from './contract.ts'
import type { Ground, KnownBody } from './ground.ts'
import { sharesOf } from './shares.ts'

export type Reorganisation = {
  id: string
  kind: ReorganisationKind
  decision: { number: string; date: IsoDate; issuer: string }
  effectiveOn: IsoDate
  content: Content
  /** Of those that the own side may know of. */
  passings: Passing[]
  /** Likewise. */
  shares: Share[]
  concerned: string[]
  draftedBy: string
  state: ReorganisationState
  appliedAt: Date | null
  failure: string | null
  version: number
}

const rows = (db: ReadDb) => db.selectFrom('reorganisation').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

type Beside = { passings: ReadonlyMap<string, Passing[]>; shares: ReadonlyMap<string, Share[]> }
const asReorganisation = (row: Row, { passings, shares }: Beside): Reorganisation => ({
  id: row.id,
  kind: row.kind as ReorganisationKind,
  decision: { number: row.decision_number, date: row.decision_date, issuer: row.issuer },
  effectiveOn: row.effective_on,
  content: contentFields.parse(row.content),
  passings: passings.get(row.id) ?? [],
  shares: shares.get(row.id) ?? [],
  concerned: row.concerned,
  draftedBy: row.drafted_by,
  state: row.state as ReorganisationState,
  appliedAt: row.applied_at,
  failure: row.failure,
  version: row.version,
})

/** Within rights, the latest to take effect first. */
export const listReorganisations = async (db: ReadDb): Promise<Reorganisation[]> =>
  withWhatPasses(db, await rows(db).orderBy('effective_on', 'desc').orderBy('created_at', 'desc').execute())

async function withWhatPasses(db: ReadDb, found: readonly Row[]): Promise<Reorganisation[]> {
  const ids = found.map(row => row.id)
  const beside = { passings: await passingsOf(db, ids), shares: await sharesOf(db, ids) }
  return found.map(row => asReorganisation(row, beside))
}

export async function getReorganisation(db: ReadDb, id: string): Promise<Reorganisation> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'reorganisation' })
  return (await withWhatPasses(db, [row]))[0]!
}

/** Agreed events whose day has come, the earliest first. */
export const dueReorganisations = (db: ReadDb, today: IsoDate) =>
  db
    .selectFrom('reorganisation')
    .select(['id', 'failure'])
    .where('state', '=', 'agreed')
    .where('effective_on', '<=', today)
    .orderBy('effective_on')
    .execute()

/** Every body that an event concerns, as the database knows the parties of its programmes now. */
export async function concerned(
  db: ReadDb,
  { content, passings, shares }: Pick<Reorganisation, 'content' | 'passings' | 'shares'>,
): Promise<string[]> {
  const parties = await partiesOfMany(db, [...new Set(passings.map(one => one.programmeId))])
  const ids = new Map([...parties].map(([id, own]) => [id, own.map(party => party.bodyId)]))
  const holders = await holdersOfPassed(db, passings)
  return [...new Set([...concernedBy(content, passings, ids, shares), ...holders])]
}

/** Bodies to which an earlier event passed what passes on now. */
async function holdersOfPassed(db: ReadDb, passings: readonly Passing[]): Promise<string[]> {
  const holders: string[] = []
  for (const [programmeId, passing] of Map.groupBy(passings, one => one.programmeId)) {
    const names = passing.map(one => one.name)
    const held = await passedDuties(db, programmeId, LATEST_DAY)
    holders.push(...held.flatMap(({ name, heirId }) => (heirId && names.includes(name) ? [heirId] : [])))
  }
  return holders
}
const LATEST_DAY = '9999-12-31'

/** The names in the duties of each programme of which something passes on. */
export async function printedNames(db: ReadDb, passings: readonly Passing[], day: IsoDate): Promise<Map<string, string[]>> {
  const printed = new Map<string, string[]>()
  for (const id of new Set(passings.map(one => one.programmeId))) printed.set(id, await namesInDuties(db, id, day))
  return printed
}

export async function agreedBodies(db: ReadDb, reorganisationId: string): Promise<string[]> {
  const given = await db
    .selectFrom('reorganisation_agreement')
    .select('body_id')
    .where('reorganisation_id', '=', reorganisationId)
    .execute()
  return given.map(row => row.body_id)
}

/** What the rules ask of the bodies of the site. */
export async function groundOf(db: ReadDb): Promise<Ground> {
  const found = await db
    .selectFrom('body')
    .select(['id', 'short_name', 'level', 'parent_body', 'valid_from', 'valid_to'])
    .execute()
  const names = await namesOf(db)
  const bodies = new Map(
    found.map((row): [string, KnownBody] => [
      row.id,
      {
        id: row.id,
        shortName: row.short_name,
        level: row.level,
        parentBody: row.parent_body,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        namedFrom: names.get(row.id)?.at(-1)?.validFrom ?? null,
      },
    ]),
  )
  const units = await db.selectFrom('unit').select(['id', 'body_id']).execute()
  return { bodies, line: await successions(db), units: new Map(units.map(row => [row.id, row.body_id])) }
}

export async function haveAccounts(db: ReadDb, ids: readonly string[]): Promise<{ id: string; hasAccounts: boolean }[]> {
  const { rows: found } = await sql<{ id: string; has: boolean }>`
    SELECT id, body_has_accounts(id) AS has FROM body WHERE id = ANY (${ids}::uuid[])`.execute(db)
  return found.map(({ id, has }) => ({ id, hasAccounts: has }))
}
