/**
 * One model of an official paper, with renderers for screen, DOCX and PDF.
 * Layout numbers come from NĐ 30/2020/NĐ-CP, Phụ lục I (state and Front) and HD 05-HD/VPTW (Party); see layout.ts.
 */
export type Paper = {
  profile: PaperProfile
  /**
   * Bodies in order, the lead first, in ordinary letters ("Sở Dân tộc và Tôn giáo tỉnh Sơn Hà"); the head prints them in capitals.
   * `parent` is the cơ quan chủ quản, printed above. On a joint paper name each body in full, place and all.
   */
  bodies: { name: string; parent: string | null }[]
  /** The number alone ("5", "06A"); null while none is issued. `symbol` is what `symbolFor` makes: "BC-UBMTTQ-SDTTG". */
  number: string | null
  symbol: string
  place: string
  /** ISO date; null leaves the day and month blank: "ngày … tháng … năm 2026". */
  date: string | null
  year: number
  /** "BÁO CÁO"; empty for a letter (công văn), whose subject stands under its number. */
  typeName: string
  /** The subject under the type name, one entry a printed line. */
  subject: string[]
  addressees: string[]
  bases: string[]
  /** Of a decision: who decides, printed above the bases, and the word between them and the articles ("QUYẾT ĐỊNH"). */
  decree?: { authority: string; word: string } | null
  blocks: Block[]
  signatures: SignatureBlock[]
  recipients: string[]
  annexes: Annex[]
  language: 'vi'
  /** A quiet mark in the top margin of the first page while the paper is not frozen: "DỰ THẢO". */
  mark: string | null
  /** Says which content was printed ("3f9a 07bc 11d2"): stands with the number of pages in the foot of every page, so that an answer can cite it. */
  code?: string | null
  /** The red box under the number. */
  urgency?: Urgency | null
  /** Who may have it, at the top right: "LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI". */
  circulation?: string | null
}

export type Urgency = 'KHẨN' | 'THƯỢNG KHẨN' | 'HỎA TỐC'

export type PaperProfile = 'nd30' | 'hd36' | 'hd05'

/**
 * The parts of a text. `level` 1 = "I. …" capitals bold, 2 = "1. …" bold, 3 = "a) …", 4 = "- …". `label` is printed as it stands ("I-", "1.1.", "+", "Điều 1.").
 * A line break within a run or a cell is kept.
 */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; label: string; text: string }
  | { kind: 'paragraph'; runs: Run[]; label?: string; level?: 2 | 3 | 4 }
  | { kind: 'table'; table: PaperTable }
  | { kind: 'chart'; chart: Chart }

export type Run = { text: string; bold?: boolean; italic?: boolean }

/** Whole numbers or shares by label: one value of each series for every label. `withTable` prints them below as well. */
export type Chart = {
  title: string
  form: 'bars' | 'lines'
  unit: string
  labels: string[]
  series: { name: string; values: number[] }[]
  withTable: boolean
}

export type PaperTable = {
  caption: string | null
  columns: { title: string /** share of the width, any positive number */; width: number; align: 'left' | 'center' | 'right' }[]
  rows: { cells: string[] /** a row that spans the table and heads what follows */; section?: boolean; total?: boolean }[]
}

/** The lead's block stands at the right, the others at the left and on following lines (HD 05, 7.1.4g). */
export type SignatureBlock = { authority: string | null; position: string; body: string; name: string }

export type Annex = { label: string; title: string; blocks: Block[]; landscape: boolean }
