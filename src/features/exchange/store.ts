import { type Insertable, sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { DB } from '../../engine/db/schema.generated.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { CitedPaper } from '../programmes/index.ts'
import type { Duty, PackageContent, PackageState } from './contract.ts'

/** A row of `exchange_package` without its content. Dates are ISO text. */
export type Package = {
  id: string
  programmeId: string
  commitmentId: string
  dutyKey: string
  kind: Duty['kind']
  year: number
  label: string
  from: string
  to: string
  periodFrom: string
  periodTo: string
  cutoff: string
  dueOn: string
  state: PackageState
  note: string
  activityIds: string[] | null
  fileIds: string[]
  digest: string | null
  sentOn: string | null
  receivedOn: string | null
  returnedOn: string | null
  reason: string | null
  replaces: string | null
  /** The partner's own paper from which it was written down. */
  paper: CitedPaper | null
  version: number
}

const columns = [
  'id',
  'programme_id',
  'commitment_id',
  'duty_key',
  'kind',
  'year',
  'label',
  'from_body',
  'to_body',
  'period_from',
  'period_to',
  'cutoff_on',
  'due_on',
  'state',
  'note',
  'activity_ids',
  'file_ids',
  'digest',
  'sent_on',
  'received_on',
  'returned_on',
  'reason',
  'replaces',
  'version',
] as const

const select = (db: ReadDb) =>
  db
    .selectFrom('exchange_package')
    .leftJoin('paper_act', 'paper_act.id', 'exchange_package.paper_act_id')
    .select(columns.map(column => `exchange_package.${column}` as const))
    .select(['paper_act.paper_number', 'paper_act.paper_date'])
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

export const toPackage = (row: Row): Package => ({
  id: row.id,
  programmeId: row.programme_id,
  commitmentId: row.commitment_id,
  dutyKey: row.duty_key,
  kind: row.kind as Duty['kind'],
  year: row.year,
  label: row.label,
  from: row.from_body,
  to: row.to_body,
  periodFrom: row.period_from,
  periodTo: row.period_to,
  cutoff: row.cutoff_on,
  dueOn: row.due_on,
  state: row.state as PackageState,
  note: row.note,
  activityIds: row.activity_ids,
  fileIds: row.file_ids,
  digest: row.digest,
  sentOn: row.sent_on,
  receivedOn: row.received_on,
  returnedOn: row.returned_on,
  reason: row.reason,
  replaces: row.replaces,
  paper: row.paper_number === null ? null : { number: row.paper_number, date: row.paper_date! },
  version: row.version,
})

/** A package within rights: the own side's, or what was sent to it. Refuses 'not-found'. */
export async function getPackage(db: ReadDb, id: string): Promise<Package> {
  const row = await select(db).where('exchange_package.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'package' })
  return toPackage(row)
}

export const packageRows = (db: ReadDb) => select(db).orderBy('exchange_package.created_at').orderBy('exchange_package.id')

/** Packages within rights, the oldest first. */
export async function listPackages(db: ReadDb, wanted: { programmeId: string; year: number } | null = null): Promise<Package[]> {
  let rows = packageRows(db)
  if (wanted)
    rows = rows.where('exchange_package.programme_id', '=', wanted.programmeId).where('exchange_package.year', '=', wanted.year)
  return (await rows.execute()).map(toPackage)
}

/** What was sent; null of a draft. */
export async function contentOf(db: ReadDb, id: string): Promise<PackageContent | null> {
  const row = await db.selectFrom('exchange_package').select('content').where('id', '=', id).executeTakeFirst()
  return (row?.content as PackageContent | null | undefined) ?? null
}

/** The latest package of a duty that was returned, in whose place a new one stands. */
export async function lastReturned(db: ReadDb, dutyKey: string): Promise<string | null> {
  const row = await db
    .selectFrom('exchange_package')
    .select('id')
    .where('duty_key', '=', dutyKey)
    .where('state', '=', 'returned')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The package that was made in place of a returned one. */
export async function replacedBy(db: ReadDb, id: string): Promise<string | null> {
  const row = await db.selectFrom('exchange_package').select('id').where('replaces', '=', id).executeTakeFirst()
  return row?.id ?? null
}

/** Which duty a package answers, with its days as they are when it is made. */
export const dutyColumns = (programmeId: string, year: number, duty: Duty) => ({
  programme_id: programmeId,
  commitment_id: duty.commitmentId,
  from_body: duty.from,
  to_body: duty.to,
  duty_key: duty.key,
  kind: duty.kind,
  year,
  label: duty.label,
  period_from: duty.periodFrom,
  period_to: duty.periodTo,
  cutoff_on: duty.cutoff,
  due_on: duty.dueOn,
})

/** Enters a draft; one stands for a duty until it is returned. */
export async function insertPackage(tx: Tx, row: Insertable<DB['exchange_package']>): Promise<void> {
  try {
    await tx.insertInto('exchange_package').values(row).execute()
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'exchange_package_standing')
      throw new Refusal('exchange.opened-already')
    throw error
  }
}

type Change = {
  state?: PackageState
  note?: string
  activity_ids?: string[] | null
  file_ids?: string[]
  content?: PackageContent
  digest?: string
  sent_on?: string
  received_on?: string | null
  returned_on?: string
  reason?: string
}

/** A change that must hit the row as it was read, or else somebody was faster. */
export async function changePackageRow(tx: Tx, at: { id: string; version: number }, change: Change): Promise<void> {
  const { content, ...plain } = change
  const result = await tx
    .updateTable('exchange_package')
    .set({ ...plain, ...(content ? { content: JSON.stringify(content) } : {}), version: sql`version + 1` })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile')
}
