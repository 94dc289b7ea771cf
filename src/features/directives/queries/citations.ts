import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { uuid } from '../../../kernel/fields.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { getProgramme } from '../../programmes/index.ts'
import { type Citation, proposalsFrom } from '../citations.ts'
import { WORK } from '../rules.ts'
import { listDirectives } from '../store.ts'

/** What the signed text of a programme cites and nobody has taken over yet, with its clauses to choose from. */
export const citations = query({
  name: 'directives.citations',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: uuid }),
  run: async ({ db, acting }, { programmeId }) => {
    const { details } = await getProgramme(db, programmeId)
    const clauses = await db
      .selectFrom('clause')
      .select(['path', 'text', 'heading'])
      .where('programme_id', '=', programmeId)
      .orderBy('position')
      .execute()
    const cited = ((details ?? {}) as { citations?: Citation[] }).citations ?? []
    return {
      proposals: proposalsFrom(cited, clauses, await listDirectives(db, programmeId)),
      clauses: clauses
        .filter(clause => !clause.heading)
        .map(clause => ({ programmeId, path: clause.path, text: clause.text.slice(0, 160) })),
      can: { confirm: whyNotPermitted(WORK, acting) === null },
    }
  },
})
