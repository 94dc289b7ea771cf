import { question } from '../../engine/db/together.ts'
import type { DeadlineSource } from '../../engine/feature.ts'
import { unitsServedBy } from '../agencies/index.ts'
import { isReader } from './rules.ts'
import { readBy, standing } from './store.ts'

/** What a person is to read and has not confirmed. Nobody hears of another's. */
export const readingDeadlines: DeadlineSource = {
  kind: 'dissemination',
  ask: ({ db, acting }, until) => {
    if (typeof acting === 'string') return null
    const wanted = standing(db).where('due_on', '<=', until)
    return question({ wanted }, async rows => {
      if (rows.wanted.length === 0) return []
      const [own, read] = [await unitsServedBy(db, acting.accountId), await readBy(db, acting.accountId)]
      return rows.wanted
        .filter(one => isReader(one, own) && !read.has(one.id))
        .map(one => ({
          kind: 'dissemination',
          personal: true as const,
          id: one.id,
          ...(one.programmeId ? { programmeId: one.programmeId } : {}),
          title: one.title,
          context: 'Quán triệt: đọc và xác nhận',
          address: `/quan-triet/${one.id}`,
          dueOn: one.dueOn,
          waits: 'us' as const,
          role: 'lead' as const,
          step: 'confirm-reading',
        }))
    })
  },
}
