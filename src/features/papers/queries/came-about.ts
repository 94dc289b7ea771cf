import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { uuid } from '../../../kernel/fields.ts'
import { anyRole } from '../../../kernel/permissions.ts'

/** The papers that came in about a petition or a request, the latest first. */
export const cameAbout = query({
  name: 'papers.came-about',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ petitionId: uuid.optional(), requestId: uuid.optional() }),
  run: async ({ db }, { petitionId, requestId }) => {
    const ids = [petitionId, requestId].filter(id => id !== undefined)
    const rows = ids.length
      ? await db
          .selectFrom('incoming')
          .select(['id', 'issuer', 'cited', 'dated', 'subject'])
          .where('about_id', 'in', ids)
          .orderBy('arrived_on', 'desc')
          .orderBy('id')
          .execute()
      : []
    return { came: rows }
  },
})
