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
      WHERE a.ending_id = programme_ending.id AND a.body_id = sitting_body())`
    const open = db
      .selectFrom('programme_ending')
      .select(['id', 'programme_id', 'into_id', 'cited', 'into_cited', 'effective_on', agreed.as('agreed')])
      .select(sql<boolean>`programme_id IN (SELECT my_programmes())`.as('own'))
      .where('state', '=', 'proposed')
      .orderBy('effective_on')
    return question({ open }, rows =>
      rows.open.map((row): Deadline => {
        // A party of the one that goes on alone sees it there.
        const programmeId = row.own ? row.programme_id : (row.into_id ?? row.programme_id)
        return {
          kind: 'programme-ending',
          id: row.id,
          programmeId,
          title: row.into_cited ? `Hợp nhất vào ${row.into_cited}` : 'Kết thúc chương trình',
          context: row.cited,
          address: `/chuong-trinh/${programmeId}/ket-thuc`,
          dueOn: row.effective_on,
          waits: row.agreed ? 'them' : 'us',
          role: 'both',
          step: row.agreed ? 'step.open-ending' : 'step.agree-ending',
        }
      }),
    )
  },
}
