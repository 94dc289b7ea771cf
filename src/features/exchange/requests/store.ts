import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import { Refusal, type WhyNot } from '../../../kernel/refusal.ts'
import { hasPaper } from '../../documents/index.ts'
import { type AgreementSubject, digestOf } from '../../programmes/index.ts'
import type { Answer, RequestFields, RequestState } from './contract.ts'

const rows = (db: ReadDb) =>
  db
    .selectFrom('exchange_request')
    .select(['id', 'programme_id as programmeId', 'from_body as from', 'signed_with as signedWith', 'to_name as toName'])
    .select(['clause_path as clausePath', 'content', 'state', 'number', 'sent_on as sentOn', 'letter_file as letterFile'])
    .select(['due_on as dueOn', 'urged_on as urgedOn', 'answer', 'answer_number as answerNumber', 'answered_on as answeredOn'])
    .select([
      'answer_file as answerFile',
      'summary',
      'version',
      'to_body as toBody',
      'digest',
      'reason',
      'returned_by as returnedBy',
    ])
    .select(sql<boolean>`removed_at IS NOT NULL`.as('removed'))

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
export type Request = Omit<Row, 'state' | 'answer'> & { state: RequestState; answer: Answer | null }
const asRequest = (row: Row): Request => ({ ...row, state: row.state as RequestState, answer: row.answer as Answer | null })

/** A request within rights: the own side's, or one that was sent. Refuses 'not-found'. */
export async function getRequest(db: ReadDb, id: string): Promise<Request> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'request' })
  return asRequest(row)
}

/** Those that stand, the latest first. */
export async function listRequests(db: ReadDb, wanted: { programmeId?: string | undefined; clausePath?: string | undefined }) {
  let found = rows(db).where('removed_at', 'is', null).orderBy('created_at', 'desc').orderBy('id')
  if (wanted.programmeId) found = found.where('programme_id', '=', wanted.programmeId)
  if (wanted.clausePath) found = found.where('clause_path', '=', wanted.clausePath)
  return (await found.execute()).map(asRequest)
}

export const requestColumns = (fields: RequestFields) => ({
  to_name: fields.toName,
  to_body: fields.toBody,
  content: fields.content,
  clause_path: fields.clausePath,
  signed_with: [...new Set(fields.signedWith)],
})

type Change = Partial<ReturnType<typeof requestColumns>> & {
  state?: RequestState
  digest?: string
  reason?: string | null
  returned_by?: string | null
  number?: string
  sent_on?: string
  letter_file?: string | null
  due_on?: string | null
  urged_on?: string | null
  answer?: Answer | null
  answer_number?: string | null
  answered_on?: string | null
  answer_file?: string | null
  summary?: string
  removed_at?: Date | null
}

/** A change that must hit the row as it was read, or else somebody was faster. */
export async function changeRequestRow(tx: Tx, { id, version }: { id: string; version: number }, change: Change): Promise<void> {
  const result = await tx
    .updateTable('exchange_request')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile')
}

/** Holds the request against whoever answers at the same moment. */
export async function holdRequest(tx: Tx, id: string): Promise<Request> {
  await tx.selectFrom('exchange_request').select('id').where('id', '=', id).forUpdate().execute()
  return getRequest(tx, id)
}

/** The words stand once a letter was frozen of them: it is opened, or recalled, before they change. */
export async function whyNotReword(db: ReadDb, requestId: string): Promise<WhyNot> {
  const stands = await hasPaper(db, requestId, { kinds: ['request'], states: ['frozen', 'issued'] })
  return stands ? { code: 'exchange.letter-frozen' } : null
}

/** What the signers agree to: which words go to whom, for which clause, in whose name. */
export const requestDigest = (found: Request): string => {
  const { programmeId, toName, content, clausePath } = found
  return digestOf({ programmeId, toName, content, clausePath, signers: signersOf(found).toSorted() })
}

const signersOf = ({ from, signedWith }: Pick<Request, 'from' | 'signedWith'>): string[] => [from, ...signedWith]

export const agreementOnRequest = (found: Request): AgreementSubject => ({
  programmeId: found.programmeId,
  kind: 'request',
  id: found.id,
  signers: signersOf(found),
})

/** An addressee that is chosen is a body of this site. */
export async function checkAddressee(db: ReadDb, toBody: string | null): Promise<void> {
  if (toBody === null) return
  const body = await db.selectFrom('body').select('id').where('id', '=', toBody).executeTakeFirst()
  if (!body) throw new Refusal('not-found', { what: 'body' })
}

/** Takes a letter or an answer up as joint: every party can read it from then on. */
export async function takeUpLetter(
  tx: Tx,
  { id, programmeId, from }: Pick<Request, 'id' | 'programmeId' | 'from'>,
  fileId: string | null,
) {
  if (fileId === null) return
  const taken = await tx
    .updateTable('file')
    .set({ visibility: 'joint', programme_id: programmeId, subject_kind: 'request', subject_id: id })
    .where('id', '=', fileId)
    .where('owner_body', '=', from)
    .where('removed_at', 'is', null)
    .where(on => on.or([on('subject_id', 'is', null), on.and([on('subject_kind', '=', 'request'), on('subject_id', '=', id)])]))
    .where(sql<boolean>`NOT EXISTS (SELECT FROM import_draft WHERE file_id = file.id)`)
    .returning('id')
    .executeTakeFirst()
  if (!taken) throw new Refusal('not-found', { what: 'file' })
}

export async function filesOf(db: ReadDb, ids: readonly (string | null)[]) {
  const wanted = ids.filter(id => id !== null)
  if (wanted.length === 0) return []
  return db.selectFrom('file').select(['id', 'name']).where('id', 'in', wanted).where('removed_at', 'is', null).execute()
}
