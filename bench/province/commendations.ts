import type { Engine } from '../../src/engine/runner.ts'
import { addDays, daysBetween, type IsoDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { insertRows, writeAsOwner } from '../insert-rows.ts'
import type { Random } from '../random.ts'

type Wanted = { bodyId: string; by: string; programmeId: string; count: number; days: { from: IsoDate; to: IsoDate } }
const LINES_EACH = 12

/** Rounds of commendation at several steps, with those put forward; every second is shown to the programme's parties. */
export async function insertCommendations(engine: Engine, random: Random, wanted: Wanted): Promise<void> {
  const rounds = Array.from({ length: wanted.count }, (_, at) => roundOf(random, wanted, at))
  const lines = rounds.flatMap(({ id: commendation_id, decision_date, body_id, created_by, created_at }) =>
    Array.from({ length: LINES_EACH }, (_, at) => ({
      id: newId(),
      commendation_id,
      body_id,
      proposed_by: body_id,
      sort: at % 3 === 0 ? 'collective' : 'individual',
      collective: at % 3 === 0 ? `Tập thể thôn ${at + 1}` : null,
      workplace: 'Xã Số 1',
      chosen: decision_date === null ? null : random.below(3) > 0,
      created_by,
      created_at,
    })),
  )
  await writeAsOwner(engine, async tx => {
    await insertRows(tx, 'commendation', rounds)
    await insertRows(tx, 'commendation_line', lines)
  })
}

function roundOf(random: Random, { bodyId: body_id, by, programmeId, days }: Wanted, at: number) {
  const opened = addDays(days.from, random.below(daysBetween(days.from, days.to) + 1))
  const decided = addDays(opened, 20) <= days.to && random.below(4) > 0 ? addDays(opened, 20) : null
  const created_at = new Date(`${opened}T03:00:00Z`)
  const shared = random.below(2) === 0
  return {
    id: newId(),
    body_id,
    occasion: `Tổng kết phong trào lần ${at + 1}`,
    form: 'certificate',
    issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Sơn Hà',
    state: decided === null ? 'open' : 'decided',
    programme_id: shared ? programmeId : null,
    shared_at: shared ? created_at : null,
    dossier_due: addDays(opened, 10),
    due_basis: 'Hướng dẫn',
    due_on: addDays(opened, 10),
    decision_number: decided === null ? null : `${at + 1}/QĐ-UBND`,
    decision_date: decided,
    moved_by: by,
    moved_at: created_at,
    created_by: by,
    created_at,
  }
}
