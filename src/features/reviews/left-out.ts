import type { ReadDb } from '../../engine/db/database.ts'
import type { CompiledReview } from './contract.ts'
import { toldOf } from './freezing.ts'
import type { Review } from './store.ts'

/**
 * A shared text tells the figures that its writers have left in it, and its paper has no others. Which compiling told beside them is kept with
 * what is frozen, so that later one figure that they left out is told from one that has come since.
 */
export async function withLeftOut(db: ReadDb, review: Review, compiled: CompiledReview): Promise<CompiledReview> {
  if (!review.written) return compiled
  const told = await toldFigures(db, review)
  return { ...compiled, leftOut: told.filter(id => !Object.hasOwn(compiled.figures, id)).toSorted() }
}

/** Figures with a number that compiling tells now and that were neither in a frozen shared text nor left out of it. */
export async function comeSince(db: ReadDb, review: Review, { figures, leftOut }: CompiledReview): Promise<string[]> {
  if (!review.written || leftOut === undefined) return []
  const known = new Set([...Object.keys(figures), ...leftOut])
  return (await toldFigures(db, review)).filter(id => !known.has(id))
}

async function toldFigures(db: ReadDb, review: Review): Promise<string[]> {
  const { figures } = (await toldOf(db, review)).compiled
  return Object.keys(figures).filter(id => figures[id]!.value > 0)
}
