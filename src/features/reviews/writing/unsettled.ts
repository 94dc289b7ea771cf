import type { ReadDb } from '../../../engine/db/database.ts'
import { overtakenOf } from '../freezing.ts'
import { awaitedParts } from '../parts/store.ts'
import type { Review } from '../store.ts'
import { openRemarks } from './remarks.ts'

/**
 * How much in a shared text is still open, of which who freezes it should know: compiled sentences that it lacks or still has though they
 * hold no longer, remarks of the sides, and parts that units have not handed in.
 */
export async function unsettledOf(db: ReadDb, review: Review): Promise<{ overtaken: number; remarks: number; parts: number }> {
  if (!review.written || review.state === 'frozen') return { overtaken: 0, remarks: 0, parts: 0 }
  const overtaken = await overtakenOf(db, review)
  return {
    overtaken: overtaken ? overtaken.missing.length + overtaken.stale.length : 0,
    remarks: (await openRemarks(db, review.id)).length,
    parts: (await awaitedParts(db, review.id)).filter(one => one.arrivedAt === null).length,
  }
}
