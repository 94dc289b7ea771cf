import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { namesOf } from '../../agencies/index.ts'
import { listReorganisations } from '../store.ts'
import { timelineOf } from '../timeline.ts'
import { asSeenBy, withNames } from './named.ts'

/** The life of a body: names, codes, superiors, whom it took over and to whom it passed, by which decisions; what it held as it passed on. */
export const timeline = query({
  name: 'reorganisation.timeline',
  permission: { roles: anyRole, reach: 'site' },
  input: z.strictObject({ bodyId: z.guid() }),
  run: async ({ db, acting }, { bodyId }) => {
    const body = await db
      .selectFrom('body')
      .select(['id', 'name', 'short_name', 'valid_from', 'valid_to'])
      .where('id', '=', bodyId)
      .executeTakeFirst()
    if (!body) throw new Refusal('not-found', { what: 'body' })
    const names = await namesOf(db)
    const all = (await listReorganisations(db)).filter(one => one.state === 'applied')
    const told = all.map(one => withNames(asSeenBy(acting, one), names, new Map()))
    return {
      body: { id: body.id, name: body.name, shortName: body.short_name },
      moments: timelineOf({
        body: { id: body.id, validFrom: body.valid_from, validTo: body.valid_to },
        names: names.get(bodyId) ?? [],
        events: told,
      }),
      held: await heldBy(db, bodyId),
    }
  },
})

/** How much of each kind it held when it ended, as far as the own side may know. */
const heldBy = (db: ReadDb, bodyId: string) =>
  db
    .selectFrom('reorganisation_count')
    .innerJoin('reorganisation', 'reorganisation.id', 'reorganisation_count.reorganisation_id')
    .select(['reorganisation_count.kind', 'reorganisation_count.count'])
    .where('body_id', '=', bodyId)
    .where('state', '=', 'applied')
    .where('reorganisation_count.heir_id', 'is', null)
    .orderBy('reorganisation_count.kind')
    .execute()
