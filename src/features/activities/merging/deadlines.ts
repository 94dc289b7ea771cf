import { question } from '../../../engine/db/together.ts'
import type { DeadlineSource } from '../../../engine/feature.ts'
import { printDate } from '../../../kernel/dates.ts'
import { WORK } from '../rules.ts'

const MOST = 100

/** Records of the own side that another proposes to take in: they wait for an answer. */
export const mergeDeadlines: DeadlineSource = {
  kind: 'activity-merge',
  ask: ({ db, acting }) => {
    if (typeof acting === 'string' || !acting.roles.some(role => WORK.roles.includes(role))) return null
    const proposed = db
      .selectFrom('activity_merge')
      .innerJoin('activity', 'activity.id', 'merged_id')
      .innerJoin('body', 'body.id', 'kept_body')
      .select(['activity_merge.id', 'merged_id', 'activity.title', 'held_on', 'body.short_name', 'activity_merge.programme_id'])
      .where('merged_body', '=', acting.bodyId)
      .where('state', '=', 'proposed')
      .orderBy('activity_merge.created_at')
      .limit(MOST)
    return question({ proposed }, rows =>
      rows.proposed.map(row => ({
        kind: 'activity-merge',
        id: row.id,
        programmeId: row.programme_id,
        title: row.title,
        context: `${printDate(row.held_on)} · ${row.short_name}`,
        address: `/hoat-dong/${row.merged_id}`,
        dueOn: null,
        waits: 'us' as const,
        role: 'both' as const,
        step: 'activity-merge',
      })),
    )
  },
}
