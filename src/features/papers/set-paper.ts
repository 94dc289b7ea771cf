import type { ReadDb } from '../../engine/db/database.ts'
import type { FileStore } from '../../engine/files/file-store.ts'
import type { QueryContext } from '../../engine/query.ts'
import { Refusal, type WhyNot } from '../../kernel/refusal.ts'
import { type Leader, leadersOf } from '../agencies/index.ts'
import { type Paper, renderPdf } from '../documents/index.ts'
import { bytesOf } from './keep-copy.ts'
import { lookAt, placesToSign } from './pdf-pool.ts'
import { loadSource } from './sources.ts'
import type { PaperRow } from './store.ts'

type Context = QueryContext

/** The paper as it will be frozen, number and date blank; null where it was handed in as a file. */
export async function sheetOf(context: Context, paper: PaperRow): Promise<Paper | null> {
  if (paper.sourceKind === 'file') return null
  const sheet = paper.sheet ?? (await loadSource(context, paper.sourceKind, paper.sourceId, paper.wording)).paper
  return { ...sheet, recipients: paper.recipients, number: null, date: null, mark: null }
}

/** What it was set from is still as it may leave; a letter that is kept as it was written falls with its words. */
export const whyNotReady = async (context: Context, paper: PaperRow): Promise<WhyNot> =>
  paper.sourceKind === 'file' || paper.sheet ? null : (await loadSource(context, paper.sourceKind, paper.sourceId)).ready

type Set = { bytes: Uint8Array; pages: number; signers: { position: string; name: string }[] }

/** Reads what the bytes are made of; making them is for after the transaction. */
export async function setBytes(context: Context, paper: PaperRow) {
  const sheet = await sheetOf(context, paper)
  const handed = sheet === null ? await handedIn(context.db, paper.sourceId) : null
  const leaders = handed === null ? [] : await leadersOf(context.db, paper.bodyId)
  return async (files: FileStore): Promise<Set> => {
    const bytes = handed === null ? await renderPdf(sheet!) : await bytesOf(files, handed)
    const seen = await lookAt(bytes, handed !== null)
    const printed = sheet?.signatures.map(({ position, name }) => ({ position, name }))
    return { bytes, signers: printed ?? (await signersOn(bytes, leaders)), ...seen }
  }
}

/** Who signs a paper that was written elsewhere: the leader of its body over whose name it leaves room to sign; nobody is guessed. */
async function signersOn(bytes: Uint8Array, leaders: readonly Leader[]): Promise<Set['signers']> {
  if (leaders.length === 0) return []
  const names = leaders.map(leader => leader.name)
  const { rooms } = await placesToSign(bytes, names)
  return leaders
    .filter((_, at) => rooms[at])
    .map(({ post, name }) => ({ position: post, name }))
    .slice(0, 1)
}

/** The digest of a file that the asker may read. */
export async function handedIn(db: ReadDb, fileId: string): Promise<string> {
  const file = await db.selectFrom('file').select('sha256').where('id', '=', fileId).executeTakeFirst()
  if (!file) throw new Refusal('not-found', { what: 'file' })
  return file.sha256
}
