import type { ReadDb } from '../../engine/db/database.ts'
import type { FileStore } from '../../engine/files/file-store.ts'
import type { QueryContext } from '../../engine/query.ts'
import { Refusal, type WhyNot } from '../../kernel/refusal.ts'
import { type Paper, renderPdf } from '../documents/index.ts'
import { bytesOf } from './keep-copy.ts'
import { lookAt } from './pdf-pool.ts'
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
  return async (files: FileStore): Promise<Set> => {
    const bytes = handed === null ? await renderPdf(sheet!) : await bytesOf(files, handed)
    const signers = (sheet?.signatures ?? []).map(({ position, name }) => ({ position, name }))
    return { bytes, signers, ...(await lookAt(bytes, handed !== null)) }
  }
}

/** The digest of a file that the asker may read. */
export async function handedIn(db: ReadDb, fileId: string): Promise<string> {
  const file = await db.selectFrom('file').select('sha256').where('id', '=', fileId).executeTakeFirst()
  if (!file) throw new Refusal('not-found', { what: 'file' })
  return file.sha256
}
