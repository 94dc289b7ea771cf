import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { getPlan } from '../plans/index.ts'
import { getProgramme } from '../programmes/index.ts'
import type { SubjectKind } from './contract.ts'
import { whyNotPlan } from './rules.ts'

const rows = (db: ReadDb) =>
  db
    .selectFrom('dissemination')
    .select(['id', 'body_id as bodyId', 'subject_kind as kind', 'subject_id as subjectId', 'programme_id as programmeId'])
    .select([
      'title',
      'note',
      'unit_ids as unitIds',
      'due_on as dueOn',
      'created_at as createdAt',
      'created_by as createdBy',
      'version',
    ])
    .select(sql<boolean>`withdrawn_at IS NOT NULL`.as('withdrawn'))

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
export type Dissemination = Omit<Row, 'kind'> & { kind: SubjectKind }

/** The own body's; refuses 'not-found' to everybody else. */
export async function getDissemination(db: ReadDb, id: string): Promise<Dissemination> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'dissemination' })
  return { ...row, kind: row.kind as SubjectKind }
}

/** The latest first; withdrawn ones left out. */
export const standing = (db: ReadDb) => rows(db).where('withdrawn_at', 'is', null).orderBy('created_at', 'desc').orderBy('id')

export async function listDisseminations(db: ReadDb): Promise<Dissemination[]> {
  const found = await standing(db).execute()
  return found.map(row => ({ ...row, kind: row.kind as SubjectKind }))
}

/** How it is called, and the programme it belongs to. Refuses what the own side cannot see, and plans not agreed. */
export async function subjectOf(
  db: ReadDb,
  { kind, id }: { kind: SubjectKind; id: string },
): Promise<{ title: string; programmeId: string | null }> {
  if (kind === 'programme') return { title: (await getProgramme(db, id)).title, programmeId: id }
  if (kind === 'plan') {
    const plan = await getPlan(db, id)
    refuseIf(whyNotPlan(plan))
    const { title } = await getProgramme(db, plan.programmeId)
    return { title: `Kế hoạch năm ${plan.year} thực hiện ${title}`, programmeId: plan.programmeId }
  }
  const file = await db.selectFrom('file').select('name').where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
  if (!file) throw new Refusal('not-found', { what: 'file' })
  return { title: file.name, programmeId: null }
}

/** Where it is opened. */
export const addressOf = ({ kind, subjectId }: Pick<Dissemination, 'kind' | 'subjectId'>): string =>
  kind === 'programme' ? `/chuong-trinh/${subjectId}` : kind === 'plan' ? `/ke-hoach/${subjectId}` : `/api/files/${subjectId}`

/** The units of a body, in Vietnamese order. */
export const unitsOf = (db: ReadDb, bodyId: string) =>
  db.selectFrom('unit').select(['id', 'name']).where('body_id', '=', bodyId).orderBy(sql`name COLLATE "vi-x-icu"`).execute()

/** The days on which a person confirmed, by dissemination. */
export async function readBy(db: ReadDb, accountId: string): Promise<Map<string, string>> {
  const found = await db
    .selectFrom('dissemination_reading')
    .select(['dissemination_id', 'read_on'])
    .where('account_id', '=', accountId)
    .execute()
  return new Map(found.map(row => [row.dissemination_id, row.read_on]))
}

export const sheetsOf = (db: ReadDb, disseminationId: string) =>
  db
    .selectFrom('dissemination_sheet')
    .innerJoin('unit', 'unit.id', 'dissemination_sheet.unit_id')
    .select(['unit_id as unitId', 'unit.name as unit', 'received', 'received_on as receivedOn', 'dissemination_sheet.version'])
    .where('dissemination_id', '=', disseminationId)
    .orderBy(sql`unit.name COLLATE "vi-x-icu"`)
    .execute()

/** Withdraws or sends again, by the version that was seen. */
export async function moveDissemination(tx: Tx, at: { id: string; version: number }, withdrawnAt: Date | null): Promise<void> {
  const result = await tx
    .updateTable('dissemination')
    .set({ withdrawn_at: withdrawnAt, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile')
}
