import { compareVietnamese } from '../../../kernel/vietnamese.ts'
import { fieldsOverTime, partsOfFields } from '../../activities/index.ts'
import type { ActivityRow, CompileInput, FigureQuery, ItemRow, Piece, Sentence } from '../contract.ts'
import { idOf } from '../figure-id.ts'
import { printFigure } from '../figure-text.ts'
import type { FigureBook } from '../figures.ts'
import { inSentence, joined, linksOf, phraseOf, workAfter } from './phrases.ts'

/** What a sentence tells of: one clause and kind, in the period and a year before. */
type Condition = Omit<FigureQuery, 'kind'>
export type Told = { clausePath: string; kind: string }

export const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.filter(value => value !== null))].toSorted(compareVietnamese)

/** A figure as a piece of a sentence: "02 lớp", "100%". */
export function figure(book: FigureBook, query: FigureQuery): Piece {
  const entered = book.enter(query)
  return { figure: entered.id, text: printFigure(entered) }
}

/** A figure whose number is hidden by the words that tell it: it never enters the book. */
export const untold = (query: FigureQuery, text: string): Piece => ({ figure: idOf(query), text, untold: true })

type Sides = { counts: Sentence[]; reaches: Sentence[]; uncounted: Sentence[] }

/** The two sides of the count pair, a figure for each unit in use. */
export function countPair(book: FigureBook, condition: Omit<FigureQuery, 'kind'>): Sides {
  const inUse = recordsIn(book, condition)
  const sum = (kind: 'count' | 'reach', units: string[]) => units.map(unit => [figure(book, { kind, ...condition, unit })])
  return {
    counts: sum('count', distinct(inUse.map(one => one.countUnit))),
    reaches: sum('reach', distinct(inUse.map(one => one.reachUnit))),
    uncounted: inUse.some(one => one.count === null) ? [[figure(book, { kind: 'uncounted', ...condition })]] : [],
  }
}

/** What was done and reached in a stretch, in one place; work without a number stands beside what has one, so that stretches add up. */
export function doneIn(book: FigureBook, condition: Condition): Sentence {
  const { counts, reaches, uncounted } = countPair(book, condition)
  return joined([...counts, ...uncounted, ...reaches])
}

/**
 * What was done under one clause in one kind of work: "Đã tổ chức 02 lớp tập huấn, bồi dưỡng với 117 lượt người tham dự,
 * đạt 100% kế hoạch năm (cùng kỳ năm 2025: 01 lớp, 45 lượt người)."
 */
export function kindSentence(book: FigureBook, input: CompileInput, told: Told, planned: ItemRow | null): Sentence {
  const { period, before } = input
  const condition = { clausePath: told.clausePath, activityKind: told.kind }
  const now = { ...condition, from: period.from, to: period.to }
  return [
    ...whatWasDone(book, input, told, now),
    ...(planned ? [', đạt ', figure(book, shareQuery(input, planned)), ' kế hoạch năm'] : []),
    ...fieldsTold(book, input, now),
    ...where(book, now),
    ...spent(book, now),
    ...yearBefore(book, input, { ...condition, ...before }),
    '.',
  ]
}

/** What was done a year earlier and not in the period: "Chưa tổ chức giao lưu trong kỳ (cùng kỳ năm 2025: 01 cuộc)." */
export function missedSentence(book: FigureBook, input: CompileInput, { clausePath, kind }: Told): Sentence {
  const { doing, work } = phraseOf(input.kinds, kind)
  const condition = { clausePath, activityKind: kind, ...input.before }
  return [`Chưa ${doing} ${work || 'hoạt động khác'} trong kỳ`, ...yearBefore(book, input, condition), '.']
}

function whatWasDone(book: FigureBook, { kinds }: CompileInput, { kind }: Told, condition: Condition): Sentence {
  const phrase = phraseOf(kinds, kind)
  const { counts, reaches, uncounted } = countPair(book, condition)
  const now = recordsIn(book, condition)
  const lastUnit = distinct(now.map(one => one.countUnit)).at(-1) ?? 'hoạt động'
  const [link, close] = linksOf(phrase, distinct(now.map(one => one.reachUnit)))
  return [
    `Đã ${phrase.doing} `,
    ...joined(counts.length > 0 ? counts : uncounted),
    workAfter(lastUnit, phrase.work),
    ...(reaches.length > 0 ? [link, ...joined(reaches), close] : []),
    ...(counts.length > 0 && uncounted.length > 0 ? ['; ngoài ra có ', ...uncounted[0]!, ' không ghi số lượng'] : []),
  ]
}

const recordsIn = (book: FigureBook, condition: Condition): readonly ActivityRow[] =>
  book.recordsOf({ kind: 'activities', ...condition })

/** "; kiến nghị sau giám sát: đã gửi 05, đã được giải quyết 03; nơi đến: 12 điểm": the kind's own fields that have a number. */
function fieldsTold(book: FigureBook, { kinds }: CompileInput, condition: Condition): Sentence {
  const told = recordsIn(book, condition)
  const parts = partsOfFields(fieldsOverTime(kinds, condition.activityKind ?? '')).filter(one =>
    told.some(record => one.part in record.parts),
  )
  const labels = [...new Set(parts.map(one => one.label))]
  return labels.flatMap(label => {
    const halves = parts.filter(one => one.label === label)
    const numbers = halves.map(({ part, word, unit, highest }): Sentence => {
      const piece = figure(book, { kind: 'detail', ...condition, part, unit, ...(highest && { highest }) })
      return word === '' ? [piece] : [`${word} `, piece]
    })
    return [`; ${inSentence(label)}: `, ...numbers.flatMap((one, at) => (at === 0 ? one : [', ', ...one]))]
  })
}

/** "; tại 05 xã, phường", where records say so by the list of places. */
function where(book: FigureBook, condition: Condition): Sentence {
  const query: FigureQuery = { kind: 'communes', ...condition }
  return book.recordsOf(query).length > 0 ? ['; địa bàn: ', figure(book, query)] : []
}

function spent(book: FigureBook, condition: Condition): Sentence {
  const money = moneyOf(book, condition)
  return money.length > 0 ? ['; kinh phí ', ...money] : []
}

/** What was spent, where anything was. */
export function moneyOf(book: FigureBook, condition: Condition): Sentence {
  const query: FigureQuery = { kind: 'money', ...condition }
  return book.valueOf(query) > 0 ? [figure(book, query)] : []
}

/** The same told of the same period a year earlier, all of it: count pair, fields, places and money. */
function yearBefore(book: FigureBook, input: CompileInput, condition: Condition): Sentence {
  const done = doneIn(book, condition)
  if (done.length === 0) return []
  return [
    ` (cùng kỳ năm ${input.period.year - 1}: `,
    ...done,
    ...fieldsTold(book, input, condition),
    ...where(book, condition),
    ...spent(book, condition),
    ')',
  ]
}

/** Percent of an item's target reached since the beginning of the reporting year. */
export const shareQuery = (
  { yearFrom, period }: Pick<CompileInput, 'yearFrom' | 'period'>,
  { id, targetMin, targetUnit }: ItemRow,
): FigureQuery => ({
  kind: 'share',
  from: yearFrom,
  to: period.to,
  itemId: id,
  unit: targetUnit!,
  target: targetMin!,
})
