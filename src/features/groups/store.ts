import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { FocalPointFields, MemberFields, MemberRole } from './contract.ts'

export type FocalPoint = FocalPointFields & { id: string; programmeId: string; bodyId: string; version: number }

export const focalColumns = (fields: FocalPointFields) => ({
  unit: fields.unit,
  holder: fields.holder,
  holder_post: fields.holderPost,
  deputy: fields.deputy,
  deputy_post: fields.deputyPost,
  phone: fields.phone,
  email: fields.email,
  from_on: fields.fromOn,
  to_on: fields.toOn,
})

const focalRows = (db: ReadDb) => db.selectFrom('focal_point').selectAll()
type FocalRow = Awaited<ReturnType<ReturnType<typeof focalRows>['execute']>>[number]
const asFocalPoint = (row: FocalRow): FocalPoint => ({
  id: row.id,
  programmeId: row.programme_id,
  bodyId: row.body_id,
  unit: row.unit,
  holder: row.holder,
  holderPost: row.holder_post,
  deputy: row.deputy,
  deputyPost: row.deputy_post,
  phone: row.phone,
  email: row.email,
  fromOn: row.from_on,
  toOn: row.to_on,
  version: row.version,
})

export async function getFocalPoint(db: ReadDb, id: string): Promise<FocalPoint> {
  const row = await focalRows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'focal-point' })
  return asFocalPoint(row)
}

/** Those that stand first, then the ended ones, the latest first. */
export async function focalPointsOf(db: ReadDb, programmeId: string): Promise<FocalPoint[]> {
  const rows = await focalRows(db)
    .where('programme_id', '=', programmeId)
    .orderBy(sql`to_on IS NOT NULL`)
    .orderBy('from_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(asFocalPoint)
}

export type Group = {
  id: string
  programmeId: string
  bodyId: string
  number: string
  decidedOn: string
  fileId: string | null
  version: number
}

const groupRows = (db: ReadDb) =>
  db
    .selectFrom('working_group')
    .select(['id', 'programme_id as programmeId', 'by_body as bodyId', 'number', 'decided_on as decidedOn'])
    .select(['paper_file as fileId', 'version'])

export const groupOf = async (db: ReadDb, programmeId: string): Promise<Group | null> =>
  (await groupRows(db).where('programme_id', '=', programmeId).executeTakeFirst()) ?? null

export async function getGroup(db: ReadDb, id: string): Promise<Group> {
  const row = await groupRows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'working-group' })
  return row
}

export type Member = MemberFields & { id: string; groupId: string; programmeId: string; bodyId: string; version: number }

export const memberColumns = ({ name, post, role, fromOn, toOn }: MemberFields) => ({
  name,
  post,
  role,
  from_on: fromOn,
  to_on: toOn,
})

const memberRows = (db: ReadDb) =>
  db
    .selectFrom('working_group_member')
    .select(['id', 'group_id as groupId', 'programme_id as programmeId', 'body_id as bodyId', 'name', 'post', 'role'])
    .select(['from_on as fromOn', 'to_on as toOn', 'version'])

export async function getMember(db: ReadDb, id: string): Promise<Member> {
  const row = await memberRows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'member' })
  return { ...row, role: row.role as MemberRole }
}

/** The head first, then deputies, members and the secretary; those who have left at the end. */
export async function membersOf(db: ReadDb, groupId: string): Promise<Member[]> {
  const rows = await memberRows(db)
    .where('group_id', '=', groupId)
    .orderBy(sql`to_on IS NOT NULL`)
    .orderBy(sql`array_position(ARRAY['head', 'deputy', 'secretary', 'member'], role)`)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, role: row.role as MemberRole }))
}

type Guarded = { id: string; version: number }

/** A guarded change must hit the row as it was read, or else somebody was faster. */
export async function changeFocal(tx: Tx, { id, version }: Guarded, fields: FocalPointFields): Promise<void> {
  const change = { ...focalColumns(fields), version: version + 1 }
  mustHit(await tx.updateTable('focal_point').set(change).where('id', '=', id).where('version', '=', version).executeTakeFirst())
}

export async function changeMemberRow(tx: Tx, { id, version }: Guarded, fields: MemberFields): Promise<void> {
  const change = { ...memberColumns(fields), version: version + 1 }
  mustHit(
    await tx
      .updateTable('working_group_member')
      .set(change)
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

export function mustHit({ numUpdatedRows }: { numUpdatedRows: bigint }): void {
  if (numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile')
}

/** A file that the own side has handed in and that is nothing else yet, or is this record's already. */
export async function takeUpFile(
  tx: Tx,
  fileId: string | null,
  {
    kind,
    id,
    programmeId,
    bodyId,
    visibility,
  }: { kind: string; id: string; programmeId: string; bodyId: string; visibility: 'own' | 'joint' },
): Promise<void> {
  if (fileId === null) return
  const taken = await tx
    .updateTable('file')
    .set({ visibility, programme_id: programmeId, subject_kind: kind, subject_id: id })
    .where('id', '=', fileId)
    .where('owner_body', '=', bodyId)
    .where('removed_at', 'is', null)
    .where(on =>
      on.or([
        on.and([on('subject_kind', '=', kind), on('subject_id', '=', id)]),
        on.and([on('subject_id', 'is', null), on('visibility', '=', 'own')]),
      ]),
    )
    .where(sql<boolean>`NOT EXISTS (SELECT FROM import_draft WHERE file_id = file.id)`)
    .returning('id')
    .executeTakeFirst()
  if (!taken) throw new Refusal('not-found', { what: 'file' })
}

export async function fileOf(db: ReadDb, id: string | null) {
  if (id === null) return null
  const row = await db.selectFrom('file').select(['id', 'name', 'sha256']).where('id', '=', id).executeTakeFirst()
  return row ?? null
}
