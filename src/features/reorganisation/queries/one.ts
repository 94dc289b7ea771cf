import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { namesOf } from '../../agencies/index.ts'
import { titlesOfProgrammes } from '../../programmes/index.ts'
import { whyNotAgree, whyNotStand, whyNotWithdraw } from '../rules.ts'
import { agreedBodies, getReorganisation, groundOf, haveAccounts } from '../store.ts'
import { asSeenBy, withNames } from './named.ts'

/** One event: what ends, who takes over, how much of each kind, who has agreed. */
export const one = query({
  name: 'reorganisation.one',
  permission: { roles: anyRole, reach: 'site' },
  input: z.strictObject({ reorganisationId: z.guid() }),
  run: async ({ db, acting }, { reorganisationId }) => {
    const event = asSeenBy(acting, await getReorganisation(db, reorganisationId))
    const agreed = await agreedBodies(db, event.id)
    const counts = await db
      .selectFrom('reorganisation_count')
      .select(['body_id', 'kind', 'count', 'heir_id'])
      .where('reorganisation_id', '=', event.id)
      .orderBy('kind')
      .execute()
    const people = new Map((await haveAccounts(db, event.concerned)).map(body => [body.id, body.hasAccounts]))
    const open = event.state === 'draft' || event.state === 'agreed'
    const against = open ? whyNotStand(event, await groundOf(db)) : null
    const units = event.content.endings.flatMap(ending => ending.units)
    const unitNames = await namesOfUnits(
      db,
      units.flatMap(one => [one.unitId, one.heirId]),
    )
    const { concerned, ...named } = withNames(event, await namesOf(db), await titlesOfProgrammes(db))
    return {
      ...named,
      concerned: concerned.map(body => ({
        ...body,
        agreed: agreed.includes(body.id),
        hasAccounts: people.get(body.id) ?? false,
      })),
      units: units.map(one => ({ unit: unitNames.get(one.unitId) ?? '', heir: unitNames.get(one.heirId) ?? '' })),
      counts: counts.flatMap(row => (row.heir_id ? [] : [{ bodyId: row.body_id, kind: row.kind, count: row.count }])),
      /** Where several take over: how many of each kind go to whom. */
      goes: counts.flatMap(row =>
        row.heir_id ? [{ bodyId: row.body_id, kind: row.kind, heirId: row.heir_id, count: row.count }] : [],
      ),
      against,
      can: {
        agree: whyNotAgree(acting, { ...event, agreed }) === null && against === null,
        withdraw: whyNotWithdraw(acting, { ...event, agreed }) === null,
      },
    }
  },
})

async function namesOfUnits(db: ReadDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('unit').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
