import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { workers } from '../../../kernel/permissions.ts'
import { ORIGINS } from '../contract.ts'
import { clockTerm, ownTerm } from '../due.ts'
import { listFields } from '../fields.ts'

/** What the form of a petition opens with: fields, the clauses it may serve, and the first term of each origin as of today. */
export const choices = query({
  name: 'petitions.choices',
  permission: { roles: workers, reach: 'own' },
  input: z.strictObject({}),
  run: async ({ db, today }) => {
    const programmes = await db.selectFrom('programme').select(['id', 'title', 'number']).orderBy('title').execute()
    const clauses = await db
      .selectFrom('commitment')
      .select(['programme_id', 'clause_path', 'text', 'topics'])
      .orderBy('position')
      .execute()
    const own = await ownTerm(db, 'received', today)
    const terms = ORIGINS.map(async origin => {
      const clock = await clockTerm(db, { origin, level: 'own', day: today })
      return [origin, { ...(clock ?? own), byLaw: clock !== null }] as const
    })
    return {
      today,
      fields: (await listFields(db)).filter(field => !field.ended).map(({ key, name }) => ({ key, name })),
      programmes,
      clauses: clauses
        .filter(row => row.topics.some(topic => topic === 'petition' || topic === 'voter-contact' || topic === 'opinion'))
        .map(row => ({ programmeId: row.programme_id, path: row.clause_path, text: row.text })),
      terms: Object.fromEntries(await Promise.all(terms)),
    }
  },
})
