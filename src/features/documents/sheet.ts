import type { Drawing } from './chart.ts'
import type { Block, PaperTable, Urgency } from './contract.ts'

/** A paper made ready for print: every line as it will stand, in the order of reading. What both renderers draw. */
export type Sheet = {
  language: string
  /** Title and author for the properties of the file. */
  title: string
  author: string
  mark: string | null
  /** "Mã đối chiếu: 3f9a 07bc 11d2"; null where the foot stays empty. */
  code: string | null
  /** `about` is what a letter is about, one entry a line under its number; empty on other papers. */
  head: { issuers: IssuerLine[]; number: string; date: string; about: string[] }
  /** The word in the red box under the number and its width in millimetres. */
  urgency: { word: Urgency; width: number } | null
  circulation: string | null
  /** Empty on a letter, as is `subject`. */
  typeName: string
  subject: string[]
  decree: { authority: string; word: string } | null
  addressing: { salutation: string; names: string[] } | null
  bases: string[]
  blocks: SheetBlock[]
  /** Rows from top to bottom. Alone: [null, block], the Nơi nhận standing at its left. Joint: [other, lead], then the further ones. */
  signatures: [SignatureCell | null, SignatureCell | null][]
  joint: boolean
  recipients: { label: string; items: string[] } | null
  annexes: SheetAnnex[]
}

/** A part of the text as it is drawn; a chart is a figure with its name below and, where it has one, its table. They stand on one page. */
export type SheetBlock = Exclude<Block, { kind: 'chart' }> | SheetFigure
export type SheetFigure = { kind: 'figure'; drawing: Drawing; title: string; table: PaperTable | null }

/** A name at the top left, parted into lines where it is longer than its column. `starts` is true where a further body of a joint paper begins. */
export type IssuerLine = { text: string; role: 'parent' | 'body'; starts: boolean }

export type SignatureCell = { lines: { text: string; bold: boolean }[]; name: string }

export type SheetAnnex = { label: string; title: string; reference: string; blocks: SheetBlock[]; landscape: boolean }
