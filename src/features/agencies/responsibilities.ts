import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { holdsOn, POST_HOLDS, postToday } from './post-store.ts'
import { seatedIn } from './succession.ts'

/**
 * Who of the own side answers for a piece of work, and who stands in. `over`: the post in which they took it on holds no longer,
 * though they may go on in another.
 */
export type Responsibility = {
  kind: string
  subjectId: string
  accountId: string
  deputyId: string | null
  since: IsoDate
  over: boolean
  deputyOver: boolean
}
type Named = Omit<Responsibility, 'over' | 'deputyOver'>

const responsibilityRows = (db: ReadDb, bodyId: string) =>
  db
    .selectFrom('responsibility')
    .leftJoin('post', 'post.id', 'responsibility.post_id')
    .leftJoin('post as stand_in', 'stand_in.id', 'responsibility.deputy_post_id')
    .selectAll('responsibility')
    .select(['post.from_on as from', 'post.to_on as to', 'stand_in.from_on as deputyFrom', 'stand_in.to_on as deputyTo'])
    .where('responsibility.body_id', '=', bodyId)

type Row = Awaited<ReturnType<ReturnType<typeof responsibilityRows>['execute']>>[number]
const asResponsibility = (row: Row, today: IsoDate): Responsibility => ({
  kind: row.subject_kind,
  subjectId: row.subject_id,
  accountId: row.account_id,
  deputyId: row.deputy_id,
  since: row.since,
  over: row.post_id !== null && !holdsOn({ from: row.from, to: row.to }, today),
  deputyOver: row.deputy_post_id !== null && !holdsOn({ from: row.deputyFrom, to: row.deputyTo }, today),
})

/** The own side's, of these kinds; row-level security knows no other side's. */
export async function responsibilitiesOf(
  db: ReadDb,
  bodyId: string,
  today: IsoDate,
  ...kinds: string[]
): Promise<Responsibility[]> {
  const rows = await responsibilityRows(db, bodyId).where('subject_kind', 'in', kinds).execute()
  return rows.map(row => asResponsibility(row, today))
}

/** Who of the own side answers for one piece of work. */
export async function findResponsible(
  db: ReadDb,
  { bodyId, today, kind, id }: { bodyId: string; today: IsoDate; kind: string; id: string },
): Promise<Responsibility | null> {
  const row = await responsibilityRows(db, bodyId)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .executeTakeFirst()
  return row ? asResponsibility(row, today) : null
}

const NOBODY: Pick<Responsibility, 'accountId' | 'deputyId'> = { accountId: '', deputyId: null }

/** Names them in the post that they hold today; who was named `before` and stays keeps the post in which it was taken on. */
export async function nameResponsible(
  tx: Tx,
  bodyId: string,
  { kind, subjectId, accountId, deputyId, since }: Named,
  before = NOBODY,
): Promise<void> {
  const postOf = async (id: string | null) => (id === null ? null : ((await postToday(tx, id, since))?.id ?? null))
  const named = {
    ...(accountId === before.accountId ? {} : { account_id: accountId, post_id: await postOf(accountId), since }),
    ...(deputyId === before.deputyId ? {} : { deputy_id: deputyId, deputy_post_id: await postOf(deputyId) }),
  }
  if (Object.keys(named).length === 0) return
  await tx
    .insertInto('responsibility')
    .values({ body_id: bodyId, subject_kind: kind, subject_id: subjectId, account_id: accountId, since, ...named })
    .onConflict(conflict => conflict.columns(['home', 'body_id', 'subject_kind', 'subject_id']).doUpdateSet(named))
    .execute()
}

/** A person of the own side with every unit that they serve or served, those of today, and whether any post still holds. */
export type Colleague = { accountId: string; displayName: string; units: string[]; unitsToday: string[]; gone: boolean }

/**
 * Everybody of the own side, those who have left among them: their work is still theirs until it is handed over. In an inherited seat
 * both those who sat there and those who sit there now.
 */
export async function colleaguesOf(db: ReadDb, bodyId: string): Promise<Map<string, Colleague>> {
  const people = await db
    .selectFrom('account')
    .innerJoin('account_today', 'account_today.id', 'account.id')
    .select(['account.id', 'account.display_name', 'account.disabled_at', 'account_today.roles'])
    .where('account.body_id', 'in', [sql<string>`${bodyId}::uuid`, seatedIn(bodyId)])
    .execute()
  const posts = await db
    .selectFrom('post')
    .select(['account_id', 'unit_id', POST_HOLDS.as('holds')])
    .execute()
  const unitsIn = (list: typeof posts) => list.flatMap(post => post.unit_id ?? [])
  return new Map(
    people.map(row => {
      const own = posts.filter(post => post.account_id === row.id)
      const colleague = {
        accountId: row.id,
        displayName: row.display_name,
        units: unitsIn(own),
        unitsToday: unitsIn(own.filter(post => post.holds)),
        gone: row.disabled_at !== null || (row.roles ?? []).length === 0,
      }
      return [row.id, colleague]
    }),
  )
}
