import { citeClause } from '../../../kernel/cite-clause.ts'
import {
  type AnnexRow,
  type CompiledBlock,
  type CompileInput,
  type FigureQuery,
  type ItemRow,
  MONEY_SOURCES,
  type Picture,
  type Sentence,
} from '../contract.ts'
import { printCount } from '../figure-text.ts'
import type { FigureBook } from '../figures.ts'
import { joined, MONEY_SOURCE_NAMES } from './phrases.ts'
import { byItem, standingOf } from './progress.ts'
import { doneIn, figure, shareQuery } from './sentences.ts'
import { shortTitle } from './titles.ts'

/** More do not stand side by side on a page. */
export const SIDE_BY_SIDE = 10

const aimOf = ({ targetMin, targetUnit }: ItemRow): string => `${printCount(targetMin!)} ${targetUnit}`

/** "Chỉ tiêu cả giai đoạn “…”: đạt 60% của 10 công trình." */
export const termTargetsUnder = (book: FigureBook, input: CompileInput, clausePath: string): CompiledBlock[] =>
  input.termTargets.filter(item => item.clausePath === clausePath).map(item => toldOf(book, input, item, shortTitle(item.title)))

function toldOf(book: FigureBook, input: CompileInput, item: ItemRow, title: string): CompiledBlock {
  const pieces = [`Chỉ tiêu cả giai đoạn “${title}”: đạt `, figure(book, shareQuery(input, item)), ` của ${aimOf(item)}.`]
  return { kind: 'sentence', pieces, dash: true, clausePath: item.clausePath, itemId: item.id }
}

/** Targets for the whole term that the term has not reached, by the rule of the plan. */
export function termTargetsMissed(book: FigureBook, input: CompileInput): CompiledBlock[] {
  const ofItem = byItem(input.activities)
  return input.termTargets
    .filter(item => standingOf(input, item, ofItem.get(item.id) ?? []) !== 'done')
    .map(item => toldOf(book, input, item, `${shortTitle(item.title)} (${citeClause(item.clausePath)})`))
}

/** Their rows in the table, below the clause: what each year did towards the target, and how much of it the term has reached. */
export function termTargetRows(book: FigureBook, input: CompileInput, clausePath: string): AnnexRow[] {
  return input.termTargets
    .filter(item => item.clausePath === clausePath)
    .map((item): AnnexRow => {
      const years = input.years.map(({ from, to }) => doneIn(book, { itemId: item.id, from, to }))
      const title = `- ${shortTitle(item.title)} (chỉ tiêu cả giai đoạn: ${aimOf(item)})`
      const cells: Sentence[] = [[title], ...years, ['đạt ', figure(book, shareQuery(input, item))], []]
      return { clausePath, itemId: item.id, kind: 'item', cells }
    })
}

/** How far the term has come towards each of its targets. */
export function termTargetPicture(book: FigureBook, input: CompileInput, shortly: (path: string) => string): Picture[] {
  const parts = Math.ceil(input.termTargets.length / SIDE_BY_SIDE)
  return Array.from({ length: parts }, (_, at): Picture => {
    const shown = input.termTargets.slice(at * SIDE_BY_SIDE, (at + 1) * SIDE_BY_SIDE)
    const values = shown.map(item => {
      const { id, value } = book.enter(shareQuery(input, item))
      return { value, figure: id }
    })
    return {
      title: `Mức đạt chỉ tiêu cả giai đoạn${at > 0 ? ' (tiếp theo)' : ''}`,
      unit: '%',
      labels: shown.map(item => `${shortly(item.clausePath)}: ${aimOf(item)}`),
      series: [
        { name: 'Chỉ tiêu', values: shown.map(() => ({ value: 100 })) },
        { name: 'Đã đạt', values },
      ],
    }
  })
}

/** "Kinh phí theo nguồn: dự toán của cơ quan 12.000.000 đồng và chưa có dự toán 500.000 đồng.": together the whole of what was spent. */
export function moneyBySource(book: FigureBook, { period: { from, to }, years }: CompileInput): CompiledBlock[] {
  if (years.length === 0) return []
  const told = MONEY_SOURCES.flatMap((part): Sentence[] => {
    const query: FigureQuery = { kind: 'money', from, to, part }
    return book.valueOf(query) > 0 ? [[`${MONEY_SOURCE_NAMES[part]} `, figure(book, query)]] : []
  })
  return told.length === 0 ? [] : [{ kind: 'sentence', pieces: ['Kinh phí theo nguồn: ', ...joined(told), '.'], dash: false }]
}
