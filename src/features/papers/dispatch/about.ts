import { sql } from 'kysely'
import type { ReadDb } from '../../../engine/db/database.ts'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import type { About } from './contract.ts'

/** `note` tells it from others of the same title. */
export type Choice = About & { title: string; note: string; address: string }

/** What of the own body waits for a paper from outside: petitions that are away, requests without an answer, clauses by which partners inform; and what the paper is linked with already. */
export async function aboutChoices(db: ReadDb, bodyId: string, linked: About | null): Promise<Choice[]> {
  const present = await aboutOf(db, bodyId, linked)
  const petitions = await petitionsOf(db, bodyId)
    .where('state', 'in', ['forwarded', 'acknowledged', 'urged', 'answered', 'not-settled'])
    .orderBy('received_on', 'desc')
    .execute()
  const requests = await requestsOf(db, bodyId).where('sent_on', 'is not', null).orderBy('sent_on', 'desc').execute()
  const duties = await dutiesOf(db)
    .where(sql<boolean>`'information' = ANY (topics)`)
    .orderBy('clause_path')
    .orderBy('programme_id')
    .execute()
  const open = [...petitions.map(petitionChoice), ...requests.map(requestChoice), ...duties.map(dutyChoice)]
  return present && !open.some(one => isSame(one, present)) ? [present, ...open] : open
}

export const isSame = (one: About, other: About): boolean => one.kind === other.kind && one.id === other.id

const petitionsOf = (db: ReadDb, bodyId: string) =>
  db.selectFrom('petition').select(['id', 'subject', 'addressee', 'received_on']).where('body_id', '=', bodyId)
const requestsOf = (db: ReadDb, bodyId: string) =>
  db.selectFrom('exchange_request').select(['id', 'to_name', 'number', 'sent_on']).where('from_body', '=', bodyId)
const dutiesOf = (db: ReadDb) =>
  db
    .selectFrom('commitment')
    .innerJoin('programme', 'programme.id', 'programme_id')
    .select(['commitment.id', 'clause_path', 'programme_id', 'programme.number', 'programme.title'])

type RowOf<Query extends { executeTakeFirstOrThrow: () => Promise<unknown> }> = Awaited<
  ReturnType<Query['executeTakeFirstOrThrow']>
>
const petitionChoice = ({ id, subject, addressee, received_on }: RowOf<ReturnType<typeof petitionsOf>>): Choice => ({
  kind: 'petition',
  id,
  title: subject,
  note: [addressee, printDate(received_on)].filter(Boolean).join(' · '),
  address: `/kien-nghi/${id}`,
})
const requestChoice = ({ id, number, to_name, sent_on }: RowOf<ReturnType<typeof requestsOf>>): Choice => ({
  kind: 'request',
  id,
  title: `${number} · ${to_name}`,
  note: sent_on ? printDate(sent_on) : '',
  address: `/trao-doi/de-nghi/${id}`,
})
const dutyChoice = ({ id, clause_path, programme_id, number, title }: RowOf<ReturnType<typeof dutiesOf>>): Choice => ({
  kind: 'duty',
  id,
  title: citeClause(clause_path),
  note: number ?? title,
  address: `/chuong-trinh/${programme_id}#${encodeURIComponent(clause_path)}`,
})

/** What a paper is linked with, whatever became of it since; null where it is linked with nothing, or the asker may not see it. */
export async function aboutOf(db: ReadDb, bodyId: string, about: About | null): Promise<Choice | null> {
  if (about === null) return null
  const { kind, id } = about
  if (kind === 'petition') return found(await petitionsOf(db, bodyId).where('id', '=', id).executeTakeFirst(), petitionChoice)
  if (kind === 'request') return found(await requestsOf(db, bodyId).where('id', '=', id).executeTakeFirst(), requestChoice)
  return found(await dutiesOf(db).where('commitment.id', '=', id).executeTakeFirst(), dutyChoice)
}

const found = <Row>(row: Row | undefined, toChoice: (row: Row) => Choice): Choice | null => (row ? toChoice(row) : null)
