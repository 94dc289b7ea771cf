import type { ReadDb } from '../../engine/db/database.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { DirectiveFields } from './contract.ts'

const select = (db: ReadDb) => db.selectFrom('directive').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toDirective = (row: Row) => ({
  id: row.id,
  programmeId: row.programme_id,
  bodyId: row.body_id,
  kind: row.kind,
  number: row.number,
  issuedOn: row.issued_on,
  issuer: row.issuer,
  subject: row.subject,
  endedOn: row.ended_on,
  replacedBy: row.replaced_by,
  removed: row.removed_at !== null,
  version: row.version,
})
export type Directive = ReturnType<typeof toDirective>

/** A cited document of an own programme. Refuses 'not-found'. */
export async function getDirective(db: ReadDb, id: string): Promise<Directive> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'directive' })
  return toDirective(row)
}

/** Documents of programmes within rights that stand, by kind and number. */
export async function listDirectives(db: ReadDb, programmeId?: string): Promise<Directive[]> {
  let rows = select(db).where('removed_at', 'is', null)
  if (programmeId) rows = rows.where('programme_id', '=', programmeId)
  return (await rows.orderBy('kind').orderBy('number').orderBy('id').execute()).map(toDirective)
}

/** The same document as it was entered in each of the own programmes: same kind and number, and no other day. */
export async function sameDirectives(db: ReadDb, found: Directive): Promise<Directive[]> {
  const rows = await select(db)
    .where('removed_at', 'is', null)
    .where('kind', '=', found.kind)
    .where('number', '=', found.number)
    .orderBy('created_at')
    .execute()
  const same = (one: Directive) =>
    (found.number !== '' || one.subject === found.subject) &&
    (one.issuedOn === null || found.issuedOn === null || one.issuedOn === found.issuedOn)
  return rows.map(toDirective).filter(one => one.id === found.id || same(one))
}

export const columnsOf = ({ issuedOn, endedOn, replacedBy, ...same }: DirectiveFields) => ({
  ...same,
  issued_on: issuedOn,
  ended_on: endedOn,
  replaced_by: replacedBy,
})

type Name = { kind: string; number: string; issuedOn: string | null; subject: string }

/** Refuses 'directives.entered-already' where the programme has the document under another id. */
export async function refuseTwice(db: ReadDb, programmeId: string, name: Name, ownId: string): Promise<void> {
  const others = (await listDirectives(db, programmeId)).filter(other => other.id !== ownId)
  const twice = others.some(
    other =>
      other.kind === name.kind &&
      other.number === name.number &&
      other.issuedOn === name.issuedOn &&
      (name.number !== '' || other.subject === name.subject),
  )
  if (twice) throw new Refusal('directives.entered-already')
}

/** Refuses 'not-found' where a replacing document is not of the programme. */
export async function checkReplacing(db: ReadDb, programmeId: string, replacedBy: string | null): Promise<void> {
  if (replacedBy === null) return
  const other = await getDirective(db, replacedBy)
  if (other.programmeId !== programmeId || other.removed) throw new Refusal('not-found', { what: 'directive' })
}

/** Clauses and activities that hang on a document. */
export async function countLinks(db: ReadDb, directiveId: string): Promise<number> {
  const clauses = await db.selectFrom('directive_clause').select('clause_path').where('directive_id', '=', directiveId).execute()
  const direct = await db.selectFrom('directive_activity').select('activity_id').where('directive_id', '=', directiveId).execute()
  return clauses.length + direct.length
}
