import type { Engine } from '../src/engine/runner.ts'
import { addDays, type IsoDate, isoDate } from '../src/kernel/dates.ts'
import { newId } from '../src/kernel/ids.ts'
import { WORK } from './generate-programme.ts'
import { insertRows, writeAsOwner } from './insert-rows.ts'
import type { Random } from './random.ts'

type Wanted = {
  programmeId: string
  parties: readonly string[]
  year: number
  items: number
  /** Clauses that the items serve, in turn. */
  clausePaths: readonly string[]
  state: 'draft' | 'agreed'
  /** Items due up to this day are closed. */
  closedTo?: IsoDate
  /** Some items have a target that each commune has to reach. */
  perCommune?: boolean
}

/** A shared plan of a year written row by row, without the commands that lead to one. */
export async function insertPlan(
  engine: Engine,
  random: Random,
  wanted: Wanted,
): Promise<{ planId: string; items: { id: string; clausePath: string }[] }> {
  const { programmeId: programme_id, parties, year, state } = wanted
  const [planId, now] = [newId(), new Date()]
  const items = Array.from({ length: wanted.items }, (_, at) => {
    const due_on = addDays(isoDate(year, 1, 2), random.below(330))
    const aimed = at % 3 === 0
    const perCommune = wanted.perCommune === true && at % 12 === 6
    return {
      id: newId(),
      plan_id: planId,
      programme_id,
      clause_path: wanted.clausePaths[at % wanted.clausePaths.length]!,
      position: at + 1,
      title: `${random.pick(WORK)}, việc thứ ${at + 1}`,
      lead_bodies: [parties[0]!],
      support_bodies: parties.slice(1),
      others: [],
      timing: 'due',
      due_on,
      product: 'Báo cáo kết quả',
      target_min: aimed ? (perCommune ? 1 : 2) : null,
      target_unit: aimed ? 'lớp' : null,
      target_per: perCommune ? 'xã' : null,
      closed_at: wanted.closedTo && due_on <= wanted.closedTo ? now : null,
    }
  })
  await writeAsOwner(engine, async tx => {
    const agreed = state === 'agreed' ? { digest: planId, agreed_at: now } : {}
    await insertRows(tx, 'plan', [
      { id: planId, programme_id, year, state, owner_body: parties[0]!, created_at: now, shared_at: now, ...agreed },
    ])
    await insertRows(tx, 'plan_item', items)
  })
  return { planId, items: items.map(({ id, clause_path: clausePath }) => ({ id, clausePath })) }
}
