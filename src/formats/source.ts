/**
 * What every reader of a file (text, DOCX, PDF) hands on: one normalised text and what hangs on its offsets.
 * All offsets are UTF-16 indices into `text`; spans are half open.
 */
export type Span = readonly [start: number, end: number]

export type Source = {
  format: 'txt' | 'docx' | 'pdf'
  /** The text as extracted: NFC, line ends `\n`, form feeds kept between pages. Font artefacts (Ƣ for Ư) are NOT yet healed. */
  text: string
  /** Pages in order where the file has pages (PDF; text with form feeds). */
  pages: { number: number; span: Span }[]
  /** Tables, in text order. Their words stand in `text` too: one line a row, cells divided by tabs. */
  tables: SourceTable[]
  /** Electronic signatures found in the file itself (PDF signature dictionaries). */
  signatures: SourceSignature[]
  /** Lines of page heads and feet: no part of the document, but a mark of secrecy may stand there. */
  aside?: readonly string[]
  /** What was odd, as codes for the message catalogue: 'tcvn3', 'vni', 'utf-16', 'windows-1258', 'macros', 'tracked-changes'. */
  notes: string[]
}

export type SourceTable = { span: Span; rows: SourceRow[] }
/** `cells` are laid out on the table's grid: a merged cell stands once, with its widths. */
export type SourceRow = { span: Span; page: number | null; cells: SourceCell[] }
export type SourceCell = { text: string; span: Span; column: number; columnSpan: number; rowSpan: number }

export type SourceSignature = { name: string; email: string | null; signedAt: string | null }

/** Told while a long file is read, at most once a page. */
export type ReadProgress = (done: number, total: number, unit: 'page' | 'part') => void

/** Why a file cannot be read. The words stand in the message catalogue under `file.<code>`. */
export type UnreadableCode =
  | 'empty'
  | 'no-clauses'
  | 'corrupt'
  | 'password'
  | 'too-large'
  | 'bomb'
  | 'legacy-doc'
  | 'wrong-extension'
  | 'unknown-format'
  | 'scan'
  | 'state-secret'
  | 'too-heavy'
  | 'not-a-picture'
  | 'scan-long'
  | 'scan-fine'
  | 'scan-packed'
  | 'scan-blank'

export class Unreadable extends Error {
  readonly code: UnreadableCode
  constructor(code: UnreadableCode, detail = '') {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'Unreadable'
    this.code = code
  }
}

/** 50 MB, exactly; one byte more is refused. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024
