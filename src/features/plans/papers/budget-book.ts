import type { Book, Cell, Row } from '../../../formats/xlsx/book.ts'
import type { Budget } from '../budget/budget.ts'
import { BUDGET_TITLES, type ItemRows, type LineRow, sideRows, sourceRows } from './budget-rows.ts'
import { bold, headRow, LOOKS, wide } from './looks.ts'
import { budgetSubject } from './words.ts'

const COLUMNS = [6, 42, 9, 10, 10, 14, 17, 24, 24, 20]
const WIDTH = BUDGET_TITLES.length

/** The estimate as a workbook of one sheet; amounts and sums are formulas that a reader can go on with. */
export function budgetBook(budget: Budget): Book {
  const head = titleRows(budget)
  const { rows, sideRefs } = bodyRows(budget, head.length + 1)
  const frozen = head.length
  const sheet = {
    name: `Dự toán ${budget.plan.year}`,
    columns: COLUMNS,
    frozen,
    repeat: [frozen, frozen] as const,
    landscape: true,
    rows: [...head, ...rows, ...closingRows(budget, sideRefs)],
  }
  return {
    title: `Dự toán kinh phí năm ${budget.plan.year}`,
    author: budget.parties.map(party => party.name).join('; '),
    sheets: [sheet],
  }
}

function titleRows(budget: Budget): Row[] {
  const subject = budgetSubject(budget)
  return [
    wide('DỰ TOÁN KINH PHÍ', WIDTH, { bold: true, size: 14, align: 'center' }),
    wide(subject, WIDTH, { bold: true, size: 13, align: 'center' }),
    wide('Đơn vị tính: đồng', WIDTH, { italic: true, align: 'right' }),
    headRow(BUDGET_TITLES),
  ]
}

/** `first` is the number of the first row; the references of the sides' sums are what the total adds. */
function bodyRows(budget: Budget, first: number): { rows: Row[]; sideRefs: string[] } {
  const rows: Row[] = []
  const next = () => first + rows.length
  const sideRefs: string[] = []
  for (const side of sideRows(budget)) {
    const place = rows.push({ cells: [] }) - 1
    sideRefs.push(`G${first + place}`)
    const itemRefs: string[] = []
    for (const item of side.items) {
      itemRefs.push(`G${next()}`)
      rows.push(itemRow(item, next()), ...item.lines.map((line, nth) => lineRow(line, next() + 1 + nth)))
    }
    rows[place] = sumRow(side.label, side.title.toLocaleUpperCase('vi'), side.amount, itemRefs.join('+'), '')
  }
  return { rows, sideRefs }
}

const itemRow = ({ label, title, amount, lines, note }: ItemRows, at: number): Row =>
  sumRow(label, title, amount, `SUM(G${at + 1}:G${at + lines.length})`, note)

function sumRow(label: string, title: string, amount: number, formula: string, note: string): Row {
  const empty: Cell = { value: null, look: LOOKS.text }
  const texts: Cell[] = [
    { value: label, look: bold(LOOKS.center) },
    { value: title, look: bold(LOOKS.text) },
  ]
  const sum: Cell = { value: amount, formula, look: bold(LOOKS.money) }
  return { cells: [...texts, empty, empty, empty, empty, sum, empty, empty, { value: note, look: LOOKS.text }] }
}

function lineRow({ label, line, amount, source }: LineRow, at: number): Row {
  return {
    cells: [
      { value: label, look: LOOKS.center },
      { value: line.content, look: LOOKS.text },
      { value: line.unit, look: LOOKS.center },
      { value: line.quantity, look: LOOKS.number },
      { value: line.times, look: LOOKS.number },
      { value: line.norm, look: LOOKS.money },
      { value: amount, formula: `ROUND(D${at}*E${at}*F${at},0)`, look: LOOKS.money },
      { value: source, look: LOOKS.text },
      { value: line.basis, look: LOOKS.text },
      { value: line.note, look: LOOKS.text },
    ],
  }
}

function closingRows(budget: Budget, sideRefs: readonly string[]): Row[] {
  const words = `Bằng chữ: ${budget.words}.`
  const total = sumRow('', 'TỔNG CỘNG', budget.total.estimate, sideRefs.join('+') || '0', '')
  const sources = sourceRows(budget).map(({ title, amount }, at): Row => {
    const empty: Cell = { value: null, look: LOOKS.text }
    const label = { value: at === 0 ? `Trong đó: ${title}` : title, across: 5, look: { ...LOOKS.text, italic: true } }
    return { cells: [empty, label, { value: amount, look: LOOKS.money }, { value: null, across: 3, look: LOOKS.text }] }
  })
  const signers = budget.parties.slice(0, 2)
  return [
    total,
    ...sources,
    wide(words, WIDTH, { bold: true, italic: true }),
    { cells: [] },
    { cells: signers.map((party): Cell => signCell(party.name, signers.length)) },
    ...(budget.parties.length > 2
      ? [{ cells: [] }, { cells: [] }, { cells: [] }, { cells: budget.parties.slice(2).map(party => signCell(party.name, 2)) }]
      : []),
  ]
}

const signCell = (name: string, many: number): Cell => ({
  value: name.toLocaleUpperCase('vi'),
  across: many === 1 ? WIDTH : WIDTH / 2,
  look: { bold: true, align: 'center', wrap: true },
})
