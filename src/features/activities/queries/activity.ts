import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { type Cutoffs, type ReportingProfile, reportYearOf } from '../../../kernel/periods.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { getBody, getPlaces } from '../../agencies/index.ts'
import { getProgramme, partiesOf } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { countPairOf } from '../count-pair.ts'
import { type Details, placesIn } from '../details.ts'
import { kindAs } from '../kind-book.ts'
import { standingMerges } from '../merging/store.ts'
import { kindsOfProgramme } from '../own-kinds/store.ts'
import { whyNotChange, whyNotRestore } from '../rules.ts'
import { descriptionOf, evidenceOf, getActivity } from '../store.ts'

/** One activity with its thread upwards (items, plans, clauses, programme), its evidence and the report it counts in. */
export const activity = query({
  name: 'activities.activity',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ activityId: uuid }),
  run: async ({ db, acting }, { activityId }) => {
    const found = await getActivity(db, activityId)
    const programme = await getProgramme(db, found.programme_id)
    const parties = await partiesOf(db, programme.id)
    const owner = await getBody(db, found.owner_body)
    const merged = (await standingMerges(db, [activityId])).some(one => one.state === 'agreed' && one.mergedId === activityId)
    const cutoffs = programme.reporting_cutoffs as unknown as Cutoffs | null
    const profile = programme.reporting as ReportingProfile
    const own = typeof acting !== 'string' && acting.bodyId === found.owner_body
    const { places, breakdown } = await descriptionOf(db, activityId, own)
    return {
      activity: {
        id: found.id,
        kind: found.kind,
        kindVersion: found.kind_version,
        title: found.title,
        heldOn: found.held_on,
        heldTo: found.held_to,
        place: found.place,
        ...countPairOf(found),
        money: found.money,
        note: found.note,
        details: found.details as Details,
        createdAt: found.created_at,
        removed: found.removed,
        merged,
        version: found.version,
      },
      programme: { id: programme.id, title: programme.title, number: programme.number },
      owner: {
        bodyId: owner.id,
        shortName: owner.short_name,
        position: parties.find(party => party.bodyId === owner.id)?.position ?? 1,
      },
      places,
      breakdown,
      /** Some counts of the split are kept back from who asks. */
      few: !own && found.split_kept_back,
      namedPlaces: await placesNamed(db, found),
      items: await itemsUnder(db, activityId),
      evidence: await evidenceOf(db, activityId),
      personal: await evidenceOf(db, activityId, 'personal'),
      report: { year: reportYearOf(found.held_on, profile, cutoffs), profile },
      can: { change: whyNotChange(acting, found) === null, restore: whyNotRestore(acting, { ...found, merged }) === null },
    }
  },
})

/** The names of the places that fields of the kind hold, by id. */
async function placesNamed(db: ReadDb, { programme_id, kind, kind_version, details }: Awaited<ReturnType<typeof getActivity>>) {
  const under = kindAs(await kindsOfProgramme(db, programme_id), kind, kind_version)
  const places = await getPlaces(db, placesIn(under?.fields ?? [], details as Details))
  return Object.fromEntries(places.map(({ id, name }) => [id, name]))
}

async function itemsUnder(db: ReadDb, activityId: string) {
  const rows = await db
    .selectFrom('activity_item')
    .innerJoin('plan_item', 'plan_item.id', 'activity_item.item_id')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .select(['plan_item.id', 'plan_item.title', 'plan_item.position', 'plan_item.clause_path', 'plan.id as plan_id', 'plan.year'])
    .where('activity_item.activity_id', '=', activityId)
    .orderBy('plan.year')
    .orderBy('plan_item.position')
    .execute()
  return rows.map(({ clause_path, plan_id, ...row }) => ({ ...row, clausePath: clause_path, planId: plan_id }))
}
