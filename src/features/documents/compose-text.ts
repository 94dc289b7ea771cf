import { printNumber } from '../../kernel/numbers.ts'
import { drawChart } from './chart.ts'
import type { Block, Chart, PaperProfile, PaperTable, Run } from './contract.ts'
import type { SheetBlock, SheetFigure } from './sheet.ts'

export const upper = (text: string): string => text.toLocaleUpperCase('vi')

/** The text without the marks that end a list item or a paper, which are set anew. */
const bare = (text: string): string => text.replace(/(?<![\s.,;/])[\s.,;/]+$/u, '')

/** Every line ends with `between`, the last one with `last`. */
const punctuate = (lines: string[], between: string, last: string): string[] =>
  lines.map((line, index) => bare(line) + (index === lines.length - 1 ? last : between))

/** One legal basis a line: the last ends with "." (NĐ 30, HD 05) or "," (HD 36); HD 05 begins each with a dash. */
export function composeBases(profile: PaperProfile, bases: string[]): string[] {
  const lines = punctuate(bases, ';', profile === 'hd36' ? ',' : '.')
  return profile === 'hd05' ? lines.map(line => `- ${line.replace(/^[-–]\s*/u, '')}`) : lines
}

/** "- …;" for each name, the last with a full stop. */
export const composeList = (names: string[], separator: string): string[] =>
  punctuate(names, separator, '.').map(name => `- ${name.replace(/^[-–]\s*/u, '')}`)

/** The list of those who get the paper; null when there is none. */
export const composeRecipients = (recipients: string[], separator: string): { label: string; items: string[] } | null =>
  recipients.length === 0 ? null : { label: 'Nơi nhận:', items: composeList(recipients, separator) }

/** A block as it will stand, `width` points wide: headings of the first level in capitals, a chart drawn and told in a table. */
function composeBlock(block: Block, width: number): SheetBlock {
  if (block.kind === 'chart') return figureOf(block.chart, width)
  if (block.kind === 'table') checkTable(block.table)
  return block.kind === 'heading' && block.level === 1 ? { ...block, text: upper(block.text) } : block
}

const figureOf = (chart: Chart, width: number): SheetFigure => ({
  kind: 'figure',
  drawing: drawChart(chart, width),
  title: chart.title,
  table: chart.withTable ? tableBelow(chart) : null,
})

/** What a chart shows, lying: a column for each label, as the bars stand, so that several charts with their tables share a page. */
const tableBelow = ({ labels, series, unit }: Chart): PaperTable => ({
  caption: null,
  columns: [
    { title: `(${unit})`, width: 2, align: 'left' },
    ...labels.map(title => ({ title, width: 1, align: 'center' as const })),
  ],
  rows: series.map(({ name, values }) => ({ cells: [name, ...labels.map((_, at) => printNumber(values[at] ?? 0))] })),
})

export const composeBlocks = (blocks: Block[], width: number): SheetBlock[] => blocks.map(block => composeBlock(block, width))

/** A table whose cells do not fit its columns would lose figures in print. @throws RangeError */
function checkTable({ columns, rows }: PaperTable): void {
  if (columns.length === 0 || columns.some(column => !(column.width > 0 && Number.isFinite(column.width))))
    throw new RangeError('a table needs columns, each with a positive width')
  const misfit = rows.find(row => (row.section ? row.cells.length === 0 : row.cells.length !== columns.length))
  if (misfit) throw new RangeError(`a row of ${misfit.cells.length} cells in a table of ${columns.length} columns`)
}

/** The blocks of the paper's own text, its last paragraph closed by the end mark. */
export function closeBlocks(closed: SheetBlock[], endMark: string): SheetBlock[] {
  const last = closed.at(-1)
  if (last?.kind !== 'paragraph') return closed
  return [...closed.slice(0, -1), { ...last, runs: closeRuns(last.runs, endMark) }]
}

function closeRuns(runs: Run[], endMark: string): Run[] {
  const last = runs.at(-1)
  return last ? [...runs.slice(0, -1), { ...last, text: bare(last.text) + endMark }] : [{ text: endMark }]
}
