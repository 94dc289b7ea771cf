import type { Bounds } from '../../../kernel/periods.ts'
import { suppress } from '../../../kernel/suppress.ts'
import { DIMENSIONS } from '../../activities/index.ts'
import type { CompiledBlock, CompileInput, FigureQuery, Sentence } from '../contract.ts'
import { printCount } from '../figure-text.ts'
import type { FigureBook } from '../figures.ts'
import { joined } from './phrases.ts'

const LEADS = { sex: 'theo giới', age: 'theo lứa tuổi', people: 'theo dân tộc' } as const
type Dimension = keyof typeof LEADS
type Told = { label: string; query: FigureQuery; value: number }
/** A clause, the stretch that is told of it, and those within it that other reviews tell. */
type Part = { clausePath: string; stretch: Bounds; halves: readonly Bounds[] }

/**
 * Those reached under one clause by sex, age and people, as counts beside the same period a year earlier. A review is read beyond those
 * who recorded: a count under 5 is not told, and another with it, so that it cannot be reckoned back; a dimension too thin for that is
 * left out. No sum over the clauses is told, from which what is hidden in one could be reckoned; and a year tells no group that one of its
 * halves hides, which the other half would be taken from it to find.
 */
export function splitBlocks(
  book: FigureBook,
  { period, before, halves }: Pick<CompileInput, 'period' | 'before' | 'halves'>,
  clausePath: string,
): CompiledBlock[] {
  return (Object.keys(LEADS) as Dimension[]).flatMap((dimension): CompiledBlock[] => {
    const { told, hidden } = toldOf(book, dimension, { clausePath, stretch: period, halves: halves.period })
    if (told.length === 0) return []
    const earlier = toldOf(book, dimension, { clausePath, stretch: before, halves: halves.before })
    const past = new Map(earlier.told.map(one => [one.label, one.query]))
    const groups = told.map(({ label, query }): Sentence => {
      const then = past.get(label)
      const figured = (of: FigureQuery) => ({ figure: book.enter(of).id, text: printCount(book.valueOf(of)) })
      const beside = then ? [` (cùng kỳ năm ${period.year - 1}: `, figured(then), ')'] : []
      return [`${label} `, figured(query), ...beside]
    })
    const tail = hidden.length > 0 ? '; các nhóm có số lượng nhỏ không nêu riêng' : ''
    const pieces = [`Số lượt người tham gia có ghi ${LEADS[dimension]}: `, ...joined(groups), `${tail}.`]
    return [{ kind: 'sentence', pieces, dash: true, clausePath }]
  })
}

/** The groups of a dimension that had somebody in a stretch, the largest first: those whose counts are told, and those whose are not. */
function toldOf(book: FigureBook, dimension: Dimension, part: Part): { told: Told[]; hidden: Told[] } {
  const { clausePath, halves } = part
  const { from, to } = part.stretch
  const all = DIMENSIONS[dimension]
    .map((label): Told => {
      const query: FigureQuery = { kind: 'split', clausePath, from, to, part: `${dimension}:${label}` }
      return { label, query, value: book.valueOf(query) }
    })
    .filter(one => one.value > 0)
    .toSorted((a, b) => b.value - a.value)
  const ofHalves = halves.flatMap(half => toldOf(book, dimension, { clausePath, stretch: half, halves: [] }).hidden)
  const labels = new Set([...hiddenOf(book, all), ...ofHalves].map(one => one.label))
  const [hidden = [], told = []] = [true, false].map(isHidden => all.filter(one => labels.has(one.label) === isHidden))
  return { told, hidden }
}

/** Small counts, and those that would give them away. */
function hiddenOf(book: FigureBook, all: readonly Told[]): readonly Told[] {
  // Work under two clauses stands in both: where they differ by few only, the larger tells, and the smaller would tell these few.
  if (all.some(one => book.splitOf(one.query)?.apart)) return all
  const { rows, totalHidden } = suppress(all, one => [one.value])
  return totalHidden ? all : rows.filter(one => one.hidden).map(one => one.row)
}
