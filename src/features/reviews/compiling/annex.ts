import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import type { ActivityRow, AnnexRow, ClauseRow, CompileInput, FigureQuery, ItemRow, Sentence } from '../contract.ts'
import { printCount } from '../figure-text.ts'
import type { FigureBook } from '../figures.ts'
import { leadNames } from './gaps.ts'
import { joined } from './phrases.ts'
import { placesQuery } from './places.ts'
import { byItem, hasTarget, type Standing, standingOf } from './progress.ts'
import { countPair, doneIn, figure, moneyOf, shareQuery } from './sentences.ts'
import { shortTitle } from './titles.ts'

/** How an item of the plan stands, as the last column says. */
export const RESULTS: Record<Standing, string> = {
  done: 'Đã thực hiện',
  'going-on': 'Đang thực hiện',
  'to-do': 'Chưa thực hiện',
  'not-due': 'Chưa đến hạn',
  silent: 'Chưa có hoạt động',
}

/** The table of figures: under each clause its plan items, a clause with one item in one row, and a total. */
export function annexRows(book: FigureBook, input: CompileInput): AnnexRow[] {
  const ofItem = byItem(input.activities)
  const { from, to } = input.period
  const rows = input.clauses.flatMap(clause => {
    const items = input.items.filter(item => item.clausePath === clause.path)
    const own = book.recordsOf({ kind: 'activities', clausePath: clause.path, from, to })
    const past = book.recordsOf({ kind: 'activities', clausePath: clause.path, ...input.before })
    if (items.length + own.length + past.length === 0) return []
    const told = doneIn(book, { clausePath: clause.path, ...input.before })
    const rowOf = (item: ItemRow, title: string, earlier: Sentence) =>
      itemRow(book, input, item, { title, earlier, own: ofItem.get(item.id) ?? [] })
    // One item that holds all the work is told in the clause's own row.
    const [sole] = items
    if (sole && items.length === 1 && own.every(one => one.itemIds.includes(sole.id))) return [rowOf(sole, titleOf(clause), told)]
    // Items of the year before are others, so what was done then stands by the clause.
    return [clauseRow(book, input, clause, told), ...items.map(item => rowOf(item, `- ${dated(item)}`, []))]
  })
  return rows.length === 0 ? [] : [...rows, totalRow(book, input)]
}

const titleOf = ({ path, text }: ClauseRow): string => `${shortTitle(text)} (${citeClause(path)})`
const dated = ({ title, dueOn }: ItemRow): string =>
  dueOn ? `${shortTitle(title)} (hạn ${printDate(dueOn)})` : shortTitle(title)

type Done = { own: readonly ActivityRow[]; earlier: Sentence }

function clauseRow(book: FigureBook, { period }: CompileInput, clause: ClauseRow, earlier: Sentence): AnnexRow {
  const cells = sums(book, { clausePath: clause.path, from: period.from, to: period.to })
  return { clausePath: clause.path, itemId: null, kind: 'clause', cells: [[titleOf(clause)], [], [], ...cells, earlier, []] }
}

function itemRow(book: FigureBook, input: CompileInput, item: ItemRow, of: Done & { title: string }): AnnexRow {
  const { title, own, earlier } = of
  const { from, to } = input.period
  const scope = scopeOf(item)
  const target = item.targetMin && item.targetUnit ? `${printCount(item.targetMin)} ${item.targetUnit}${scope}` : ''
  const cells = sums(book, { itemId: item.id, from, to })
  const lead = leadNames(input, item.leadBodies)
  const result = resultOf(book, input, item, own)
  return {
    clausePath: item.clausePath,
    itemId: item.id,
    kind: 'item',
    cells: [[title], [lead], [target], ...cells, earlier, result],
  }
}

function scopeOf({ targetPer }: ItemRow): string {
  if (targetPer === null || targetPer === 'year') return ''
  return targetPer === 'term' ? ' (cả giai đoạn)' : ` mỗi ${targetPer}`
}

function totalRow(book: FigureBook, { period, before }: CompileInput): AnnexRow {
  const condition = { from: period.from, to: period.to }
  const [, reach, money] = sums(book, condition)
  const all = figure(book, { kind: 'activities', ...condition })
  const past: FigureQuery = { kind: 'activities', ...before }
  const earlier = book.valueOf(past) > 0 ? [figure(book, past)] : []
  return { clausePath: null, itemId: null, kind: 'total', cells: [['Cộng'], [], [], [all], reach, money, earlier, []] }
}

/** Done, reached, spent: the three figure columns. */
function sums(book: FigureBook, condition: Omit<FigureQuery, 'kind'>): [done: Sentence, reach: Sentence, money: Sentence] {
  const { counts, reaches, uncounted } = countPair(book, condition)
  return [joined([...counts, ...uncounted]), joined(reaches), moneyOf(book, condition)]
}

function resultOf(book: FigureBook, input: CompileInput, item: ItemRow, own: readonly ActivityRow[]): Sentence {
  const standing = standingOf(input, item, own)
  const reached = placesQuery(input, item, 'reached')
  if (book.valueOf(reached) > 0) return [`${RESULTS[standing]}, đạt `, figure(book, reached)]
  if (!hasTarget(item) || standing === 'to-do' || standing === 'not-due' || standing === 'silent') return [RESULTS[standing]]
  return [`${RESULTS[standing]}, `, figure(book, shareQuery(input, item))]
}
