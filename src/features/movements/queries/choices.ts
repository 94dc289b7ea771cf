import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { personOf, workers } from '../../../kernel/permissions.ts'
import { getBody } from '../../agencies/index.ts'

/** What the form opens with: the own body's name, its programmes and their clauses. */
export const choices = query({
  name: 'movements.choices',
  permission: { roles: workers, reach: 'own' },
  input: z.strictObject({}),
  run: async ({ db, acting, today }) => {
    const body = await getBody(db, personOf(acting).bodyId)
    const programmes = await db.selectFrom('programme').select(['id', 'title', 'number']).orderBy('title').execute()
    const clauses = await db
      .selectFrom('clause')
      .select(['programme_id', 'path', 'text'])
      .where('heading', '=', false)
      .orderBy('position')
      .execute()
    return {
      today,
      body: body.name,
      programmes,
      clauses: clauses.map(row => ({ programmeId: row.programme_id, path: row.path, text: row.text.slice(0, 160) })),
    }
  },
})
