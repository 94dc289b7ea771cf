import { sql } from 'kysely'
import type { z } from 'zod'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { type Actor, isPostRole, type PostRole, type Role } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { givePostInput } from './contract.ts'
import { seatedIn } from './succession.ts'

export type Post = {
  id: string
  bodyId: string
  accountId: string
  unitId: string | null
  title: string
  roles: PostRole[]
  from: IsoDate | null
  to: IsoDate | null
  version: number
}

const postRows = (db: ReadDb) => db.selectFrom('post').selectAll('post')
type PostRow = Awaited<ReturnType<ReturnType<typeof postRows>['execute']>>[number]

const asPost = (row: PostRow): Post => ({
  id: row.id,
  bodyId: row.body_id,
  accountId: row.account_id,
  unitId: row.unit_id,
  title: row.title,
  roles: row.roles.filter(isPostRole),
  from: row.from_on,
  to: row.to_on,
  version: row.version,
})

export async function getPost(db: ReadDb, id: string): Promise<Post> {
  const row = await postRows(db).where('post.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'post' })
  return asPost(row)
}

/** Posts within rights, past ones among them, by person. */
export async function postsByAccount(db: ReadDb): Promise<Map<string, Post[]>> {
  const rows = await postRows(db)
    .orderBy('from_on', order => order.asc().nullsFirst())
    .orderBy('id')
    .execute()
  return Map.groupBy(rows.map(asPost), post => post.accountId)
}

export const insertPost = (tx: Tx, post: z.output<typeof givePostInput> & { bodyId: string }) =>
  tx
    .insertInto('post')
    .values({
      id: post.postId,
      body_id: post.bodyId,
      account_id: post.accountId,
      unit_id: post.unitId ?? null,
      title: post.title,
      roles: post.roles,
      from_on: post.from ?? null,
      to_on: post.to ?? null,
    })
    .execute()

export type PersonToday = {
  accountId: string
  bodyId: string
  displayName: string
  post: string
  roles: Role[]
  disabled: boolean
}

/** A person of the own side as of today. Refuses 'not-found' for anybody else. */
export async function getPersonToday(db: ReadDb, accountId: string): Promise<PersonToday> {
  const row = await db.selectFrom('account_today').selectAll().where('id', '=', accountId).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'account' })
  return {
    accountId,
    bodyId: row.body_id!,
    displayName: row.display_name!,
    post: row.post ?? '',
    roles: (row.roles ?? []) as Role[],
    disabled: row.disabled_at !== null,
  }
}

/** The unit of a person of the own side as of today; null where they are in none. */
export async function unitOf(db: ReadDb, accountId: string): Promise<string | null> {
  const row = await db.selectFrom('account_today').select('unit_id').where('id', '=', accountId).executeTakeFirst()
  return row?.unit_id ?? null
}

/** Whether a post holds today. */
export const POST_HOLDS = sql<boolean>`coalesce(from_on <= vn_today(), true) AND coalesce(to_on >= vn_today(), true)`

/** All units that a person of the own side serves today. */
export async function unitsServedBy(db: ReadDb, accountId: string): Promise<string[]> {
  const rows = await db.selectFrom('post').select('unit_id').where('account_id', '=', accountId).where(POST_HOLDS).execute()
  return rows.flatMap(row => row.unit_id ?? [])
}

/** The units whose head a person is today. */
export async function unitsHeadedBy(db: ReadDb, { accountId }: Actor, today: IsoDate): Promise<string[]> {
  const posts = (await postRows(db).where('post.account_id', '=', accountId).execute()).map(asPost)
  return posts.flatMap(post => (post.unitId && post.roles.includes('head') && holdsOn(post, today) ? [post.unitId] : []))
}

export const holdsOn = (post: Pick<Post, 'from' | 'to'>, day: IsoDate): boolean =>
  (post.from ?? '') <= day && (post.to ?? '9999') >= day

const weight = ({ roles }: Post): number => (roles.includes('leader') ? 0 : roles.includes('head') ? 1 : 2)

/** The post in which a person acts today: the one that is named first. */
export async function postToday(db: ReadDb, accountId: string, today: IsoDate): Promise<Post | null> {
  const posts = (await postRows(db).where('post.account_id', '=', accountId).execute()).map(asPost)
  const held = posts.filter(post => holdsOn(post, today))
  return (
    held.toSorted((a, b) => weight(a) - weight(b) || (a.from ?? '').localeCompare(b.from ?? '') || (a.id < b.id ? -1 : 1))[0] ??
    null
  )
}

/** The unit of a person that has a head who is somebody else; null where what they submit goes straight to the leader. */
export async function unitWithHead(db: ReadDb, { accountId, bodyId }: Actor, today: IsoDate): Promise<string | null> {
  const posts = (await postRows(db).where('post.body_id', '=', seatedIn(bodyId)).execute())
    .map(asPost)
    .filter(post => holdsOn(post, today))
  const own = new Set(posts.flatMap(post => (post.accountId === accountId && post.unitId ? [post.unitId] : [])))
  const disabled = await db.selectFrom('account').select('id').where('disabled_at', 'is not', null).execute()
  const gone = new Set(disabled.map(row => row.id))
  const heads = posts.filter(post => post.roles.includes('head') && post.accountId !== accountId && !gone.has(post.accountId))
  return heads.find(post => post.unitId && own.has(post.unitId))?.unitId ?? null
}

/** The names of those who hold a role today by a post, of the whole body or of one unit. */
export async function namesWith(
  db: ReadDb,
  { bodyId, role, unitId, today }: { bodyId: string; role: PostRole; unitId?: string | undefined; today: IsoDate },
): Promise<string[]> {
  const rows = await postRows(db)
    .innerJoin('account', 'account.id', 'post.account_id')
    .select('account.display_name')
    .where('post.body_id', '=', seatedIn(bodyId))
    .where('account.disabled_at', 'is', null)
    .execute()
  const holding = rows.filter(row => {
    const post = asPost(row)
    return post.roles.includes(role) && holdsOn(post, today) && (unitId === undefined || post.unitId === unitId)
  })
  return [...new Set(holding.map(row => row.display_name))]
}

/** Who signs, as of today: name, post, and in whose place where it is by authorisation. */
export type Signer = { name: string; post: string; inPlaceOf: string | null }

export async function signerToday(
  db: ReadDb,
  { accountId, programmeId }: { accountId: string; programmeId: string },
  today: IsoDate,
): Promise<Signer> {
  const { displayName: name, post, roles } = await getPersonToday(db, accountId)
  if (roles.includes('leader')) return { name, post, inPlaceOf: null }
  const paper = await db
    .selectFrom('authorisation')
    .select('in_place_of')
    .where('account_id', '=', accountId)
    .where('from_on', '<=', today)
    .where('to_on', '>=', today)
    .where(sql<boolean>`programme_ids IS NULL OR ${programmeId} = ANY (programme_ids)`)
    .where(on => on.or([on('revoked_on', 'is', null), on('revoked_on', '>', today)]))
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { name, post, inPlaceOf: paper?.in_place_of ?? null }
}
