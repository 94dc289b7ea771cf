import { sql } from 'kysely'
import type { ReadDb } from '../../../engine/db/database.ts'
import { citeClause } from '../../../kernel/cite-clause.ts'
import type { About, AboutKind } from './contract.ts'

export type Choice = About & { title: string; address: string }

/** What of the own body waits for a paper from outside: petitions that are away, requests without an answer, clauses by which partners inform. */
export async function aboutChoices(db: ReadDb, bodyId: string): Promise<Choice[]> {
  const petitions = await db
    .selectFrom('petition')
    .select(['id', 'subject'])
    .where('body_id', '=', bodyId)
    .where('state', 'in', ['forwarded', 'acknowledged', 'urged', 'answered', 'not-settled'])
    .orderBy('received_on', 'desc')
    .execute()
  const requests = await db
    .selectFrom('exchange_request')
    .select(['id', 'to_name', 'number'])
    .where('from_body', '=', bodyId)
    .where('sent_on', 'is not', null)
    .orderBy('sent_on', 'desc')
    .execute()
  const duties = await db
    .selectFrom('commitment')
    .select(['id', 'clause_path', 'programme_id'])
    .where(sql<boolean>`'information' = ANY (topics)`)
    .orderBy('clause_path')
    .execute()
  return [
    ...petitions.map(row => choice('petition', row.id, row.subject, `/kien-nghi/${row.id}`)),
    ...requests.map(row => choice('request', row.id, `${row.number} · ${row.to_name}`, `/trao-doi/de-nghi/${row.id}`)),
    ...duties.map(row => choice('duty', row.id, citeClause(row.clause_path), dutyAddress(row.programme_id, row.clause_path))),
  ]
}

const choice = (kind: AboutKind, id: string, title: string, address: string): Choice => ({ kind, id, title, address })
const dutyAddress = (programmeId: string, path: string) => `/chuong-trinh/${programmeId}#${encodeURIComponent(path)}`

/** One of them, within rights; null where there is none, or the asker may not see it. */
export const aboutOf = async (db: ReadDb, bodyId: string, about: About | null): Promise<Choice | null> =>
  about && ((await aboutChoices(db, bodyId)).find(one => one.kind === about.kind && one.id === about.id) ?? null)
