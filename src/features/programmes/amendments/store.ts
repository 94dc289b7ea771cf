import { type Insertable, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import type { DB } from '../../../engine/db/schema.generated.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { AgreementSubject } from '../agreements.ts'
import { consolidate, consolidated, type OriginalClause } from './consolidate.ts'
import type { AmendmentState, Change } from './contract.ts'
import type { Signed, Standing } from './rules.ts'

/** A row of `amendment`. Dates are ISO text. */
export type Amendment = Omit<Standing, 'agreedBy'> & {
  id: string
  programmeId: string
  reason: string
  changes: Change[]
  digest: string
  counterOf: string | null
  answer: string | null
  answeredBy: string | null
  number: string | null
  signedOn: string | null
  signedFile: string | null
  createdAt: Date
  agreedAt: Date | null
  version: number
}

const columns = [
  'id',
  'programme_id',
  'by_body',
  'state',
  'reason',
  'effective_on',
  'changes',
  'digest',
  'counter_of',
  'answer',
  'answered_by',
  'number',
  'signed_on',
  'signed_file',
  'created_at',
  'shared_at',
  'agreed_at',
  'version',
] as const

const select = (db: ReadDb) => db.selectFrom('amendment').select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toAmendment = (row: Row): Amendment => ({
  id: row.id,
  programmeId: row.programme_id,
  byBody: row.by_body,
  state: row.state as AmendmentState,
  reason: row.reason,
  effectiveOn: row.effective_on,
  changes: row.changes as unknown as Change[],
  digest: row.digest,
  counterOf: row.counter_of,
  answer: row.answer,
  answeredBy: row.answered_by,
  number: row.number,
  signedOn: row.signed_on,
  signedFile: row.signed_file,
  createdAt: row.created_at,
  sharedAt: row.shared_at,
  agreedAt: row.agreed_at,
  version: row.version,
})

export const agreementOn = ({ id, programmeId }: Pick<Amendment, 'id' | 'programmeId'>): AgreementSubject => ({
  programmeId,
  kind: 'amendment',
  id,
})

/** An amendment within rights. Refuses 'not-found'. */
export async function getAmendment(db: ReadDb, id: string): Promise<Amendment> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'amendment' })
  return toAmendment(row)
}

/** The amendments of a programme within rights, the latest effect first. */
export async function amendmentsOf(db: ReadDb, programmeId: string): Promise<Amendment[]> {
  const rows = await select(db)
    .where('programme_id', '=', programmeId)
    .orderBy('effective_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toAmendment)
}

/** The signed amendments of a programme, the earliest effect first. */
export async function signedOf(db: ReadDb, programmeId: string): Promise<(Signed & { signedOn: IsoDate })[]> {
  const rows = await select(db)
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'signed')
    .orderBy('effective_on')
    .orderBy('id')
    .execute()
  return rows.map(toAmendment).map(({ id, effectiveOn, changes, number, signedOn }) => ({
    id,
    effectiveOn,
    changes,
    number: number!,
    signedOn: signedOn!,
  }))
}

/** The clauses of the original, in the order of the text. */
export async function originalOf(db: ReadDb, programmeId: string): Promise<OriginalClause[]> {
  const rows = await db
    .selectFrom('clause')
    .select(['path', 'parent_path', 'label', 'heading', 'text'])
    .where('programme_id', '=', programmeId)
    .where('amendment_id', 'is', null)
    .orderBy('position')
    .execute()
  return rows.map(({ parent_path, ...clause }) => ({ ...clause, parent: parent_path }))
}

/** The text on a day, and the signed amendments that make it. */
export async function textOn(db: ReadDb, programmeId: string, on: IsoDate) {
  const [original, signed] = [await originalOf(db, programmeId), await signedOf(db, programmeId)]
  return { clauses: consolidate(original, signed, on), signed }
}

export const insertAmendment = (tx: Tx, row: Insertable<DB['amendment']>) => tx.insertInto('amendment').values(row).execute()

type Step = {
  state?: AmendmentState
  reason?: string
  effective_on?: string
  changes?: string
  said?: string
  digest?: string
  answer?: string
  answered_by?: string
  number?: string
  signed_on?: string
  signed_file?: string
  shared_at?: Date
  agreed_at?: Date | null
  recorded_by?: string
  recorded_at?: Date
}

/** One guarded step, or 'changed-meanwhile'. */
export async function stepAmendment(tx: Tx, at: { amendmentId: string; version: number }, step: Step): Promise<void> {
  const result = await tx
    .updateTable('amendment')
    .set({ ...step, version: sql`version + 1` })
    .where('id', '=', at.amendmentId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile')
}

/** Steps that change the text in force go one after the other. */
export async function holdText(tx: Tx, programmeId: string): Promise<void> {
  await tx.selectFrom('programme').select('id').where('id', '=', programmeId).forNoKeyUpdate().execute()
}

/** The clauses in force on a day, in the order of the text: without those that are repealed by then. */
export async function textInForce(db: ReadDb, programmeId: string, on: IsoDate): Promise<OriginalClause[]> {
  return consolidated({ clauses: await originalOf(db, programmeId), amendments: await signedOf(db, programmeId) }, on)
}

/** The clauses of a day, also those that are repealed by then: what was done for them has its place in a report. */
export async function everyClauseOn(db: ReadDb, programmeId: string, on: IsoDate): Promise<OriginalClause[]> {
  const [original, signed] = [await originalOf(db, programmeId), await signedOf(db, programmeId)]
  const kept = signed.map(one => ({ ...one, changes: one.changes.filter(change => change.kind !== 'repeal') }))
  return consolidate(original, kept, on)
}
