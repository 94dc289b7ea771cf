import type { Book, Cell, Row } from '../../../formats/xlsx/book.ts'
import { citeProgramme } from '../../programmes/index.ts'
import type { LoadedPapers } from './load.ts'
import { bold, headRow, LOOKS, wide } from './looks.ts'
import { clauseRows, commonCosts, MONEY_COLUMN, PLAN_TITLES, type TaskRow } from './plan-rows.ts'

const COLUMNS = [6, 50, 16, 20, 20, 24, 17, 26]
const WIDTH = PLAN_TITLES.length

/** The tasks of a year as a workbook of one sheet. */
export function planBook(loaded: LoadedPapers): Book {
  const { plan, programme, parties } = loaded.budget
  const subject = `Theo ${citeProgramme(programme)}`
  const title = `KẾ HOẠCH PHỐI HỢP CÔNG TÁC NĂM ${plan.year}${plan.state === 'agreed' ? '' : ' (DỰ THẢO)'}`
  const head = [
    wide(title, WIDTH, { bold: true, size: 14, align: 'center' }),
    wide(subject, WIDTH, { italic: true, align: 'center' }),
    { cells: [] },
    headRow(PLAN_TITLES),
  ]
  const sheet = {
    name: `Kế hoạch ${plan.year}`,
    columns: COLUMNS,
    frozen: head.length,
    repeat: [head.length, head.length] as const,
    landscape: true,
    ...(loaded.code ? { foot: `Mã đối chiếu: ${loaded.code}` } : {}),
    rows: [...head, ...bodyRows(loaded, head.length + 1)],
  }
  return { title, author: parties.map(party => party.name).join('; '), sheets: [sheet] }
}

function bodyRows(loaded: LoadedPapers, first: number): Row[] {
  const tasks = clauseRows(loaded).flatMap(({ title, items }) => [
    { cells: [{ value: title, across: WIDTH, look: bold(LOOKS.text) }] },
    ...items.map(taskRow),
  ])
  const common = commonCosts(loaded)
  const rows =
    common > 0 ? [...tasks, taskRow({ texts: ['', 'Chi chung của kế hoạch', '', '', '', ''], money: common, result: '' })] : tasks
  const total: Cell = {
    value: loaded.budget.total.estimate,
    formula: `SUM(G${first}:G${first + rows.length - 1})`,
    look: bold(LOOKS.money),
  }
  if (loaded.budget.lines.length === 0 || rows.length === 0) return rows
  const label: Cell = { value: 'Tổng cộng', across: MONEY_COLUMN, look: { ...LOOKS.center, bold: true } }
  return [...rows, { cells: [label, total, { value: '', look: LOOKS.text }] }]
}

const taskRow = ({ texts, money, result }: TaskRow): Row => ({
  cells: [
    ...texts.map((value, at): Cell => ({ value, look: at === 0 ? LOOKS.center : LOOKS.text })),
    { value: money, look: LOOKS.money },
    { value: result, look: LOOKS.text },
  ],
})
