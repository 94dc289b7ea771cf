import type { CompiledReview } from './contract.ts'
import { wordsOfFigures } from './figure-text.ts'

/** Ids of figures whose value is no longer as it was frozen, or that stand in one of both only. What only pictures tell has not moved where a report was frozen before there were any. */
export function movedFigures(frozen: CompiledReview, live: CompiledReview): string[] {
  const ids = new Set([...Object.keys(frozen.figures), ...Object.keys(live.figures)])
  const moved = [...ids].filter(id => frozen.figures[id]?.value !== live.figures[id]?.value)
  if (frozen.pictures) return moved
  const words = wordsOfFigures({ ...live, pictures: [] })
  const pictured = new Set(live.pictures?.flatMap(({ series }) => series.flatMap(one => one.values.map(({ figure }) => figure))))
  return moved.filter(id => Object.hasOwn(frozen.figures, id) || words.has(id) || !pictured.has(id))
}
