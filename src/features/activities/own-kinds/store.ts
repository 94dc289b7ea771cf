import type { CommandContext } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type AgreementSubject, digestOf } from '../../programmes/index.ts'
import { type KindBook, type ListedKind, READY } from '../kind-book.ts'
import type { OwnField, OwnKind, OwnKindFields, OwnKindState } from './contract.ts'

const versions = (db: ReadDb) => db.selectFrom('own_kind').selectAll()
type Stored = NonNullable<Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirst']>>>

const asOwnKind = (row: Stored): OwnKind => ({
  id: row.id,
  programmeId: row.programme_id,
  key: row.key,
  number: row.number,
  base: row.base,
  closing: row.closing,
  name: row.title,
  explanation: row.explanation,
  count: row.count_unit,
  reach: row.reach_unit,
  fields: row.fields as OwnField[],
  required: row.required,
  reason: row.reason,
  byBody: row.by_body,
  state: row.state as OwnKindState,
  answer: row.answer,
  answeredBy: row.answered_by,
  createdAt: row.created_at,
  sharedAt: row.shared_at,
  agreedAt: row.agreed_at,
  version: row.version,
})

const listed = ({
  key,
  number,
  name,
  explanation,
  count,
  reach,
  fields,
  required,
  programmeId,
  ...kind
}: OwnKind): ListedKind => ({
  key,
  version: number!,
  name,
  explanation,
  count,
  reach,
  fields,
  required,
  programmeId,
  standing: kind.closing ? 'closed' : kind.state === 'agreed' ? 'current' : 'replaced',
})

/** Every version of the kinds of all programmes that may be seen, the ready ones first. */
export async function kindsKnown(db: ReadDb): Promise<KindBook> {
  const rows = await versions(db).where('number', 'is not', null).orderBy('title').orderBy('number').execute()
  return [...READY, ...rows.map(row => listed(asOwnKind(row)))]
}

/** Every version of the kinds that work of a programme is recorded under. */
export const kindsOfProgramme = async (db: ReadDb, programmeId: string): Promise<KindBook> =>
  (await kindsKnown(db)).filter(one => one.programmeId === null || one.programmeId === programmeId)

/** A version, where its side wrote it or has shared it; refuses 'not-found' to everybody else. */
export async function getOwnKind(db: ReadDb, id: string): Promise<OwnKind> {
  const row = await versions(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'kind' })
  return asOwnKind(row)
}

/** What anybody has written for the programmes that may be seen, the oldest first. */
export async function ownKindsKnown(db: ReadDb): Promise<OwnKind[]> {
  const rows = await versions(db).orderBy('created_at').orderBy('id').execute()
  return rows.map(asOwnKind)
}

/** Every version of a key that has held, by its number. */
export async function versionsOf(db: ReadDb, key: string): Promise<OwnKind[]> {
  const rows = await versions(db).where('key', '=', key).where('number', 'is not', null).orderBy('number').execute()
  return rows.map(asOwnKind)
}

/** The version that holds; refuses 'not-found' where nothing of that key was agreed. */
export async function getAgreed(db: ReadDb, key: string): Promise<OwnKind> {
  const row = await versions(db).where('key', '=', key).where('state', '=', 'agreed').executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'kind' })
  return asOwnKind(row)
}

/** Two sides that answer at the same moment come one after the other here. */
export async function holdOwnKind(tx: Tx, id: string): Promise<OwnKind> {
  const { programmeId } = await getOwnKind(tx, id)
  await tx.selectFrom('programme').select('id').where('id', '=', programmeId).forNoKeyUpdate().execute()
  return getOwnKind(tx, id)
}

/** What the sides agree to: the whole kind, and that it takes the place of which version. */
export const kindDigest = ({ programmeId, key, base, closing, ...kind }: OwnKind): string => {
  const { name, explanation, count, reach, fields, required } = kind
  const content = { programmeId, key, base, closing, name, explanation, count, reach, fields, required }
  return digestOf(content)
}

export const agreementOnKind = ({ programmeId, id }: Pick<OwnKind, 'programmeId' | 'id'>): AgreementSubject => ({
  programmeId,
  kind: 'own-kind',
  id,
})

type At = Pick<OwnKind, 'id' | 'programmeId' | 'key' | 'base' | 'closing' | 'reason'>

/** Writes a version down for the own side. Refuses 'activities.kind-open' where that has one open already. */
export async function insertOwnKind({ tx, acting, now }: CommandContext, at: At, kind: OwnKindFields): Promise<void> {
  const { bodyId, accountId } = personOf(acting)
  const { id, programmeId, key, base, closing, reason } = at
  const inserted = await tx
    .insertInto('own_kind')
    .values({
      id,
      programme_id: programmeId,
      key,
      base,
      closing,
      reason,
      title: kind.name,
      explanation: kind.explanation,
      count_unit: kind.count,
      reach_unit: kind.reach,
      fields: JSON.stringify(kind.fields),
      required: kind.required,
      by_body: bodyId,
      created_by: accountId,
      created_at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) throw new Refusal('activities.kind-open')
}

/** Every party has agreed: it takes the place of the version that it was written from. Refuses 'changed-meanwhile' where another did. */
export async function takeEffect({ tx, now }: CommandContext, kind: OwnKind): Promise<void> {
  const before = kind.base > 0 ? await getAgreed(tx, kind.key) : null
  if (before && (before.number !== kind.base || before.closing)) throw new Refusal('changed-meanwhile')
  if (before) await changeRow(tx, 'own_kind', before, { state: 'replaced', closed_at: now })
  // A version whose paper fell has kept its number. The programme is held meanwhile, and each number of a key is unique.
  const last = (await versionsOf(tx, kind.key)).at(-1)?.number ?? 0
  await changeRow(tx, 'own_kind', kind, { state: 'agreed', agreed_at: now, number: last + 1 })
}
