import { sql } from 'kysely'
import { question } from '../../../engine/db/together.ts'
import type { Deadline, DeadlineSource, Searchable } from '../../../engine/feature.ts'
import type { Actor } from '../../../kernel/permissions.ts'

/** What the own side is waiting for from outside: to be urged or its answer recorded by the day; and own drafts that wait to go. */
export const requestDeadlines: DeadlineSource = {
  kind: 'request',
  ask: ({ db, acting }, until) => {
    if (typeof acting === 'string') return null
    const open = db
      .selectFrom('exchange_request')
      .innerJoin('programme', 'programme.id', 'exchange_request.programme_id')
      .select(['exchange_request.id', 'programme_id', 'to_name', 'state', 'due_on', 'from_body', 'signed_with'])
      .select(['programme.title', 'programme.number'])
      .where('removed_at', 'is', null)
      .where('state', '<>', 'answered')
      .where(on => on.or([on('due_on', '<=', until), on('sent_on', 'is', null)]))
      .orderBy('due_on')
    const signed = db
      .selectFrom('agreement')
      .select('subject_id')
      .where('subject_kind', '=', 'request')
      .where('body_id', '=', acting.bodyId)
      .where('withdrawn_at', 'is', null)
    return question({ open, signed }, rows => {
      const agreed = new Set(rows.signed.map(one => one.subject_id))
      const ours = rows.open.filter(row => row.from_body === acting.bodyId || row.signed_with.includes(acting.bodyId))
      return ours.flatMap((row): Deadline[] => {
        const own = row.from_body === acting.bodyId
        const next = own ? nextOfOurs(row.state, row.signed_with.length > 0, acting) : nextOfSigner(row.state, agreed.has(row.id))
        if (!next) return []
        return [
          {
            kind: 'request',
            id: row.id,
            programmeId: row.programme_id,
            title: `Đề nghị ${row.to_name}`,
            context: row.number ?? row.title,
            address: `/trao-doi/de-nghi/${row.id}`,
            dueOn: row.due_on,
            role: own ? 'lead' : 'support',
            ...next,
          },
        ]
      })
    })
  },
}

type Next = Pick<Deadline, 'waits' | 'step'> | null

/** Of the side that wrote it: a draft goes on by leader and clerk, what was returned is mended, what all have agreed to is sent. */
function nextOfOurs(state: string, joint: boolean, { roles }: Actor): Next {
  if (state === 'proposed') return { waits: 'them', step: 'open' }
  if (state === 'returned') return { waits: 'us', step: 'mend-request' }
  if (state === 'sent' || state === 'urged') return { waits: 'us', step: 'follow-request' }
  if (!roles.some(role => role === 'leader' || role === 'clerk')) return null
  return { waits: 'us', step: state === 'draft' && joint ? 'propose-request' : 'send-request' }
}

/** Of a side that signs it too. */
function nextOfSigner(state: string, agreed: boolean): Next {
  if (state === 'returned') return null
  return state === 'proposed' && !agreed ? { waits: 'us', step: 'agree-request' } : { waits: 'them', step: 'open' }
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
