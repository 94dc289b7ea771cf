import { amountOf, type Dong, sumOf } from '../../../kernel/money.ts'
import type { Budget } from '../budget/budget.ts'
import type { BudgetLine } from '../budget/contract.ts'
import { bySource, type SourceOf, sourceOf } from '../budget/reckon.ts'

/** A budget as it is printed: sides (I), their items (1), the lines of an item (a), each with its sum. */
export type SideRows = { label: string; title: string; amount: Dong; items: ItemRows[] }
export type ItemRows = { label: string; title: string; note: string; amount: Dong; lines: LineRow[] }
export type LineRow = { label: string; line: BudgetLine; amount: Dong; source: string }

export const BUDGET_TITLES = [
  'TT',
  'Nội dung chi',
  'ĐVT',
  'Số lượng',
  'Số lần/ngày',
  'Định mức (đồng)',
  'Thành tiền (đồng)',
  'Nguồn kinh phí',
  'Căn cứ định mức',
  'Ghi chú',
] as const

export function sideRows(budget: Budget): SideRows[] {
  const paying = budget.parties.filter(party => budget.lines.some(line => line.bodyId === party.bodyId))
  return paying.map((party, at) => {
    const own = budget.lines.filter(line => line.bodyId === party.bodyId)
    return { label: roman(at + 1), title: party.name, amount: sumOf(own.map(amountOf)), items: itemRows(budget, own) }
  })
}

/** In the order of the plan; what it costs as a whole stands last. */
function itemRows(budget: Budget, lines: readonly BudgetLine[]): ItemRows[] {
  const places = [...budget.items, null].filter(item => lines.some(line => line.itemId === (item?.id ?? null)))
  return places.map((item, at) => {
    const own = lines.filter(line => line.itemId === (item?.id ?? null))
    return {
      label: String(at + 1),
      title: item?.title ?? 'Chi chung của kế hoạch',
      note: item ? `Mục ${item.position} của Kế hoạch` : '',
      amount: sumOf(own.map(amountOf)),
      lines: own.map((line, nth) => ({
        label: letter(nth),
        line,
        amount: amountOf(line),
        source: sourceText(budget, sourceOf(line)),
      })),
    }
  })
}

export const sourceRows = (budget: Budget): { title: string; amount: Dong }[] =>
  bySource(budget.lines).map(one => ({ title: sourceText(budget, one.of), amount: sumOf(one.lines.map(amountOf)) }))

function sourceText({ parties }: Budget, { source, detail, bodyId }: SourceOf): string {
  if (source === 'own') return `Ngân sách ${parties.find(party => party.bodyId === bodyId)?.shortName ?? ''}`.trim()
  return source === 'ntp' ? `CTMTQG: ${detail ?? ''}` : (detail ?? '')
}

/** Parties are at most four. */
const roman = (number: number): string => ['I', 'II', 'III', 'IV'][number - 1] ?? String(number)

/** The letters of points in official papers, without f, j, w and z. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy'
const letter = (at: number): string =>
  (at >= LETTERS.length ? letter(Math.floor(at / LETTERS.length) - 1) : '') + LETTERS[at % LETTERS.length]!
