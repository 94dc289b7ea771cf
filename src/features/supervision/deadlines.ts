import { sql } from 'kysely'
import { question } from '../../engine/db/together.ts'
import type { DeadlineSource } from '../../engine/feature.ts'
import type { SupervisionForm, SupervisionState } from './contract.ts'
import { isAway, nextStep } from './rules.ts'

const MOST = 400

/** Open supervisions of the own body by the day on which the next step is due. */
export const supervisionDeadlines: DeadlineSource = {
  kind: 'supervision',
  ask: ({ db, acting }, until) => {
    if (typeof acting === 'string' || !acting.roles.some(role => role === 'officer' || role === 'leader')) return null
    const open = db
      .selectFrom('supervision')
      .leftJoin('place', 'place.id', 'commune_id')
      .select(['supervision.id', 'title', 'object', 'form', 'state', 'due_on', 'programme_id', 'place.name as commune'])
      .select(
        sql<number>`(SELECT count(*)::int FROM finding f WHERE f.supervision_id = supervision.id AND f.removed_at IS NULL AND f.recommendation <> '')`.as(
          'asked',
        ),
      )
      .where('supervision.body_id', '=', acting.bodyId)
      .where('due_on', '<=', until)
      .orderBy('due_on')
      .limit(MOST)
    return question({ open }, rows =>
      rows.open.map(row => {
        const [state, form] = [row.state as SupervisionState, row.form as SupervisionForm]
        const next = nextStep({ state, form, asked: row.asked })!
        return {
          kind: 'supervision',
          id: row.id,
          ...(row.programme_id ? { programmeId: row.programme_id } : {}),
          title: row.title,
          context: [row.object, row.commune].filter(Boolean).join(' · '),
          address: `/giam-sat/${row.id}`,
          dueOn: row.due_on,
          waits: isAway(state) ? ('them' as const) : ('us' as const),
          role: 'lead' as const,
          step: `supervision-${next}`,
        }
      }),
    )
  },
}
