import { Readable } from 'node:stream'
import type { Export } from '../../../engine/feature.ts'
import type { QueryContext } from '../../../engine/query.ts'
import type { Book } from '../../../formats/xlsx/book.ts'
import { renderXlsx } from '../../../formats/xlsx/write.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { type Paper, renderDocx, renderPdf } from '../../documents/index.ts'
import { budgetBook } from './budget-book.ts'
import { linesBook, linesPaper, loadLines } from './lines.ts'
import { type LoadedPapers, loadPapers } from './load.ts'
import { budgetPaper, planPaper } from './paper.ts'
import { planBook } from './plan-book.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const MEDIA_TYPES: Record<string, string> = {
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  docx: `${OFFICE}.wordprocessingml.document`,
  pdf: 'application/pdf',
}

type Kind<Loaded extends LoadedPapers> = {
  name: string
  file: string
  load: (context: QueryContext, planId: string) => Promise<Loaded>
  book: (loaded: Loaded) => Book
  paper: (loaded: Loaded) => Paper
}

const exportOf = <Loaded extends LoadedPapers>({ name, file, load, book, paper }: Kind<Loaded>): Export => ({
  name,
  formats: ['xlsx', 'docx', 'pdf'],
  permission: { roles: anyRole, reach: 'party' },
  load,
  render: async (loaded: Loaded, format) => ({
    bytes: format === 'xlsx' ? Readable.from(renderXlsx(book(loaded))) : await renderPaper(paper(loaded), format),
    mediaType: MEDIA_TYPES[format]!,
    fileName: `${file}-nam-${loaded.budget.plan.year}.${format}`,
  }),
})

const renderPaper = (paper: Paper, format: string): Promise<Uint8Array> =>
  format === 'pdf' ? renderPdf(paper) : renderDocx(paper)

/** A plan and its budget as tables to go on with and as papers to sign. Read within rights; set outside the transaction. */
export const planExport = exportOf({
  name: 'plan',
  file: 'ke-hoach-phoi-hop',
  load: loadPapers,
  book: planBook,
  paper: planPaper,
})
export const budgetExport = exportOf({
  name: 'budget',
  file: 'du-toan-kinh-phi',
  load: loadPapers,
  book: loaded => budgetBook(loaded.budget),
  paper: budgetPaper,
})

/** The lines that parties by post are to answer. */
export const linesExport = exportOf({
  name: 'plan-lines',
  file: 'de-nghi-dieu-chinh-ke-hoach',
  load: loadLines,
  book: linesBook,
  paper: linesPaper,
})
