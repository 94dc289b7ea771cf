import { citeClause } from '../../../kernel/cite-clause.ts'
import { compareVietnamese } from '../../../kernel/vietnamese.ts'
import type { ActivityRow, ClauseRow, CompiledBlock, CompileInput, ItemRow } from '../contract.ts'
import { printCount } from '../figure-text.ts'
import { type FigureBook, recordsOf } from '../figures.ts'
import { towardsPlaces } from './places.ts'
import { byClause, byItem, hasTarget, placesOf } from './progress.ts'
import { figure, kindSentence, missedSentence, shareQuery } from './sentences.ts'
import { splitBlocks } from './splits.ts'
import { yearByYear } from './term.ts'
import { termTargetsUnder } from './term-targets.ts'
import { shortTitle } from './titles.ts'

/** Part II: what was done, clause by clause in the order of the programme. */
export function results(book: FigureBook, input: CompileInput): CompiledBlock[] {
  const ofClause = byClause(input.activities)
  const ofItem = byItem(input.activities)
  const { from, to } = input.period
  const active = input.clauses.filter(({ path }) => ofClause.get(path)?.some(one => one.heldOn >= from && one.heldOn <= to))
  return active.flatMap((clause, index) => [
    headingOf(clause, index + 1),
    ...clauseSentences(book, input, clause.path, ofClause.get(clause.path)!, ofItem),
    ...yearByYear(book, input, clause.path),
    ...termTargetsUnder(book, input, clause.path),
  ])
}

const headingOf = ({ path, text }: ClauseRow, nth: number): CompiledBlock => ({
  kind: 'heading',
  level: 2,
  label: `${nth}.`,
  text: `${shortTitle(text)} (${citeClause(path)})`,
  clausePath: path,
})

function clauseSentences(
  book: FigureBook,
  input: CompileInput,
  clausePath: string,
  records: readonly ActivityRow[],
  ofItem: Map<string, ActivityRow[]>,
): CompiledBlock[] {
  const { from, to } = input.period
  const ofKind = Map.groupBy(records, one => one.kind)
  const now = Map.groupBy(
    records.filter(one => one.heldOn >= from && one.heldOn <= to),
    one => one.kind,
  )
  const kinds = [...now.keys()].toSorted((a, b) => now.get(b)!.length - now.get(a)!.length || compareVietnamese(a, b))
  const targets = input.items.filter(item => item.clausePath === clausePath && hasTarget(item))
  const told = new Set<string>()
  const sentences = kinds.map((kind): CompiledBlock => {
    const planned = soleTarget(input, clausePath, kind, ofKind.get(kind)!, targets, ofItem)
    if (planned) told.add(planned.id)
    const pieces = kindSentence(book, input, { clausePath, kind }, planned)
    return { kind: 'sentence', pieces, dash: true, clausePath }
  })
  const before = (kind: string) => recordsOf({ kind: 'activities', ...input.before }, ofKind.get(kind)!).length > 0
  const missed = [...ofKind.keys()].filter(kind => !now.has(kind) && before(kind)).toSorted(compareVietnamese)
  return [
    ...sentences,
    ...splitBlocks(book, input, clausePath),
    ...missed.map((kind): CompiledBlock => {
      const pieces = missedSentence(book, input, { clausePath, kind })
      return { kind: 'sentence', pieces, dash: true, clausePath }
    }),
    ...targets.filter(item => !told.has(item.id) && ofItem.has(item.id)).map(item => towards(book, input, item)),
    ...input.items
      .filter(item => item.clausePath === clausePath && placesOf(input, item))
      .map(item => towardsPlaces(book, input, item)),
  ]
}

/** The one target that a sentence can be held against: its records are the very ones that the sentence counts. */
function soleTarget(
  input: CompileInput,
  clausePath: string,
  kind: string,
  records: readonly ActivityRow[],
  targets: readonly ItemRow[],
  ofItem: Map<string, ActivityRow[]>,
): ItemRow | null {
  const { from, to } = input.period
  const sentence = recordsOf({ kind: 'activities', from, to, clausePath, activityKind: kind }, records)
  const units = new Set(sentence.flatMap(one => [one.countUnit, one.reachUnit]))
  const fitting = targets.filter(item => {
    const counted = recordsOf(shareQuery(input, item), ofItem.get(item.id) ?? [])
    return units.has(item.targetUnit) && counted.length === sentence.length && counted.every(one => sentence.includes(one))
  })
  return fitting.length === 1 ? fitting[0]! : null
}

/** "Nhiệm vụ “…”: từ đầu năm đạt 60% chỉ tiêu 05 lớp của kế hoạch." */
function towards(book: FigureBook, input: CompileInput, item: ItemRow): CompiledBlock {
  const target = `${printCount(item.targetMin!)} ${item.targetUnit}`
  const share = figure(book, shareQuery(input, item))
  const pieces = [`Nhiệm vụ “${shortTitle(item.title)}”: từ đầu năm đạt `, share, ` chỉ tiêu ${target} của kế hoạch.`]
  return { kind: 'sentence', pieces, dash: true, clausePath: item.clausePath, itemId: item.id }
}
