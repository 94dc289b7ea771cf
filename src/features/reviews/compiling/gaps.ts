import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import type { ActivityRow, CompiledBlock, CompileInput, ItemRow, Sentence } from '../contract.ts'
import { type FigureBook, recordsOf } from '../figures.ts'
import { printCount } from './phrases.ts'
import { byItem, comesLater, fallsDue, hasTarget, standingOf } from './progress.ts'
import { figure, shareQuery } from './sentences.ts'
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
  const silent = silentClauses(input)
  const nothing = silentParties(input)
  const parts: [string, CompiledBlock[]][] = [
    ['Nội dung đến hạn chưa thực hiện hoặc chưa đạt kế hoạch', behind],
    ['Nội dung chưa có hoạt động trong kỳ', silent],
    ['Cơ quan chưa có hoạt động được ghi nhận trong kỳ', nothing],
  ]
  return parts
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([title, blocks], index) => [heading(`${from + index}.`, title), ...blocks])
}

function behindPlan(book: FigureBook, input: CompileInput): CompiledBlock[] {
  const ofItem = byItem(input.activities)
  return input.items
    .filter(item => fallsDue(input, item) && standingOf(input, item, ofItem.get(item.id) ?? []) !== 'done')
    .filter(item => item.dueOn !== null || hasTarget(item))
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
  if (untouched) return ['chưa thực hiện']
  if (!hasTarget(item)) return ['đang thực hiện, chưa hoàn thành']
  return ['đạt ', figure(book, shareQuery(input, item)), ` chỉ tiêu ${printCount(item.targetMin!)} ${item.targetUnit}`]
}

/** Clauses with a duty and no activity in the period; a clause whose item was named as behind is not named twice. */
function silentClauses(input: CompileInput): CompiledBlock[] {
  const { from, to } = input.period
  const worked = new Set(recordsOf({ kind: 'activities', from, to }, input.activities).flatMap(one => one.clausePaths))
  const named = new Set(input.items.filter(item => fallsDue(input, item) && item.dueOn !== null).map(item => item.clausePath))
  const notYet = new Set(input.items.filter(item => comesLater(input, item)).map(item => item.clausePath))
  const owing = new Set(input.commitments.map(commitment => commitment.clausePath))
  return input.clauses
    .filter(({ path }) => owing.has(path) && !worked.has(path) && !named.has(path) && !notYet.has(path))
    .map(({ path, text }) => line([`${shortTitle(text)} (${citeClause(path)}).`], { clausePath: path }))
}

function silentParties(input: CompileInput): CompiledBlock[] {
  const { from, to } = input.period
  const worked = new Set(recordsOf({ kind: 'activities', from, to }, input.activities).map(one => one.ownerBody))
  return input.parties.filter(party => !worked.has(party.bodyId)).map(party => line([`${party.name}.`]))
}

/** Items of the plan that fall due after the period: the part of the way ahead that is agreed already. */
export const comingItems = (input: CompileInput): CompiledBlock[] =>
  input.items
    .filter(item => comesLater(input, item))
    .toSorted((a, b) => (a.dueOn! < b.dueOn! ? -1 : a.dueOn! > b.dueOn! ? 1 : 0))
    .map(item => {
      const who = leadNames(input, item.leadBodies)
      const facts = [who && `chủ trì: ${who}`, `hạn ${printDate(item.dueOn!)}`].filter(Boolean).join('; ')
      return line([`${shortTitle(item.title)} (${facts}).`], { clausePath: item.clausePath, itemId: item.id })
    })

/** Short names of the parties that lead, the order of the parties kept. */
export const leadNames = (input: CompileInput, bodies: readonly string[]): string =>
  input.parties
    .filter(party => bodies.includes(party.bodyId))
    .map(party => party.shortName)
    .join(', ')
