import { sql } from 'kysely'
import type { Deadline, DeadlineSource, Searchable } from '../../../engine/feature.ts'

/** What the own side is waiting for from outside: to be urged or its answer recorded by the day; and own drafts that wait to go. */
export const requestDeadlines: DeadlineSource = {
  kind: 'request',
  find: async ({ db, acting }, until) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('exchange_request')
      .innerJoin('programme', 'programme.id', 'exchange_request.programme_id')
      .select(['exchange_request.id', 'programme_id', 'to_name', 'state', 'due_on', 'from_body', 'signed_with'])
      .select(['programme.title', 'programme.number'])
      .where('removed_at', 'is', null)
      .where('state', 'in', ['draft', 'sent', 'urged'])
      .where(on => on.or([on('due_on', '<=', until), on('state', '=', 'draft')]))
      .orderBy('due_on')
      .execute()
    const ours = rows.filter(row => row.from_body === acting.bodyId || row.signed_with.includes(acting.bodyId))
    return ours.flatMap((row): Deadline[] => {
      const own = row.from_body === acting.bodyId
      if (row.state === 'draft' && !(own && acting.roles.some(role => role === 'leader' || role === 'clerk'))) return []
      return [
        {
          kind: 'request',
          id: row.id,
          programmeId: row.programme_id,
          title: `Đề nghị ${row.to_name}`,
          context: row.number ?? row.title,
          address: `/trao-doi/de-nghi/${row.id}`,
          dueOn: row.state === 'draft' ? null : row.due_on,
          waits: own ? 'us' : 'them',
          role: own ? 'lead' : 'support',
          step: row.state === 'draft' ? 'send-request' : own ? 'follow-request' : 'open',
        },
      ]
    })
  },
}

const SHOWN = 160

/** Requests by whom they go to and what they ask. */
export const requestSearch: Searchable = {
  kind: 'request',
  find: async ({ db }, words, limit) => {
    const tsquery = sql`to_tsquery('simple', ${words})`
    const rows = await db
      .selectFrom('exchange_request')
      .select(['id', 'to_name', 'content'])
      .select(sql<number>`ts_rank(words, ${tsquery})`.as('rank'))
      .where(sql<boolean>`words @@ ${tsquery}`)
      .where('removed_at', 'is', null)
      .orderBy('rank', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      kind: 'request',
      id: row.id,
      title: `Đề nghị ${row.to_name}`,
      context: row.content.replace(/\s+/g, ' ').slice(0, SHOWN),
      address: `/trao-doi/de-nghi/${row.id}`,
      rank: row.rank,
    }))
  },
}
