import { longDate } from '../../../kernel/dates.ts'
import { printMoney, printNumber } from '../../../kernel/numbers.ts'
import {
  type Annex,
  annexLabel,
  type Block,
  type Issue,
  type Paper,
  type PaperTable,
  paperOf,
  paragraph,
  profileOf,
  sectionLabel,
} from '../../documents/index.ts'
import { citeProgramme } from '../../programmes/index.ts'
import type { Budget } from '../budget/budget.ts'
import { BUDGET_TITLES, sideRows } from './budget-rows.ts'
import type { LoadedPapers } from './load.ts'
import { clauseRows, commonCosts, MONEY_COLUMN, PLAN_TITLES } from './plan-rows.ts'
import { budgetSubject } from './words.ts'

/** The plan as an official paper: its tasks, and its budget where there is one, on landscape annexes. */
export function planPaper(loaded: LoadedPapers): Paper {
  const { budget, items } = loaded
  const { plan, programme, parties, lines } = budget
  const names = parties.map(party => party.name).join(' và ')
  const money = lines.length > 0
  const issue = issueOf(loaded)
  const profile = profileOf(issue)
  const [tasks = '', costs = ''] = [1, 2].map(number => annexLabel(profile, number, money ? 2 : 1))
  const heading = (number: number, text: string): Block => ({
    kind: 'heading',
    level: 1,
    label: sectionLabel(profile, number),
    text,
  })
  return paperOf('plan', issue, {
    subject: [`Phối hợp công tác năm ${plan.year}`],
    bases: [`Căn cứ ${citeProgramme(programme)}`],
    blocks: [
      paragraph(`${names} thống nhất Kế hoạch phối hợp công tác năm ${plan.year} như sau:`),
      heading(1, 'Nội dung, phân công và thời gian thực hiện'),
      paragraph(`Kế hoạch gồm ${items.length} nhiệm vụ, nội dung cụ thể tại ${tasks} kèm theo.`),
      ...(money ? [heading(2, 'Kinh phí thực hiện'), ...moneyBlocks(budget, costs)] : []),
      ...agreedByPaper(loaded),
    ],
    recipients: recipientsOf(loaded),
    annexes: [taskAnnex(loaded, tasks), ...(money ? [budgetAnnex(budget, costs)] : [])],
  })
}

/** A side that agreed by letter is cited by it: nobody of it has signed in here. */
const agreedByPaper = ({ byPaper, issuers }: LoadedPapers): Block[] =>
  byPaper.map(({ bodyId, paper: { number, date } }) => {
    const name = issuers.find(party => party.bodyId === bodyId)?.name ?? ''
    return paragraph(`${name} thống nhất theo văn bản số ${number}, ${longDate(date)}.`)
  })

/** The budget as a paper of its own. */
export function budgetPaper(loaded: LoadedPapers): Paper {
  const { budget } = loaded
  return paperOf('estimate', issueOf(loaded), {
    subject: [`Kinh phí ${budgetSubject(budget)}`],
    blocks: moneyBlocks(budget, 'Phụ lục'),
    recipients: recipientsOf(loaded),
    annexes: budget.lines.length > 0 ? [budgetAnnex(budget, 'Phụ lục')] : [],
    code: null,
  })
}

/** Who issues the papers of a plan, as of the day; each side's signer where known. */
export const issueOf = ({ issuers, budget, signers, today, code }: LoadedPapers): Issue => ({
  bodies: issuers.map(party => ({ ...party, signer: signers.find(one => one.bodyId === party.bodyId) ?? null })),
  day: today,
  mark: budget.plan.state === 'agreed' ? null : 'DỰ THẢO',
  code,
})

const recipientsOf = ({ issuers }: LoadedPapers): string[] => [...issuers.map(party => party.name), 'Lưu: VT']

function moneyBlocks(budget: Budget, annex: string): Block[] {
  const { total, words } = budget
  if (budget.lines.length === 0) return [paragraph('Không có khoản chi nào.')]
  const sides = sideRows(budget).map(({ title, amount }, at, all): Block => {
    const text = `${title}: ${printMoney(amount).replace(' đ', ' đồng')}${at === all.length - 1 ? '.' : ';'}`
    return { kind: 'paragraph', level: 4, label: '-', runs: [{ text }] }
  })
  return [
    paragraph(`Tổng dự toán là ${printNumber(total.estimate)} đồng, trong đó:`),
    ...sides,
    { kind: 'paragraph', runs: [{ text: `Bằng chữ: ${words}.`, italic: true }] },
    paragraph(`Chi tiết tại ${annex} kèm theo.`),
  ]
}

const PLAN_WIDTHS = [1.2, 8.4, 3.2, 4, 3.6, 4.2, 3.2, 4.4]

function taskAnnex(loaded: LoadedPapers, label: string): Annex {
  const rows: PaperTable['rows'] = clauseRows(loaded).flatMap(({ title, items }) => [
    { cells: [title], section: true },
    ...items.map(({ texts, money, result }) => ({ cells: [...texts, money === null ? '' : printNumber(money), result] })),
  ])
  const common = commonCosts(loaded)
  const blank = Array.from({ length: MONEY_COLUMN - 2 }, () => '')
  if (common > 0) rows.push({ cells: ['', 'Chi chung của kế hoạch', ...blank, printNumber(common), ''] })
  const { total, lines, plan } = loaded.budget
  if (lines.length > 0) rows.push({ cells: ['', 'Tổng cộng', ...blank, printNumber(total.estimate), ''], total: true })
  const columns = columnsOf(PLAN_TITLES, PLAN_WIDTHS, [MONEY_COLUMN])
  return {
    label,
    title: `Nội dung phối hợp công tác năm ${plan.year}`,
    landscape: true,
    blocks: [{ kind: 'table', table: { caption: null, columns, rows } }],
  }
}

const BUDGET_WIDTHS = [1.2, 6.4, 2, 2, 2.6, 3, 3.4, 4, 4, 3.4]

function budgetAnnex(budget: Budget, label: string): Annex {
  const sum = (mark: string, title: string, amount: number, note: string) => ({
    cells: [mark, title, '', '', '', '', printNumber(amount), '', '', note],
    total: true,
  })
  const rows: PaperTable['rows'] = sideRows(budget).flatMap(side => [
    sum(side.label, side.title, side.amount, ''),
    ...side.items.flatMap(item => [
      sum(item.label, item.title, item.amount, item.note),
      ...item.lines.map(({ label: mark, line, amount, source }) => ({
        cells: [
          mark,
          line.content,
          line.unit,
          quantity(line.quantity),
          quantity(line.times),
          printNumber(line.norm),
          printNumber(amount),
          source,
          line.basis ?? '',
          line.note ?? '',
        ],
      })),
    ]),
  ])
  const columns = columnsOf(BUDGET_TITLES, BUDGET_WIDTHS, [3, 4, 5, 6])
  const total = sum('', 'Tổng cộng', budget.total.estimate, '')
  return {
    label,
    title: `Dự toán kinh phí năm ${budget.plan.year}`,
    landscape: true,
    blocks: [
      { kind: 'table', table: { caption: null, columns, rows: [...rows, total] } },
      { kind: 'paragraph', runs: [{ text: `Bằng chữ: ${budget.words}.`, italic: true }] },
    ],
  }
}

export const columnsOf = (
  titles: readonly string[],
  widths: readonly number[],
  right: readonly number[],
): PaperTable['columns'] =>
  titles.map((title, at) => ({
    title,
    width: widths[at]!,
    align: at === 0 ? 'center' : right.includes(at) ? 'right' : 'left',
  }))

const threePlaces = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 })
const quantity = (value: number): string => threePlaces.format(value)
