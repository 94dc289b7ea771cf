import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import type { ActivityRow, CompiledBlock, CompileInput, ItemRow, Sentence } from '../contract.ts'
import { printCount } from '../figure-text.ts'
import { type FigureBook, recordsOf } from '../figures.ts'
import { unmetDuties } from './informing.ts'
import { placesReached } from './places.ts'
import { byItem, comesLater, hasTarget, isDue, placesOf, standingOf } from './progress.ts'
import { figure, shareQuery } from './sentences.ts'
import { clausesWithSilentYears } from './term.ts'
import { termTargetsMissed } from './term-targets.ts'
import { shortTitle } from './titles.ts'

const heading = (label: string, text: string): CompiledBlock => ({ kind: 'heading', level: 2, label, text })
const line = (pieces: Sentence, where: { clausePath?: string; itemId?: string } = {}): CompiledBlock => ({
  kind: 'sentence',
  pieces,
  dash: true,
  ...where,
})

/** Part II, its end: what was due and not done, what has no activity, who gave nothing. Empty where nothing is missing. */
export function gaps(book: FigureBook, input: CompileInput, from: number): CompiledBlock[] {
  const behind = behindPlan(book, input)
  const silent = silentClauses(book, input)
  const nothing = silentParties(input)
  const parts: [string, CompiledBlock[]][] = [
    ['Nội dung đến hạn chưa thực hiện hoặc chưa đạt kế hoạch', behind],
    [`Nội dung chưa có hoạt động trong ${input.years.length > 0 ? 'cả giai đoạn' : 'kỳ'}`, silent],
    ['Chỉ tiêu cả giai đoạn chưa đạt', termTargetsMissed(book, input)],
    ['Nội dung có năm chưa có hoạt động', clausesWithSilentYears(input)],
    ['Trách nhiệm thông tin, báo cáo chưa thực hiện hoặc thực hiện chậm', unmetDuties(book, input)],
    ['Cơ quan chưa có hoạt động được ghi nhận trong kỳ', nothing],
  ]
  return parts
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([title, blocks], index) => [heading(`${from + index}.`, title), ...blocks])
}

function behindPlan(book: FigureBook, input: CompileInput): CompiledBlock[] {
  const ofItem = byItem(input.activities)
  return input.items
    .filter(item => isDue(input, item) && standingOf(input, item, ofItem.get(item.id) ?? []) !== 'done')
    .filter(item => item.dueOn !== null || hasTarget(item) || placesOf(input, item))
    .map(item => behind(book, input, item, ofItem.get(item.id) ?? []))
}

function behind(book: FigureBook, input: CompileInput, item: ItemRow, own: readonly ActivityRow[]): CompiledBlock {
  const standing = standingOf(input, item, own)
  const who = leadNames(input, item.leadBodies)
  const due = item.dueOn ? `hạn ${printDate(item.dueOn)}` : `hạn cuối năm ${input.period.year}`
  const facts = [who && `chủ trì: ${who}`, due].filter(Boolean).join('; ')
  const where = { clausePath: item.clausePath, itemId: item.id }
  return line([`${shortTitle(item.title)} (${facts}): `, ...outcome(book, input, item, standing !== 'going-on'), '.'], where)
}

function outcome(book: FigureBook, input: CompileInput, item: ItemRow, untouched: boolean): Sentence {
  if (placesOf(input, item)) return placesReached(book, input, item)
  if (untouched) return ['chưa thực hiện']
  if (!hasTarget(item)) return ['đang thực hiện, chưa hoàn thành']
  return ['đạt ', figure(book, shareQuery(input, item)), ` chỉ tiêu ${printCount(item.targetMin!)} ${item.targetUnit}`]
}

/**
 * Clauses that the year's plan asks for, without activity in the period; without a plan, those that state a duty.
 * A clause named as behind, or due later, is not named here.
 */
function silentClauses(book: FigureBook, input: CompileInput): CompiledBlock[] {
  const { from, to } = input.period
  const worked = new Set(recordsOf({ kind: 'activities', from, to }, input.activities).flatMap(one => one.clausePaths))
  const asking = input.items.length > 0 ? input.items : input.commitments
  const owing = new Set(asking.map(one => one.clausePath))
  const told = new Set(input.items.filter(item => item.dueOn !== null).map(item => item.clausePath))
  return input.clauses
    .filter(({ path }) => owing.has(path) && !worked.has(path) && !told.has(path))
    .map(({ path, text }) =>
      line([`${shortTitle(text)} (${citeClause(path)})`, ...lastYear(book, input, path), '.'], { clausePath: path }),
    )
}

/** "; cùng kỳ năm 2025: 03 hoạt động" */
function lastYear(book: FigureBook, { period, before }: CompileInput, clausePath: string): Sentence {
  const query = { kind: 'activities', clausePath, ...before } as const
  return book.valueOf(query) > 0 ? [`; cùng kỳ năm ${period.year - 1}: `, figure(book, query)] : []
}

function silentParties(input: CompileInput): CompiledBlock[] {
  const { from, to } = input.period
  const worked = new Set(recordsOf({ kind: 'activities', from, to }, input.activities).map(one => one.ownerBody))
  return input.parties.filter(party => !worked.has(party.bodyId)).map(party => line([`${party.name}.`]))
}

/** Items of the plan still open that fall due after the period, one line for what comes back on several days. */
export function comingItems(input: CompileInput): CompiledBlock[] {
  const ofItem = byItem(input.activities)
  const open = (item: ItemRow) => comesLater(input, item) && standingOf(input, item, ofItem.get(item.id) ?? []) !== 'done'
  const coming = input.items.filter(open).toSorted((a, b) => compareDays(a.dueOn!, b.dueOn!))
  const lines = Map.groupBy(coming, item => `${shortTitle(item.title)} ${item.leadBodies.join(' ')}`)
  return [...lines.values()].map(items => {
    const [first] = items as [ItemRow]
    const who = leadNames(input, first.leadBodies)
    const days = [...new Set(items.map(item => printDate(item.dueOn!)))].join(', ')
    const facts = [who && `chủ trì: ${who}`, `hạn ${days}`].filter(Boolean).join('; ')
    return line([`${shortTitle(first.title)} (${facts}).`], { clausePath: first.clausePath, itemId: first.id })
  })
}

/** Short names of the parties that lead, the order of the parties kept. */
export const leadNames = (input: CompileInput, bodies: readonly string[]): string =>
  input.parties
    .filter(party => bodies.includes(party.bodyId))
    .map(party => party.shortName)
    .join(', ')

const compareDays = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
