import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Paper, PaperProfile } from '../documents/index.ts'
import type { HeldPaper, PaperParty, PaperState, SourceKind, Way } from './contract.ts'
import { printNumber, printSymbol } from './numbers.ts'
import { doneStates } from './rules.ts'
import type { Written } from './writing/contract.ts'

/** What is printed as the head of a paper and where it stands, without the sheet that is kept with some. */
const heads = (db: ReadDb) =>
  db
    .selectFrom('paper')
    .select(['id', 'body_id', 'programme_id', 'source_kind', 'source_id', 'kind', 'type_name', 'subject', 'symbol', 'profile'])
    .select(['place', 'recipients', 'unit_id', 'state', 'frozen_file', 'frozen_at', 'pages', 'signers', 'number', 'letter'])
    .select(['dated', 'issued_at', 'amends', 'amends_as', 'ended_on', 'ended_reason', 'created_by', 'created_at', 'removed_at'])
    .select('version')
const select = (db: ReadDb) => heads(db).select(['sheet', 'wording', 'written'])
type Head = Awaited<ReturnType<ReturnType<typeof heads>['executeTakeFirstOrThrow']>>

const toHead = (row: Head, parties: PaperParty[]) => ({
  id: row.id,
  bodyId: row.body_id,
  programmeId: row.programme_id,
  sourceKind: row.source_kind as SourceKind,
  sourceId: row.source_id,
  kind: row.kind,
  typeName: row.type_name,
  subject: row.subject,
  symbol: row.symbol,
  profile: row.profile as PaperProfile,
  place: row.place,
  recipients: row.recipients,
  unitId: row.unit_id,
  state: row.state as PaperState,
  frozenFile: row.frozen_file,
  frozenAt: row.frozen_at,
  pages: row.pages,
  signers: row.signers as unknown as { position: string; name: string }[],
  number: row.number,
  letter: row.letter,
  dated: row.dated,
  issuedAt: row.issued_at,
  amends: row.amends,
  amendsAs: row.amends_as as 'corrects' | 'replaces' | null,
  endedOn: row.ended_on,
  endedReason: row.ended_reason,
  createdBy: row.created_by,
  createdAt: row.created_at,
  removed: row.removed_at !== null,
  version: row.version,
  parties,
})
export type PaperHead = HeldPaper & ReturnType<typeof toHead>
/**
 * `sheet`: as it was written, where it is kept with the paper; what cannot be read from its record by all who work on it.
 * `wording`: the words that its officer has written; null while they are those of the default.
 * `written`: what was asked for by its form, where it was written as a paper from the start.
 */
export type PaperRow = PaperHead & { sheet: Paper | null; wording: string[] | null; written: Written | null }

/** "05/BC-UBMTTQ-SDTTG", or null while it has no number. */
export const citationOf = ({ profile, number, letter, symbol }: Pick<PaperHead, 'profile' | 'number' | 'letter' | 'symbol'>) =>
  number === null ? null : printSymbol(profile, printNumber(number, letter), symbol)

/** Papers within rights, by their ids, each with its sides, the lead first. */
export async function partiesOfPapers(db: ReadDb, paperIds: readonly string[]): Promise<Map<string, PaperParty[]>> {
  const rows = paperIds.length
    ? await db.selectFrom('paper_party').selectAll().where('paper_id', 'in', paperIds).orderBy('position').execute()
    : []
  const found = new Map<string, PaperParty[]>()
  for (const row of rows)
    found.set(row.paper_id, [
      ...(found.get(row.paper_id) ?? []),
      {
        bodyId: row.body_id,
        position: row.position,
        name: row.name,
        way: row.way as Way | null,
        signedAt: row.signed_at,
        sealedAt: row.sealed_at,
      },
    ])
  return found
}

const withParties = async (db: ReadDb, rows: Head[]): Promise<PaperHead[]> => {
  const parties = await partiesOfPapers(
    db,
    rows.map(row => row.id),
  )
  return rows.map(row => toHead(row, parties.get(row.id) ?? []))
}

type Whole = Head & { sheet: unknown; wording: string[] | null; written: unknown }
async function whole(db: ReadDb, row: Whole | undefined): Promise<PaperRow> {
  const [head] = row ? await withParties(db, [row]) : []
  if (!row || !head) throw new Refusal('not-found', { what: 'paper' })
  return { ...head, sheet: row.sheet as Paper | null, wording: row.wording, written: row.written as Written | null }
}

/** A paper within rights: the own one, or one that others have frozen for us to sign. Refuses 'not-found'. */
export const getPaper = async (db: ReadDb, id: string): Promise<PaperRow> =>
  whole(db, await select(db).where('id', '=', id).executeTakeFirst())

/** Takes the row for this transaction, so that two clerks come one after the other. */
export const lockPaper = async (tx: Tx, id: string): Promise<PaperRow> =>
  whole(tx, await select(tx).where('id', '=', id).forUpdate().executeTakeFirst())

/** The record has become a paper that still stands. */
export async function isMade(db: ReadDb, { sourceKind, sourceId }: Pick<PaperRow, 'sourceKind' | 'sourceId'>): Promise<boolean> {
  if (sourceKind === 'file') return false
  const found = await heads(db)
    .where('source_id', '=', sourceId)
    .where('source_kind', '=', sourceKind)
    .where('removed_at', 'is', null)
    .where('state', 'not in', doneStates(sourceKind))
    .executeTakeFirst()
  return found !== undefined
}

/** The heads of papers within rights, the latest first. */
export const listPapers = async (
  db: ReadDb,
  narrow: { ids?: readonly string[]; states?: readonly PaperState[]; programmeId?: string; sourceId?: string } = {},
) => {
  let rows = heads(db).where('removed_at', 'is', null).orderBy('created_at', 'desc').orderBy('id')
  if (narrow.ids) rows = rows.where('id', 'in', narrow.ids.length ? narrow.ids : ['00000000-0000-0000-0000-000000000000'])
  if (narrow.programmeId) rows = rows.where('programme_id', '=', narrow.programmeId)
  if (narrow.sourceId) rows = rows.where('source_id', '=', narrow.sourceId)
  if (narrow.states) rows = rows.where('state', 'in', narrow.states)
  return withParties(db, await rows.execute())
}

export type Copy = {
  id: string
  serial: number
  kind: 'frozen' | 'signed' | 'sealed' | 'scan' | 'stamped'
  bodyId: string
  fileId: string
  sha256: string
  holder: string | null
  holderReason: string | null
  createdBy: string
  at: Date
}

/** Every file of a paper in the order in which it came. */
export async function copiesOf(db: ReadDb, paperId: string): Promise<Copy[]> {
  const rows = await db.selectFrom('paper_copy').selectAll().where('paper_id', '=', paperId).orderBy('serial').execute()
  return rows.map(row => ({
    id: row.id,
    serial: row.serial,
    kind: row.kind as Copy['kind'],
    bodyId: row.body_id,
    fileId: row.file_id,
    sha256: row.sha256,
    holder: row.holder,
    holderReason: row.holder_reason,
    createdBy: row.created_by,
    at: row.created_at,
  }))
}

/** The frozen file with the signatures so far: what the next side signs, and what is sent. Scans stand beside it. */
export const latestOf = (copies: readonly Copy[]): Copy | null => copies.findLast(copy => copy.kind !== 'scan') ?? null

/**
 * What an issued paper is: the file with its signatures, and the scan of each side that signed by hand (two originals of one frozen
 * file). The frozen file alone, without number and signature, is none.
 */
export function originalsOf(copies: readonly Copy[]): Copy[] {
  const signed = copies.findLast(copy => copy.kind !== 'scan' && copy.kind !== 'frozen')
  return [...(signed ? [signed] : []), ...copies.filter(copy => copy.kind === 'scan')]
}
