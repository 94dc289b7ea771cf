import { citeClause } from '../../../kernel/cite-clause.ts'
import { amountOf, type Dong, sumOf } from '../../../kernel/money.ts'
import type { LoadedPapers } from './load.ts'
import { carriedText, placedText, targetText, timeText } from './words.ts'

export const PLAN_TITLES = [
  'TT',
  'Nội dung',
  'Chủ trì',
  'Phối hợp',
  'Thời gian',
  'Địa bàn, đối tượng',
  'Kinh phí (đồng)',
  'Sản phẩm, chỉ tiêu',
] as const
/** The column of the money, counted from nothing. */
export const MONEY_COLUMN = 6

/** The items under a clause; `texts` are the columns before the money, `result` the one after it. */
export type TaskRow = { texts: string[]; money: Dong | null; result: string }
export type ClauseRows = { title: string; items: TaskRow[] }

/** The tasks of a plan in the order of the signed text, numbered through. */
export function clauseRows({ items, clausePaths, budget, threads, placeNames }: LoadedPapers): ClauseRows[] {
  const byPath = Map.groupBy(items, item => item.clausePath)
  const names = new Map(budget.parties.map(party => [party.bodyId, party.shortName]))
  const named = (bodies: readonly string[]) => bodies.map(body => names.get(body) ?? '')
  let number = 0
  return clausePaths.flatMap(path => {
    const own = byPath.get(path)
    if (!own) return []
    const rows = own.map(item => {
      const lines = budget.lines.filter(line => line.itemId === item.id)
      number += 1
      const support = [...named(item.supportBodies), ...item.others].join('; ')
      const bodies = [named(item.leadBodies).join('; '), support]
      const title = [item.title, carriedText(threads(item.id).back[0])].filter(Boolean).join(' ')
      const where = placedText(item, placeNames)
      return {
        texts: [String(number), title, ...bodies, timeText(item), where],
        money: lines.length > 0 ? sumOf(lines.map(amountOf)) : null,
        result: [item.product, targetText(item)].filter(Boolean).join('; '),
      }
    })
    return [{ title: citeClause(path), items: rows }]
  })
}

/** What the tasks cost; the costs of the plan as a whole are not among them. */
export const commonCosts = ({ budget }: LoadedPapers): Dong =>
  sumOf(budget.lines.filter(line => line.itemId === null).map(amountOf))
