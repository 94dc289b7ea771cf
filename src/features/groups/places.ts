import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { colleaguesOf, getPersonToday, nameResponsible, responsibilitiesOf } from '../agencies/index.ts'
import type { FocalPointFields, MemberFields } from './contract.ts'

export type PlaceKind = 'focal-point' | 'member'
/** Of a place that stands by a post: whether that post has ended, for the holder and the deputy. */
export type Over = { holder: boolean; deputy: boolean }
/** The accounts behind a place, known to the own side only. */
export type Behind = { holderAccount: string | null; deputyAccount: string | null }
const NOBODY: Behind = { holderAccount: null, deputyAccount: null }

/** By place; what stands by a typed name is not among them. Known to every party. */
export async function placesOver(db: ReadDb, programmeId: string, day: string): Promise<Map<string, Over>> {
  const { rows } = await sql<{ subject_id: string; holder_over: boolean; deputy_over: boolean }>`
    SELECT * FROM places_over(${programmeId}, ${day})`.execute(db)
  return new Map(rows.map(row => [row.subject_id, { holder: row.holder_over, deputy: row.deputy_over }]))
}

/** The accounts behind the own side's places; row-level security knows no other side's. */
export async function behindPlaces(db: ReadDb, bodyId: string, today: string): Promise<Map<string, Behind>> {
  const named = [
    ...(await responsibilitiesOf(db, bodyId, today, 'focal-point')),
    ...(await responsibilitiesOf(db, bodyId, today, 'member')),
  ]
  return new Map(named.map(one => [one.subjectId, { holderAccount: one.accountId, deputyAccount: one.deputyId }]))
}

export const behindPlace = async (db: ReadDb, bodyId: string, id: string, today: string): Promise<Behind> =>
  (await behindPlaces(db, bodyId, today)).get(id) ?? NOBODY

/** Name and post as they stand in the own side's own list: what is chosen is not typed. Refuses who has left, or is of another side. */
export async function personOfOwn(db: ReadDb, acting: Actor, accountId: string): Promise<{ name: string; post: string }> {
  const colleague = (await colleaguesOf(db, acting.bodyId)).get(accountId)
  if (colleague?.gone !== false) throw new Refusal('not-found', { what: 'account' })
  return { name: colleague.displayName, post: (await getPersonToday(db, accountId)).post }
}

/** A place as it stood: who was chosen before and stays keeps name and post as written on their day, also once they have left. */
type Stood<Fields> = { old: Fields; behind: Behind }

/** The fields with the names of those who were chosen. */
export async function focalAsChosen(
  db: ReadDb,
  acting: Actor,
  { holderAccount, deputyAccount, ...fields }: FocalPointFields & Behind,
  stood?: Stood<FocalPointFields>,
): Promise<FocalPointFields> {
  const stays = (account: string, which: keyof Behind) => stood && account === stood.behind[which] && stood.old
  const named = { ...fields }
  if (holderAccount) {
    const old = stays(holderAccount, 'holderAccount')
    const { name, post } = old ? { name: old.holder, post: old.holderPost } : await personOfOwn(db, acting, holderAccount)
    Object.assign(named, { holder: name, holderPost: post })
  }
  if (deputyAccount) {
    const old = stays(deputyAccount, 'deputyAccount')
    const { name, post } = old ? { name: old.deputy, post: old.deputyPost } : await personOfOwn(db, acting, deputyAccount)
    Object.assign(named, { deputy: name, deputyPost: post })
  }
  return named
}

export async function memberAsChosen(
  db: ReadDb,
  acting: Actor,
  { account, ...fields }: MemberFields & { account: string | null },
  stood?: Stood<MemberFields>,
): Promise<MemberFields> {
  if (!account) return fields
  if (stood && account === stood.behind.holderAccount) return { ...fields, name: stood.old.name, post: stood.old.post }
  return { ...fields, ...(await personOfOwn(db, acting, account)) }
}

/** Ties a place to the posts of those who were chosen, or to none where names were typed. */
export async function tiePlace(
  tx: Tx,
  bodyId: string,
  { kind, id, since }: { kind: PlaceKind; id: string; since: string },
  { holderAccount, deputyAccount }: Behind,
  before = NOBODY,
): Promise<void> {
  if (holderAccount) {
    const named = { kind, subjectId: id, accountId: holderAccount, deputyId: deputyAccount, since }
    const stood = { accountId: before.holderAccount ?? '', deputyId: before.deputyAccount }
    return nameResponsible(tx, bodyId, named, stood)
  }
  await tx
    .deleteFrom('responsibility')
    .where('body_id', '=', bodyId)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .execute()
}
