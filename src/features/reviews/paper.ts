import { longDate } from '../../kernel/dates.ts'
import {
  type Annex,
  annexLabel,
  type Block,
  type Chart,
  DOTS,
  dateLine,
  issuerOf,
  numberLine,
  type Paper,
  type PaperProfile,
  type PaperTable,
  paperOf,
  profileFor,
  profileOf,
  type Run,
  type SigningPerson,
  sectionMark,
  signaturesFor,
  symbolFor,
} from '../documents/index.ts'
import type { CitedPaper } from '../programmes/index.ts'
import { annexColumns } from './annex-columns.ts'
import { RESULTS } from './compiling/annex.ts'
import { textOf } from './compiling/phrases.ts'
import { type CompiledBlock, type CompiledReview, type Picture, type ReviewHead, type Sentence } from './contract.ts'

/** What the paper needs beside its content. Of a side that has not agreed only its own people know who will sign. */
export type PaperState = {
  frozen: boolean
  /** The day of the paper's form, ISO: of the freezing, else today. */
  day: string
  signers: (SigningPerson & { bodyId: string })[]
  /** Which content is printed, once others have it. */
  code?: string | null
}

/** A review as an official paper. Number and date stay blank until it is issued; a draft bears its mark. */
export function toPaper(compiled: CompiledReview, { frozen, day, signers, code = null }: PaperState): Paper {
  const { head } = compiled
  const bodies = head.parties.map(party => ({
    ...party,
    place: head.place,
    signer: signers.find(one => one.bodyId === party.bodyId) ?? null,
  }))
  const issue = { bodies, day, mark: frozen ? null : 'DỰ THẢO', code }
  return paperOf('review', issue, {
    subject: [head.occasion, head.subject],
    blocks: compiled.blocks.flatMap(block => blocksOf(block, profileOf(issue), frozen)),
    recipients: head.recipients,
    annexes: annexesOf(compiled, profileOf(issue)),
  })
}

/** A side that agreed by letter is cited by it: nobody of it has signed in here. */
export const citeAgreement = (name: string, { number, date }: CitedPaper): Block => ({
  kind: 'paragraph',
  runs: [{ text: `${name} thống nhất theo văn bản số ${number}, ${longDate(date)}.` }],
})

/** The lines of the head that depend on the form of the paper, with number and date left blank. */
export function letterheadOf({ parties, place }: ReviewHead, day: string) {
  const profile = profileFor(issuerOf(parties[0]?.kind), day)
  const symbol = symbolFor(
    profile,
    'BC',
    parties.map(party => party.symbol),
  )
  return { profile, symbol, number: numberLine(profile, null, symbol), date: dateLine(place, null, Number(day.slice(0, 4))) }
}

function blocksOf(block: CompiledBlock, profile: PaperProfile, frozen: boolean): Block[] {
  if (block.kind === 'heading') return [{ ...headingOf(block, profile) }]
  if (block.kind === 'sentence') {
    const runs = [...leadOf(block.lead), { text: textOf(block.pieces) }]
    return [block.dash ? { kind: 'paragraph', level: 4, label: '-', runs } : { kind: 'paragraph', runs }]
  }
  return block.kind === 'table' ? [{ kind: 'table', table: tableOf(block.rows) }] : askedOf(block, frozen)
}

/** A table of the text: its first row is the head, a row that ends early is filled up. Columns are as wide as their words ask for. */
function tableOf(lines: Sentence[][]): PaperTable {
  const breadth = Math.max(1, ...lines.map(row => row.length))
  const whole = (row: Sentence[]) => Array.from({ length: breadth }, (_, at) => textOf(row[at] ?? []))
  const [head = [], ...rows] = lines.map(whole)
  const columns = head.map((title, at) => {
    const cells = [title, ...rows.map(row => row[at]!)]
    return { title, width: breadthOf(cells), align: 'left' as const }
  })
  return { caption: null, columns, rows: rows.map(cells => ({ cells })) }
}

/** A column holds its longest word, and of longer cells so much that they run over a few lines. */
function breadthOf(cells: readonly string[]): number {
  const [longest, word] = [cells, cells.flatMap(cell => cell.split(/\s+/))].map(all => Math.max(3, ...all.map(one => one.length)))
  return Math.max(word!, 3 * Math.sqrt(longest!))
}

/** Sections are compiled as "I."; a paper prints the mark of its form. */
const headingOf = ({ level, label, text }: Extract<CompiledBlock, { kind: 'heading' }>, profile: PaperProfile): Block => ({
  kind: 'heading',
  level,
  label: level === 1 ? label.replace('.', sectionMark(profile)) : label,
  text,
})

const leadOf = (lead = ''): Run[] => (lead ? [{ text: `${lead}: `, italic: true }] : [])

/** What officers wrote, a paragraph a line. What is not written leaves dots in a draft and "Không có" in what was agreed. */
function askedOf({ lead, text }: Extract<CompiledBlock, { kind: 'asked' }>, frozen: boolean): Block[] {
  const lines = text === '' ? [frozen ? 'Không có.' : DOTS] : text.split('\n').filter(line => line.trim() !== '')
  return lines.map((line, at) => ({
    kind: 'paragraph',
    runs: [...leadOf(at === 0 ? lead : ''), { text: line }],
  }))
}

/** The signatures as a screen shows them: what a pen will fill in is left out. */
export function signaturesOf({ parties }: ReviewHead, profile: PaperProfile, signers: PaperState['signers']) {
  const known = (text: string) => (text === DOTS ? null : text)
  return signaturesFor(parties, profile, signers).map(({ authority, position, body, name }, at) => ({
    bodyId: parties[at]!.bodyId,
    authority,
    position: known(position),
    body,
    name: known(name),
  }))
}

/** Shares of the breadth; the others have three. */
const WIDTHS: Readonly<Record<string, number>> = { 'Nội dung': 8, 'Chỉ tiêu': 2.4, 'Kinh phí': 3.9 }

/** The table of figures lies across its pages, the pictures stand upright on theirs, several on one. */
function annexesOf(compiled: CompiledReview, profile: PaperProfile): Annex[] {
  const { annex, pictures = [], head } = compiled
  if (annex.length === 0) return []
  const charts = [...standingChart(annex), ...pictures.map(chartOf)].map(numbered)
  const period = head.occasion.replace(/^(Sơ|Tổng) kết /u, '')
  const parts: Omit<Annex, 'label'>[] = [
    { title: `Tổng hợp số liệu ${period}`, landscape: true, blocks: [{ kind: 'table', table: annexTable(compiled) }] },
    { title: `Biểu đồ số liệu ${period}`, landscape: false, blocks: charts },
  ]
  const told = parts.filter(({ blocks }) => blocks.length > 0)
  return told.map((part, at) => ({ label: annexLabel(profile, at + 1, told.length), ...part }))
}

function annexTable({ annex, head }: CompiledReview): PaperTable {
  return {
    caption: null,
    columns: annexColumns({ annex, head }).map(title => ({
      title,
      width: WIDTHS[title] ?? 3,
      align: title === 'Kinh phí' ? 'right' : 'left',
    })),
    rows: annex.map(row => {
      const cells = row.cells.map(textOf)
      return row.kind === 'total' ? { cells, total: true } : { cells }
    }),
  }
}

/** A picture with its table below, so that it is read without colours and without eyes. */
const chartOf = ({ series, ...picture }: Picture): Chart => ({
  ...picture,
  form: 'bars',
  series: series.map(({ name, values }) => ({ name, values: values.map(one => one.value) })),
  withTable: true,
})

const numbered = (chart: Chart, at: number, { length }: readonly Chart[]): Block => ({
  kind: 'chart',
  chart: { ...chart, title: `Biểu đồ${length > 1 ? ` ${at + 1}` : ''}. ${chart.title}` },
})

/** How many items of the plan stand how, once there are enough to compare. */
function standingChart(annex: CompiledReview['annex']): Chart[] {
  const results = annex.filter(row => row.kind === 'item').map(row => textOf(row.cells.at(-1) ?? []))
  const counts = Object.values(RESULTS).map(name => [name, results.filter(result => result.startsWith(name)).length] as const)
  const found = counts.filter(([, count]) => count > 0)
  if (found.length < 2) return []
  const chart: Chart = {
    title: 'Tình hình thực hiện các mục của kế hoạch',
    form: 'bars',
    unit: 'mục',
    labels: found.map(([name]) => name),
    series: [{ name: 'Số mục', values: found.map(([, count]) => count) }],
    withTable: false,
  }
  return [chart]
}
