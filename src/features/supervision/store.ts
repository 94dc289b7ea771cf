import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { type IsoDate, yearOf } from '../../kernel/dates.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { getPlaces } from '../agencies/index.ts'
import { getSharedItem } from '../plans/index.ts'
import { checkServes, type FoundElement, findElement, nameElement, whyNotElement } from '../programmes/index.ts'
import type {
  Board,
  ConstructionFields,
  Member,
  ObjectKind,
  SupervisionFields,
  SupervisionForm,
  SupervisionState,
} from './contract.ts'
import type { Held } from './rules.ts'

export type Supervision = Held & {
  id: string
  objectKind: ObjectKind
  constructionId: string | null
  element: string | null
  object: string
  title: string
  content: string
  communeId: string | null
  endsOn: IsoDate
  board: Board | null
  conflictsAsked: boolean
  overallYear: number | null
  clausePath: string | null
  itemId: string | null
  dueOn: IsoDate | null
  dueBasis: string | null
  closedOn: IsoDate | null
  version: number
}

/** Findings that the last word on them calls repaired or explained: nobody has seen them again. */
const UNSEEN = sql<number>`(SELECT count(*)::int FROM finding f WHERE f.supervision_id = supervision.id AND f.removed_at IS NULL
  AND (SELECT s.outcome FROM step_finding t JOIN supervision_step s ON s.id = t.step_id
    WHERE t.finding_id = f.id AND s.taken_back_at IS NULL ORDER BY s.created_at DESC, s.id DESC LIMIT 1) IN ('repaired', 'explained'))`

const select = (db: ReadDb) =>
  db
    .selectFrom('supervision')
    .selectAll('supervision')
    .select(
      sql<number>`(SELECT count(*)::int FROM finding WHERE supervision_id = supervision.id AND removed_at IS NULL AND recommendation <> '')`.as(
        'asked',
      ),
    )
    .select(UNSEEN.as('unseen'))
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toSupervision = (row: Row): Supervision => ({
  id: row.id,
  bodyId: row.body_id,
  state: row.state as SupervisionState,
  form: row.form as SupervisionForm,
  objectKind: row.object_kind as ObjectKind,
  constructionId: row.construction_id,
  element: row.element,
  object: row.object,
  title: row.title,
  content: row.content,
  communeId: row.commune_id,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  board:
    row.board_front === null
      ? null
      : { front: row.board_front, inspectors: row.board_inspectors!, villagers: row.board_villagers! },
  conflictsAsked: row.conflicts_asked,
  overallYear: row.overall_year,
  programmeId: row.programme_id,
  clausePath: row.clause_path,
  itemId: row.item_id,
  shared: row.shared_at !== null,
  dueOn: row.due_on,
  dueBasis: row.due_basis,
  lastDay: row.last_day,
  closedOn: row.closed_on,
  version: row.version,
  asked: row.asked,
  unseen: row.unseen,
})

/** A supervision within rights: the own body's, or one that was shared in a programme. Refuses 'not-found'. */
export async function getSupervision(db: ReadDb, id: string): Promise<Supervision> {
  const row = await select(db).where('supervision.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'supervision' })
  return toSupervision(row)
}

/** The commune, and the village where the place is one. Refuses 'supervision.not-local' for a larger place. */
export async function standsIn(db: ReadDb, placeId: string): Promise<{ commune_id: string; village_id: string | null }> {
  const [place] = await getPlaces(db, [placeId])
  if (!place) throw new Refusal('not-found', { what: 'place' })
  if (place.kind === 'village') return { commune_id: place.parentId!, village_id: placeId }
  if (place.kind === 'province' || place.kind === 'district') throw new Refusal('supervision.not-local')
  return { commune_id: placeId, village_id: null }
}

export async function constructionColumns(db: ReadDb, fields: ConstructionFields) {
  const { name, investor, contractor, source, component, amount, startsOn, endsOn, nationalCode } = fields
  const days = { starts_on: startsOn, ends_on: endsOn, national_code: nationalCode }
  return { name, investor, contractor, source, component, amount, ...days, ...(await standsIn(db, fields.placeId)) }
}

/** A work of the own body's register. Refuses 'not-found'. */
export async function getConstruction(db: ReadDb, id: string) {
  const row = await db.selectFrom('construction').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'construction' })
  return row
}

/** The columns of what officers write of a plan: of a work its name and commune are taken from the register, of a project its name from the catalogue. */
export async function planColumns(db: ReadDb, fields: SupervisionFields, bodyId: string) {
  const work = fields.objectKind === 'construction' ? await ownConstruction(db, fields.constructionId, bodyId) : null
  const element = fields.objectKind === 'project' ? elementOf(fields) : null
  const object = work?.name ?? (fields.object || (element ? nameElement(element) : ''))
  if (object === '') throw new Refusal('supervision.no-object')
  const { commune_id } = fields.communeId && !work ? await standsIn(db, fields.communeId) : { commune_id: null }
  await checkServes(db, fields, 'supervision.no-programme')
  const item = fields.itemId ? await itemOf(db, fields.itemId, fields.programmeId) : null
  return {
    form: fields.form,
    object_kind: fields.objectKind,
    construction_id: work?.id ?? null,
    element: element?.key ?? null,
    object,
    title: fields.title,
    content: fields.content,
    commune_id: work?.commune_id ?? commune_id,
    starts_on: fields.startsOn,
    ends_on: fields.endsOn,
    board_front: fields.board?.front ?? null,
    board_inspectors: fields.board?.inspectors ?? null,
    board_villagers: fields.board?.villagers ?? null,
    conflicts_asked: fields.conflictsAsked,
    overall_year: fields.overallYear ?? null,
    programme_id: fields.programmeId ?? null,
    clause_path: item?.clausePath ?? fields.clausePath ?? null,
    item_id: item?.id ?? null,
  }
}

/** An element of the catalogue of the year in which the supervision begins. */
function elementOf({ element, startsOn }: SupervisionFields): FoundElement | null {
  if (!element) return null
  refuseIf(whyNotElement(element, yearOf(startsOn)))
  return findElement(element)
}

async function ownConstruction(db: ReadDb, id: string | undefined, bodyId: string) {
  if (!id) throw new Refusal('supervision.no-object')
  const work = await getConstruction(db, id)
  if (work.body_id !== bodyId) throw new Refusal('not-found', { what: 'construction' })
  return work
}

/** An item of a plan that every party sees, of the programme that is served. */
async function itemOf(db: ReadDb, itemId: string, programmeId: string | undefined) {
  const item = await getSharedItem(db, itemId)
  if (item.programmeId !== programmeId) throw new Refusal('not-found', { what: 'item' })
  return item
}

/** Puts the team down: exactly these officials. */
export async function seatTeam(tx: Tx, at: { id: string; bodyId: string }, members: readonly Member[]): Promise<void> {
  await tx.deleteFrom('supervision_member').where('supervision_id', '=', at.id).execute()
  const rows = members.map(({ fromBody, post, official, heads }, position) => ({
    supervision_id: at.id,
    body_id: at.bodyId,
    position,
    from_body: fromBody,
    post,
    official,
    heads,
  }))
  if (rows.length > 0) await tx.insertInto('supervision_member').values(rows).execute()
}

/** A finding that stands, with its supervision. Refuses 'not-found'. */
export async function getFinding(db: ReadDb, id: string) {
  const row = await db.selectFrom('finding').selectAll().where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'finding' })
  return { ...row, supervision: await getSupervision(db, row.supervision_id) }
}

/** The steps that stand, the earliest first. */
export const stepsOf = (db: ReadDb, supervisionId: string) =>
  db
    .selectFrom('supervision_step')
    .selectAll()
    .where('supervision_id', '=', supervisionId)
    .where('taken_back_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
