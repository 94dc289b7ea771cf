import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { getBody, getPlaces } from '../../agencies/index.ts'
import { activitiesOf } from '../activities.ts'
import { chainOf } from '../chain.ts'
import { movementIdInput } from '../contract.ts'
import {
  nextReport,
  standingOf,
  whyNotChange,
  whyNotEnd,
  whyNotHang,
  whyNotRecognise,
  whyNotRemove,
  whyNotReopen,
  whyNotShare,
  whyNotUnshare,
  whyNotWithdraw,
  whyNotWork,
} from '../rules.ts'
import { copiesOf, getMovement, measuresOf } from '../store.ts'
import { yearsOf } from '../years.ts'

/** One campaign, movement, twinning or model: what it is, its years, its activities, and of a model where it was repeated. */
export const movement = query({
  name: 'movements.movement',
  permission: { roles: anyRole, reach: 'party' },
  input: movementIdInput,
  run: async ({ db, acting, today }, { movementId }) => {
    const found = await getMovement(db, movementId)
    const body = await getBody(db, found.bodyId)
    const years = await yearsOf(db, movementId)
    const copies = await copiesOf(db, movementId)
    const reported = years.flatMap(one => (one.reportedOn ? [one.year] : []))
    const { bodyId, ...shown } = found
    const may = (why: unknown) => why === null
    return {
      today,
      movement: { ...shown, place: await placeName(db, found.placeId), standing: standingOf(found) },
      owner: { name: body.name, shortName: body.short_name, ours: typeof acting !== 'string' && acting.bodyId === bodyId },
      programme: found.programmeId ? await programmeOf(db, found.programmeId) : null,
      measures: (await measuresOf(db, movementId)).map(({ id, ...rest }) => ({ measureId: id, ...rest })),
      years,
      due: nextReport(found, reported, today),
      activities: await activitiesOf(db, movementId),
      chain: await chainOf(db, movementId),
      can: {
        change: may(whyNotChange(acting, found)),
        report: may(whyNotWork(acting, found)),
        recognise: may(whyNotRecognise(acting, found, null, today)),
        withdraw: may(whyNotWithdraw(acting, found, copies)),
        end: may(whyNotEnd(acting, found, null, today)),
        reopen: may(whyNotReopen(acting, found)),
        hang: may(whyNotHang(acting, found)),
        share: may(whyNotShare(acting, found)),
        unshare: may(whyNotUnshare(acting, found)),
        remove: may(whyNotRemove(acting, found, copies)),
      },
    }
  },
})

async function placeName(db: ReadDb, placeId: string | null): Promise<string> {
  const [place] = placeId ? await getPlaces(db, [placeId]) : []
  return place ? [place.name, place.kind === 'village' ? place.parentName : null].filter(Boolean).join(', ') : ''
}

const programmeOf = async (db: ReadDb, id: string) =>
  (await db.selectFrom('programme').select(['id', 'title', 'number']).where('id', '=', id).executeTakeFirst()) ?? null
