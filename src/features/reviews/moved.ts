import type { ReportPeriod } from '../../kernel/periods.ts'
import { COUNT_WORDS } from './compiling/phrases.ts'
import type { CompiledReview, Figure, FigureQuery } from './contract.ts'
import { idOf } from './figure-id.ts'
import { wordsOfFigures } from './figure-text.ts'

/**
 * Ids of figures whose value is no longer as it was frozen, or that stand in one of both only. What reports tell since a day when fewer
 * things were told has not moved: pictures, places that are to reach a target, answers, and of the year before work without a number and
 * what hangs on it.
 */
export function movedFigures(frozen: CompiledReview, live: CompiledReview): string[] {
  const ids = new Set([...Object.keys(frozen.figures), ...Object.keys(live.figures)])
  const moved = [...ids].filter(id => frozen.figures[id]?.value !== live.figures[id]?.value)
  const hidden = wordsOfFigures(live)
  const told = moved
    .filter(id => !isHiddenSince(frozen, hidden, id))
    .filter(id => !isToldSince(frozen, live, id) && !isOfLaterSort(frozen, live, id))
  if (frozen.pictures) return told
  const words = wordsOfFigures({ ...live, pictures: [] })
  const pictured = new Set(live.pictures?.flatMap(({ series }) => series.flatMap(one => one.values.map(({ figure }) => figure))))
  return told.filter(id => Object.hasOwn(frozen.figures, id) || words.has(id) || !pictured.has(id))
}

/** A small count of persons that a report told before such were hidden, and that is small still. */
function isHiddenSince(frozen: CompiledReview, words: ReadonlyMap<string, string>, id: string): boolean {
  const figure = frozen.figures[id]
  return figure?.query.kind === 'honours' && figure.value < 5 && Boolean(words.get(id)?.startsWith(COUNT_WORDS.few))
}

/** What reports did not tell at first. A frozen one of no edition with none of a sort is of that time. */
const TOLD_LATER: readonly ((query: FigureQuery, period: ReportPeriod) => boolean)[] = [
  ({ kind, part }, period) => period.kind === 'final' && (kind === 'share' || (kind === 'money' && part !== undefined)),
  ({ kind }) => kind === 'places',
  ({ kind }) => kind === 'led',
  ({ kind }) => kind === 'informing',
  ({ kind, part = '' }) => kind === 'detail' && part.includes('.') && !/\.(first|second)$/.test(part),
]

function isOfLaterSort(frozen: CompiledReview, live: CompiledReview, id: string): boolean {
  if (frozen.edition !== undefined) return false
  const figure = frozen.figures[id] ? undefined : live.figures[id]
  const { period } = frozen.head
  const sort = figure && TOLD_LATER.find(one => one(figure.query, period))
  return sort !== undefined && !Object.values(frozen.figures).some(one => sort(one.query, period))
}

/** A figure of the year before that the frozen report leaves out, though it counts the very same work of that time as is recorded now. */
function isToldSince(frozen: CompiledReview, live: CompiledReview, id: string): boolean {
  const figure = frozen.figures[id] ? undefined : live.figures[id]
  if (frozen.edition !== undefined || !figure || figure.query.to >= frozen.head.period.from) return false
  const all = idOf(wholeOf(figure))
  const [then, now] = [frozen.figures[all]?.value, live.figures[all]?.value]
  return then !== undefined && then === now
}

const wholeOf = ({ query: { from, to } }: Figure) => ({ kind: 'activities' as const, from, to })
