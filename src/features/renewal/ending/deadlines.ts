import { sql } from 'kysely'
import { question } from '../../../engine/db/together.ts'
import type { Deadline, DeadlineSource } from '../../../engine/feature.ts'
import { deciders } from '../../../kernel/permissions.ts'

/** Ends of programmes that wait for who decides: for the own body to agree, or for the others once it has. */
export const endingDeadlines: DeadlineSource = {
  kind: 'programme-ending',
  ask: ({ db, acting }) => {
    if (typeof acting === 'string' || !deciders.some(role => acting.roles.includes(role))) return null
    const agreed = sql<boolean>`EXISTS (SELECT FROM programme_ending_agreement a
      WHERE a.ending_id = programme_ending.id AND a.body_id = heir_of(${acting.bodyId}::uuid))`
    const open = db
      .selectFrom('programme_ending')
      .select(['id', 'programme_id', 'cited', 'into_cited', 'effective_on', agreed.as('agreed')])
      .where('state', '=', 'proposed')
      .orderBy('effective_on')
    return question({ open }, rows =>
      rows.open.map(
        (row): Deadline => ({
          kind: 'programme-ending',
          id: row.id,
          programmeId: row.programme_id,
          title: row.into_cited ? `Hợp nhất vào ${row.into_cited}` : 'Kết thúc chương trình',
          context: row.cited,
          address: `/chuong-trinh/${row.programme_id}/ket-thuc`,
          dueOn: row.effective_on,
          waits: row.agreed ? 'them' : 'us',
          role: 'both',
          step: row.agreed ? 'step.open-ending' : 'step.agree-ending',
        }),
      ),
    )
  },
}
