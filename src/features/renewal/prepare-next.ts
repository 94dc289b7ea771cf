import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { refuseIf } from '../../kernel/refusal.ts'
import { fromItsSeat, partiesOn } from '../programmes/index.ts'
import { loadEnding } from './load-next.ts'
import type { NextPaper } from './next-paper.ts'
import { whyNotDraft, whyNotPeriod } from './rules.ts'

type Asked = { programmeIds: readonly string[]; from: number; to: number }

/** What the draft is set from. Refuses while a line is open and where the period begins before the old one has ended. */
export async function loadNextPaper(db: ReadDb, { programmeIds, from, to }: Asked, today: IsoDate): Promise<NextPaper> {
  const ending = await loadEnding(db, programmeIds, today)
  for (const { period } of ending) refuseIf(whyNotPeriod({ from, to }, period))
  refuseIf(whyNotDraft(ending.flatMap(one => one.lines.filter(line => !line.heading))))
  const first = ending[0]!.id
  const issuers = await fromItsSeat(db, first, () => partiesOn(db, first, today))
  return { ending, issuers, from, to, today }
}
