import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { yearOf } from '../../../kernel/dates.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { inForceBetween } from '../commitments-in-force.ts'
import { type Ended, endedProgrammes } from '../endings.ts'
import { isWorker } from '../rules.ts'
import { partiesOfMany } from '../store.ts'

/** The programmes that the own body is a party of, the newest period first. */
export const listProgrammes = query({
  name: 'programmes.list',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({}),
  run: async ({ db, acting, today }) => {
    const rows = await db
      .selectFrom('programme')
      .select(['id', 'title', 'kind', 'number', 'date', 'effective_from', 'period_from', 'period_to'])
      .select(select => [
        select
          .selectFrom('commitment')
          .select(count => count.fn.countAll<number>().as('count'))
          .whereRef('commitment.programme_id', '=', 'programme.id')
          .where(inForceBetween(today, today))
          .as('commitments'),
        select
          .selectFrom('clause')
          .select(count => count.fn.countAll<number>().as('count'))
          .whereRef('clause.programme_id', '=', 'programme.id')
          .where('clause.amendment_id', 'is', null)
          .as('clauses'),
      ])
      .orderBy('period_to', 'desc')
      .orderBy('effective_from', 'desc')
      .execute()
    const parties = await partiesOfMany(
      db,
      rows.map(row => row.id),
    )
    const ended = await endedProgrammes(
      db,
      rows.map(row => row.id),
    )
    const programmes = rows.map(row => ({
      id: row.id,
      title: row.title,
      kind: row.kind,
      number: row.number,
      date: row.date,
      effectiveFrom: row.effective_from,
      period: { from: row.period_from, to: row.period_to },
      state: standingOf(row, ended.get(row.id), today),
      /** In which programme it goes on, or will. */
      into: ended.get(row.id)?.into ?? null,
      clauses: row.clauses ?? 0,
      commitments: row.commitments ?? 0,
      parties: parties.get(row.id) ?? [],
    }))
    return { programmes, can: { import: isWorker(acting) } }
  },
})

type Row = { effective_from: string; period_to: number }

/** Whether a programme stands on a day: before its day of effect, within its years, after them or after it was ended. */
function standingOf(row: Row, ended: Ended | undefined, today: string): 'not-yet' | 'in-force' | 'ended' {
  if (today < row.effective_from) return 'not-yet'
  return yearOf(today) > row.period_to || (ended && today >= ended.effectiveOn) ? 'ended' : 'in-force'
}
