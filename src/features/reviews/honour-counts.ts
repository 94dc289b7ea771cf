import type { ReadDb } from '../../engine/db/database.ts'
import type { Bounds } from '../../kernel/periods.ts'
import { type HonourCounts as Counted, honoursOfProgramme } from '../honours/index.ts'
import type { HonourCounts, ToldCount } from './contract.ts'

/** Counts of a time as a review tells them. `halves`: those that are told by themselves too, with which it must not give more away. */
export async function loadHonours(
  db: ReadDb,
  programmeId: string,
  bounds: Bounds,
  halves: readonly Bounds[],
): Promise<HonourCounts> {
  const [whole, ...ofHalves] = await honoursOfProgramme(db, programmeId, [bounds, ...halves])
  return toldBeside(whole!, ofHalves)
}

/**
 * What of a year can be told beside its halves: a count that is not what the halves tell together holds a small one that a half hides, and
 * the other half would be taken from it to find that.
 */
export function toldBeside({ work, commended }: Counted, halves: readonly Counted[]): HonourCounts {
  const told = (value: number | null, inHalf: (half: Counted) => number | null | undefined): ToldCount => {
    if (value === null) return 'few'
    const ofHalves = halves.reduce((sum, half) => sum + (inHalf(half) ?? 0), 0)
    return halves.length === 0 || ofHalves === value ? value : 'some'
  }
  const ofWork = (key: string, of: 'sessions' | 'turns') => (half: Counted) => half.work.find(one => one.key === key)?.[of]
  return {
    work: work.map(({ key, sessions, turns }) => ({
      key,
      sessions: told(sessions, ofWork(key, 'sessions')),
      turns: told(turns, ofWork(key, 'turns')),
    })),
    commended: { ...commended, individual: told(commended.individual, half => half.commended.individual) },
  }
}
