import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { HANDLE, may } from '../rules.ts'

/** The decisions of the own register, the latest first, with the bodies that were consulted on each. */
export const lists = query({
  name: 'honours.lists',
  permission: HANDLE,
  input: z.strictObject({}),
  run: async ({ db, acting, today }) => {
    const found = await db
      .selectFrom('recognition_list as list')
      .selectAll('list')
      .select(row =>
        row
          .selectFrom('recognition')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('list_id', '=', 'list.id')
          .as('count'),
      )
      .orderBy('decision_date', 'desc')
      .orderBy('list.id')
      .execute()
    const asked = await db
      .selectFrom('recognition_consultation')
      .select(['id', 'list_id', 'consulted', 'paper_number', 'paper_date'])
      .where('removed_at', 'is', null)
      .orderBy('paper_date')
      .execute()
    return {
      today,
      lists: found.map(row => ({
        id: row.id,
        number: row.decision_number,
        date: row.decision_date,
        decidedBy: row.decided_by,
        issuer: row.issuer,
        year: row.year,
        count: row.count ?? 0,
        consulted: asked
          .filter(one => one.list_id === row.id)
          .map(one => ({ id: one.id, body: one.consulted, number: one.paper_number, date: one.paper_date })),
      })),
      can: { note: may(HANDLE, acting) },
    }
  },
})
