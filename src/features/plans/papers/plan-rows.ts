import { citeClause } from '../../../kernel/cite-clause.ts'
import { amountOf, type Dong, sumOf } from '../../../kernel/money.ts'
import type { LoadedPapers } from './load.ts'
import { targetText, timeText } from './words.ts'

export const PLAN_TITLES = [
  'TT',
  'Nội dung',
  'Chủ trì',
  'Phối hợp',
  'Thời gian',
  'Địa bàn',
  'Chỉ tiêu',
  'Sản phẩm',
  'Kinh phí (đồng)',
] as const

/** The items under a clause; `texts` are the first eight columns, the money is the ninth. */
export type ClauseRows = { title: string; items: { texts: string[]; money: Dong | null }[] }

/** The tasks of a plan in the order of the signed text, numbered through. */
export function clauseRows({ items, clausePaths, budget }: LoadedPapers): ClauseRows[] {
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
      // The place is filled in by hand: an item names none of its own.
      const texts = [String(number), item.title, ...bodies, timeText(item), '', targetText(item), item.product ?? '']
      return { texts, money: lines.length > 0 ? sumOf(lines.map(amountOf)) : null }
    })
    return [{ title: citeClause(path), items: rows }]
  })
}

/** What the tasks cost; the costs of the plan as a whole are not among them. */
export const commonCosts = ({ budget }: LoadedPapers): Dong =>
  sumOf(budget.lines.filter(line => line.itemId === null).map(amountOf))
