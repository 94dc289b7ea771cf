import type { Updateable } from 'kysely'
import type { CommandContext } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import type { DB } from '../../../engine/db/schema.generated.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'

import { type Step, whyNotOn, whyNotStep } from './rules.ts'
import { type Commendation, getCommendation, type Line, linesOf } from './store.ts'

type At = { commendationId: string; version: number }
type Taken = (round: Commendation, lines: Line[]) => Promise<Updateable<DB['commendation']>>

/** Takes one step of a round on a day: the rules say whether it may be taken, `take` what it changes. One audit entry, without a name. */
export async function takeStep(
  { tx, acting, now, today }: CommandContext,
  step: Step,
  { commendationId, version }: At,
  on: IsoDate,
  take: Taken,
) {
  const round = await getCommendation(tx, commendationId)
  refuseIf(whyNotStep(acting, step, round) ?? whyNotOn(on, round, today))
  const change = await take(round, await linesOf(tx, commendationId))
  const moved = { moved_by: personOf(acting).accountId, moved_at: now }
  const { version: after } = await changeRow(tx, 'commendation', { id: commendationId, version }, { ...change, ...moved })
  return {
    result: { commendationId, version: after },
    audit: { kind: 'commendation', id: commendationId, programme: round.programmeId, detail: { step, day: on } },
  }
}
