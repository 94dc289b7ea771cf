import { command } from '../../../engine/command.ts'
import type { Tx } from '../../../engine/db/database.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { takeBackPlaceInput } from '../contract.ts'
import { type PlaceKind, tiePlace } from '../places.ts'
import { WORK, whyNotOwn, whyNotTakeBackPlace } from '../rules.ts'
import { getFocalPoint, getMember } from '../store.ts'

const NOBODY = { holderAccount: null, deputyAccount: null }
const TABLES = { 'focal-point': 'focal_point', member: 'working_group_member' } as const
const placeOf = (tx: Tx, kind: PlaceKind, id: string) => (kind === 'member' ? getMember(tx, id) : getFocalPoint(tx, id))

/** Undoes the naming of a focal point or a member; once it was changed or handed on it ends by its last day instead. */
export const takeBackPlace = command({
  name: 'groups.take-back-place',
  permission: WORK,
  input: takeBackPlaceInput,
  run: async ({ tx, acting, today }, { kind, id }) => {
    const found = await placeOf(tx, kind, id)
    refuseIf(whyNotOwn(acting, found) ?? whyNotTakeBackPlace(found))
    await tiePlace(tx, personOf(acting).bodyId, { kind, id, since: today }, NOBODY)
    const gone = await tx.deleteFrom(TABLES[kind]).where('id', '=', id).where('version', '=', 1).executeTakeFirst()
    if (gone.numDeletedRows !== 1n) throw new Refusal('changed-meanwhile')
    return { result: { id }, audit: { kind, id, programme: found.programmeId, detail: { takenBack: true } } }
  },
})
