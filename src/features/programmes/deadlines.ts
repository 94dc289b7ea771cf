import { sql } from 'kysely'
import { question } from '../../engine/db/together.ts'
import type { DeadlineSource } from '../../engine/feature.ts'
import { isWorker } from './rules.ts'

/** A reading that waits for its review; it has no day of its own. */
const reviews: DeadlineSource = {
  kind: 'import',
  ask: ({ db, acting }) => {
    if (!isWorker(acting)) return null
    const drafts = db
      .selectFrom('import_draft')
      .select(['id', 'file_name', sql<string | null>`reading ->> 'title'`.as('title')])
      .where('state', '=', 'read')
      .orderBy('created_at')
    return question({ drafts }, rows =>
      rows.drafts.map(row => ({
        kind: 'import',
        id: row.id,
        title: row.title || (row.file_name ?? ''),
        context: row.file_name ?? '',
        address: `/chuong-trinh/nhap/${row.id}`,
        dueOn: null,
        waits: 'us' as const,
        role: 'lead' as const,
        step: 'step.review-import',
      })),
    )
  },
}

export const programmeDeadlines: readonly DeadlineSource[] = [reviews]
