import type { Tx } from '../../engine/db/database.ts'
import { addDays, type IsoDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { focalAsChosen, memberAsChosen, tiePlace } from './places.ts'
import { whyNotPass } from './rules.ts'
import { changeFocal, changeMemberRow, focalColumns, getFocalPoint, getMember, memberColumns } from './store.ts'

export type Passing = { tx: Tx; acting: Actor; now: Date; today: IsoDate; accountId: string; deputyId: string | null }

/** The old row ends yesterday and a new one begins today; what began only today is put right instead. */
const beganBefore = ({ fromOn }: { fromOn: IsoDate }, today: IsoDate): boolean => fromOn < today

export async function passFocalPoint(
  { tx, acting, now, today, accountId, deputyId }: Passing,
  id: string,
  deputyBefore: string | null,
): Promise<void> {
  const old = await getFocalPoint(tx, id)
  refuseIf(whyNotPass(acting, old, today))
  const chosen = { holderAccount: accountId, deputyAccount: deputyId ?? deputyBefore }
  // Who stood in and now holds the place needs somebody to stand in for them.
  if (chosen.deputyAccount === accountId) throw new Refusal('groups.deputy-needed', { unit: old.unit })
  const { id: _id, programmeId, bodyId, version, ...before } = old
  const after = await focalAsChosen(tx, acting, { ...before, holderAccount: accountId, deputyAccount: deputyId })
  if (!beganBefore(old, today)) {
    await changeFocal(tx, { id, version }, after)
    return tiePlace(tx, bodyId, { kind: 'focal-point', id, since: today }, chosen)
  }
  await changeFocal(tx, { id, version }, { ...before, toOn: addDays(today, -1) })
  const next = newId()
  await tx
    .insertInto('focal_point')
    .values({
      id: next,
      programme_id: programmeId,
      body_id: bodyId,
      created_at: now,
      ...focalColumns({ ...after, fromOn: today, toOn: before.toOn }),
    })
    .execute()
  await tiePlace(tx, bodyId, { kind: 'focal-point', id: next, since: today }, chosen)
}

export async function passMembership({ tx, acting, now, today, accountId }: Passing, id: string): Promise<void> {
  const old = await getMember(tx, id)
  refuseIf(whyNotPass(acting, old, today))
  const { id: _id, groupId, programmeId, bodyId, version, ...before } = old
  const after = await memberAsChosen(tx, acting, { ...before, account: accountId })
  const chosen = { holderAccount: accountId, deputyAccount: null }
  if (!beganBefore(old, today)) {
    await changeMemberRow(tx, { id, version }, after)
    return tiePlace(tx, bodyId, { kind: 'member', id, since: today }, chosen)
  }
  await changeMemberRow(tx, { id, version }, { ...before, toOn: addDays(today, -1) })
  const next = newId()
  await tx
    .insertInto('working_group_member')
    .values({
      id: next,
      group_id: groupId,
      programme_id: programmeId,
      body_id: bodyId,
      created_at: now,
      ...memberColumns({ ...after, fromOn: today, toOn: before.toOn }),
    })
    .execute()
  await tiePlace(tx, bodyId, { kind: 'member', id: next, since: today }, chosen)
}
