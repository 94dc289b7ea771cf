import type { Bounds } from '../../../kernel/periods.ts'
import { suppress } from '../../../kernel/suppress.ts'
import { DIMENSIONS } from '../../activities/index.ts'
import type { CompiledBlock, CompileInput, FigureQuery, Sentence } from '../contract.ts'
import type { FigureBook } from '../figures.ts'
import { joined, printCount } from './phrases.ts'

const LEADS = { sex: 'theo giới', age: 'theo lứa tuổi', people: 'theo dân tộc' } as const
type Dimension = keyof typeof LEADS
type Told = { label: string; query: FigureQuery; value: number }

/**
 * Those reached by sex, age and people, as counts beside the same period a year earlier. A review is read beyond those who recorded:
 * a count under 5 is not told, and another with it, so that it cannot be reckoned back; a dimension too thin for that is left out.
 */
export function splitBlocks(book: FigureBook, { period, before }: CompileInput): CompiledBlock[] {
  return (Object.keys(LEADS) as Dimension[]).flatMap((dimension): CompiledBlock[] => {
    const { told, hidden } = toldOf(book, dimension, period)
    if (told.length === 0) return []
    const past = new Map(toldOf(book, dimension, before).told.map(one => [one.label, one.query]))
    const groups = told.map(({ label, query }): Sentence => {
      const then = past.get(label)
      const figured = (of: FigureQuery) => ({ figure: book.enter(of).id, text: printCount(book.valueOf(of)) })
      const earlier = then ? [` (cùng kỳ năm ${period.year - 1}: `, figured(then), ')'] : []
      return [`${label} `, figured(query), ...earlier]
    })
    const tail = hidden ? '; các nhóm có số lượng nhỏ không nêu riêng' : ''
    return [
      {
        kind: 'sentence',
        pieces: [`Số lượt người tham gia có ghi ${LEADS[dimension]}: `, ...joined(groups), `${tail}.`],
        dash: true,
      },
    ]
  })
}

/** The groups of a dimension that had somebody in a stretch and whose counts are told, the largest first. */
function toldOf(book: FigureBook, dimension: Dimension, { from, to }: Bounds): { told: Told[]; hidden: boolean } {
  const all = DIMENSIONS[dimension]
    .map((label): Told => {
      const query: FigureQuery = { kind: 'split', from, to, part: `${dimension}:${label}` }
      return { label, query, value: book.valueOf(query) }
    })
    .filter(one => one.value > 0)
    .toSorted((a, b) => b.value - a.value)
  const { rows, totalHidden } = suppress(all, one => [one.value])
  const told = totalHidden ? [] : rows.filter(one => !one.hidden).map(one => one.row)
  return { told, hidden: told.length < all.length }
}
