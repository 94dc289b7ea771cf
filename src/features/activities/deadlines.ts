import { sql } from 'kysely'
import { question } from '../../engine/db/together.ts'
import type { DeadlineSource } from '../../engine/feature.ts'
import type { Details } from './details.ts'
import { kindNow, READY } from './kind-book.ts'
import type { KindField } from './kinds.ts'
import { WORK } from './rules.ts'
import { dueField } from './waiting.ts'

const MOST = 500

/** Work of the own side by whose day something is still to come, as its kind says: comments on a draft, answers to an urging. */
export const activityDeadlines: DeadlineSource = {
  kind: 'activity-due',
  ask: ({ db, acting }, until) => {
    if (typeof acting === 'string' || !acting.roles.some(role => WORK.roles.includes(role))) return null
    const due = db
      .selectFrom('activity')
      .leftJoin('own_kind', join =>
        join.on(sql`own_kind.key::text`, '=', sql.ref('activity.kind')).onRef('own_kind.number', '=', 'activity.kind_version'),
      )
      .select(['activity.id', 'activity.programme_id', 'activity.kind', 'activity.title', 'details', 'due_on'])
      .select(['own_kind.title as own_name', 'own_kind.fields as own_fields'])
      .where('owner_body', '=', acting.bodyId)
      .where('removed_at', 'is', null)
      .where('due_on', '<=', until)
      .orderBy('due_on')
      .orderBy('activity.id')
      .limit(MOST)
    return question({ due }, rows =>
      rows.due.map(row => {
        const ready = kindNow(READY, row.kind)
        const fields = (row.own_fields as KindField[] | null) ?? ready?.fields ?? []
        const day = dueField(fields, row.details as Details)
        return {
          kind: 'activity-due',
          id: row.id,
          programmeId: row.programme_id,
          title: row.title,
          context: [row.own_name ?? ready?.name, day?.label].filter(Boolean).join(' · '),
          address: `/hoat-dong/moi?sua=${row.id}`,
          dueOn: row.due_on,
          waits: 'us' as const,
          role: 'lead' as const,
          step: 'activity-due',
        }
      }),
    )
  },
}
