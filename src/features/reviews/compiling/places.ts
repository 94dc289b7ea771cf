import { printDate } from '../../../kernel/dates.ts'
import type { CompiledBlock, CompileInput, FigureQuery, ItemRow, Sentence } from '../contract.ts'
import { printCount } from '../figure-text.ts'
import type { FigureBook } from '../figures.ts'
import { listed } from './phrases.ts'
import { placesOf } from './progress.ts'
import { figure } from './sentences.ts'
import { shortTitle } from './titles.ts'

type Part = 'wanted' | 'reached' | 'begun' | 'none'
const UNITS = { commune: 'xã, phường', village: 'thôn, bản' }
/** More names than these are told by their figure alone, which opens them. */
const NAMED_AT_MOST = 40

/** The places that stand so with an item on the last day of the period, by the work of the reporting year. */
export function placesQuery(input: CompileInput, item: ItemRow, part: Part): FigureQuery {
  const unit = UNITS[placesOf(input, item)?.level ?? 'commune']
  return { kind: 'places', from: input.yearFrom, to: input.period.to, itemId: item.id, unit, part }
}

/** "đạt ở 03 xã, phường trong 05 xã, phường phải đạt; có nhưng chưa đủ ở 01 xã, phường; chưa có ở 01 xã, phường (xã Đăk Mây)" */
export function placesReached(book: FigureBook, input: CompileInput, item: ItemRow): Sentence {
  const said = (part: Part, lead: string): Sentence => {
    const query = placesQuery(input, item, part)
    return book.valueOf(query) > 0 ? [lead, figure(book, query)] : []
  }
  const none = said('none', '; chưa có ở ')
  const reached = said('reached', 'đạt ở ')
  return [
    ...(reached.length > 0 ? [...reached, ' trong '] : ['chưa nơi nào đạt trong ']),
    figure(book, placesQuery(input, item, 'wanted')),
    ' phải đạt',
    ...said('begun', '; có nhưng chưa đủ ở '),
    ...none,
    ...(none.length > 0 ? namesOfNone(input, item) : []),
  ]
}

function namesOfNone(input: CompileInput, item: ItemRow): Sentence {
  const none = placesOf(input, item)!.places.filter(one => one.standing === 'none')
  const names = none.map(({ name, under }) => (under ? `${name}, ${under}` : name))
  return none.length > NAMED_AT_MOST ? [] : [` (${listed(names)})`]
}

/** "Nhiệm vụ “…” (mỗi xã biên giới 02 lớp): đến hết ngày 14/06/2026 đạt ở 03 xã, phường trong 05 xã, phường phải đạt." */
export function towardsPlaces(book: FigureBook, input: CompileInput, item: ItemRow): CompiledBlock {
  const target = `mỗi ${item.targetPer} ${printCount(item.targetMin!)} ${item.targetUnit}`
  const lead = `Nhiệm vụ “${shortTitle(item.title)}” (${target}): đến hết ngày ${printDate(input.period.to)} `
  const pieces = [lead, ...placesReached(book, input, item), '.']
  return { kind: 'sentence', pieces, dash: true, clausePath: item.clausePath, itemId: item.id }
}
