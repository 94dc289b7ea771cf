import { sql } from 'kysely'
import { question } from '../../engine/db/together.ts'
import type { DeadlineSource } from '../../engine/feature.ts'
import type { MovementKind } from './contract.ts'
import { nextReport } from './rules.ts'
import { KIND_NAMES } from './words.ts'

const MOST = 400

/** Yearly results of what goes on, by the day on which the year's figures are closed. */
export const movementDeadlines: DeadlineSource = {
  kind: 'movement',
  ask: ({ db, acting }, until) => {
    if (typeof acting === 'string' || !acting.roles.some(role => role === 'officer' || role === 'leader')) return null
    const open = db
      .selectFrom('movement')
      .leftJoin('place', 'place.id', 'place_id')
      .select(['movement.id', 'title', 'movement.kind', 'programme_id', 'starts_on', 'ends_on', 'keeper', 'place.name as place'])
      .select(
        sql<number[]>`ARRAY(SELECT year FROM movement_year y WHERE y.movement_id = movement.id AND y.reported_on IS NOT NULL)`.as(
          'reported',
        ),
      )
      .where('movement.body_id', '=', acting.bodyId)
      .where('ended_on', 'is', null)
      .where('removed_at', 'is', null)
      .where('starts_on', '<=', until)
      .orderBy('starts_on')
      .limit(MOST)
    return question({ open }, rows =>
      rows.open.flatMap(row => {
        const due = nextReport({ startsOn: row.starts_on, endsOn: row.ends_on, endedOn: null }, row.reported, until)
        if (!due || due.dueOn > until) return []
        return [
          {
            kind: 'movement',
            id: row.id,
            ...(row.programme_id ? { programmeId: row.programme_id } : {}),
            title: row.title,
            context: [`${KIND_NAMES[row.kind as MovementKind]}, năm ${due.year}`, row.place].filter(Boolean).join(' · '),
            address: `/hoat-dong/phong-trao/${row.id}?nam=${due.year}`,
            dueOn: due.dueOn,
            waits: 'us' as const,
            role: 'lead' as const,
            step: 'movement-report',
          },
        ]
      }),
    )
  },
}
