import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { Acting } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { kindNow, kindsOfProgramme, nameOfKind } from '../activities/index.ts'
import { leaderOf, signerToday } from '../agencies/index.ts'
import { type Clearance, clearancesOf, digestOf, getProgramme, isCleared, partiesOf, whyNotDecider } from '../programmes/index.ts'
import type { PackageContent, PackedActivity, PackedFile } from './contract.ts'
import { figuresOf } from './figures.ts'
import { contentOf, type Package } from './store.ts'

export type Gathered = {
  content: PackageContent
  digest: string
  /** What a leader approves: the content whoever signs it. */
  said: string
  /** The own side's, the latest first; a leader has cleared exactly this. */
  clearances: Clearance[]
  approved: boolean
}

type Headed = Pick<Package, 'programmeId' | 'commitmentId' | 'from' | 'to' | 'label' | 'periodFrom' | 'periodTo'>

/** Between whom, for which duty and which period. */
export async function headOf(db: ReadDb, found: Headed) {
  const programme = await getProgramme(db, found.programmeId)
  const sides = await partiesOf(db, found.programmeId)
  const clause = await db
    .selectFrom('commitment')
    .select(['text', 'clause_path'])
    .where('id', '=', found.commitmentId)
    .executeTakeFirstOrThrow()
  return {
    programme: { title: programme.title, kind: programme.kind, number: programme.number, date: programme.date },
    from: sides.find(side => side.bodyId === found.from)!,
    to: sides.find(side => side.bodyId === found.to)!,
    clausePath: clause.clause_path,
    duty: clause.text,
    label: found.label,
    period: { from: found.periodFrom, to: found.periodTo },
  }
}

/** What a draft would send as its records stand now, and the digest by which it is sent as it was seen. */
export async function gather(db: ReadDb, found: Package, acting: Acting, today: IsoDate): Promise<Gathered> {
  const offered = await activitiesOffered(db, found)
  const activities = offered.filter(one => found.activityIds === null || found.activityIds.includes(one.id))
  const unsigned: Omit<PackageContent, 'signer'> = {
    ...(await headOf(db, found)),
    note: found.note,
    figures: figuresOf(activities),
    activities,
    files: await filesOf(db, found.fileIds),
  }
  const said = digestOf(unsigned)
  const clearances = await clearancesOf(db, found.from, 'package', found.id)
  const approval = clearances.find(one => isCleared([one], { step: 'send', digest: said }))
  const content = {
    ...unsigned,
    signer: await signerOf(db, {
      acting,
      approvedBy: approval?.decidedBy ?? null,
      from: found.from,
      programmeId: found.programmeId,
      today,
    }),
  }
  return { content, digest: digestOf(content), said, clearances, approved: approval !== undefined }
}

/** What was sent where it was, else what would be. */
export async function contentAsItStands(db: ReadDb, found: Package, acting: Acting, today: IsoDate): Promise<Gathered> {
  const sent = await contentOf(db, found.id)
  if (!sent) return gather(db, found, acting, today)
  return { content: sent, digest: found.digest!, said: '', clearances: [], approved: false }
}

const amount = (value: number | null, unit: string | null) => (value === null ? null : { value, unit: unit! })

/** The sending side's activities of the period, by day. */
export async function activitiesOffered(db: ReadDb, found: Pick<Package, 'programmeId' | 'from' | 'periodFrom' | 'periodTo'>) {
  const rows = await db
    .selectFrom('activity')
    .select(['id', 'kind', 'title', 'held_on', 'held_to', 'place', 'count', 'count_unit', 'reach', 'reach_unit', 'money'])
    .where('programme_id', '=', found.programmeId)
    .where('owner_body', '=', found.from)
    .where('removed_at', 'is', null)
    .where('held_on', '>=', found.periodFrom)
    .where('held_on', '<=', found.periodTo)
    .orderBy('held_on')
    .orderBy('id')
    .execute()
  const own = (await kindsOfProgramme(db, found.programmeId)).filter(one => one.programmeId !== null)
  return rows.map(
    (row): PackedActivity => ({
      id: row.id,
      kind: row.kind,
      ...(kindNow(own, row.kind) && { kindName: nameOfKind(own, row.kind) }),
      title: row.title,
      heldOn: row.held_on,
      heldTo: row.held_to,
      place: row.place,
      count: amount(row.count, row.count_unit),
      reach: amount(row.reach, row.reach_unit),
      money: row.money,
    }),
  )
}

const fileRows = (db: ReadDb) =>
  db.selectFrom('file').select(['id', 'name', 'size', 'media_type', 'sha256']).where('removed_at', 'is', null)

type FileRow = Awaited<ReturnType<ReturnType<typeof fileRows>['execute']>>[number]
const packed = ({ media_type, ...row }: FileRow): PackedFile => ({ ...row, mediaType: media_type })

/** Files in the order in which they were chosen. */
export async function filesOf(db: ReadDb, ids: readonly string[]): Promise<PackedFile[]> {
  if (ids.length === 0) return []
  const rows = await fileRows(db)
    .where('id', 'in', [...ids])
    .execute()
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map(packed)
}

/** Evidence of the offered activities, and what was handed in for this package or chosen already. */
export async function filesOffered(db: ReadDb, found: Package, activityIds: readonly string[]): Promise<PackedFile[]> {
  const rows = await fileRows(db)
    .where('owner_body', '=', found.from)
    .where(on =>
      on.or([
        on.and([on('subject_kind', '=', 'activity'), sql<boolean>`subject_id = ANY (${activityIds}::uuid[])`]),
        sql<boolean>`id = ANY (${found.fileIds}::uuid[])`,
      ]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(packed)
}

/**
 * Takes the chosen files up: evidence of the programme stays what it is, a file handed in for this becomes the package's.
 * Files of other sides, papers that are something else and files taken out are 'not-found'.
 */
export async function takeUpFiles(tx: Tx, found: { id: string; programmeId: string; from: string }, ids: readonly string[]) {
  for (const id of new Set(ids)) {
    const taken = await tx
      .updateTable('file')
      .set(row => ({
        subject_kind: sql<string>`coalesce(${row.ref('subject_kind')}, 'package')`,
        subject_id: sql<string>`coalesce(${row.ref('subject_id')}, ${found.id})`,
        programme_id: sql<string>`coalesce(${row.ref('programme_id')}, ${found.programmeId})`,
      }))
      .where('id', '=', id)
      .where('owner_body', '=', found.from)
      .where('removed_at', 'is', null)
      .where(on => on.or([on('subject_kind', 'is', null), on('subject_kind', 'in', ['package', 'activity'])]))
      .where(on => on.or([on('programme_id', 'is', null), on('programme_id', '=', found.programmeId)]))
      .where(sql<boolean>`NOT EXISTS (SELECT FROM import_draft WHERE file_id = file.id)`)
      .returning('id')
      .executeTakeFirst()
    if (!taken) throw new Refusal('not-found', { what: 'file' })
  }
}

/** Refuses activities that are not of the own side in the period. */
export async function checkActivities(db: ReadDb, found: Parameters<typeof activitiesOffered>[1], ids?: readonly string[]) {
  if (!ids) return
  const offered = new Set((await activitiesOffered(db, found)).map(one => one.id))
  if (ids.some(id => !offered.has(id))) throw new Refusal('not-found', { what: 'activity' })
}

type Signing = { acting: Acting; approvedBy: string | null; from: string; programmeId: string; today: IsoDate }

/** Who approved it signs the letter; else the leader who looks at it, else the first leader of the own side. */
async function signerOf(
  db: ReadDb,
  { acting, approvedBy, from, programmeId, today }: Signing,
): Promise<PackageContent['signer']> {
  if (typeof acting === 'string') return null
  const decider =
    acting.bodyId === from && whyNotDecider(acting, { kind: 'package', step: 'send', programmeId }) === null
      ? acting.accountId
      : null
  const accountId = approvedBy ?? decider
  if (accountId) return signerToday(db, { accountId, programmeId }, today)
  const first = await leaderOf(db, from)
  return first && { name: first.name, post: first.post }
}
