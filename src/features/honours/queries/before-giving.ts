import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { getPlaces } from '../../agencies/index.ts'
import { standingBefore } from '../before-giving.ts'
import { day, NATURES, uuid } from '../contract.ts'
import { GIVE, LEAD, may, whyNotGive } from '../rules.ts'
import { getRecognition } from '../store.ts'

/** What is shown before a benefit is given: what of its nature was given in the village in the year, by which side, and the ceiling. */
export const beforeGiving = query({
  name: 'honours.before-giving',
  permission: GIVE,
  input: z.strictObject({
    recognitionId: uuid,
    nature: z.enum(NATURES).optional(),
    on: day.optional(),
    amount: z.int().min(0).optional(),
  }),
  run: async ({ db, acting, today }, { recognitionId, nature, on, amount = 0 }) => {
    const found = await getRecognition(db, recognitionId)
    const [village] = await getPlaces(db, [found.villageId])
    const givenOn = on ?? today
    const standing = nature && (await standingBefore(db, found, { nature, givenOn, amount }))
    const bodies = standing?.same.map(fact => fact.bodyId) ?? []
    const names = new Map(
      bodies.length === 0
        ? []
        : (await db.selectFrom('body').select(['id', 'short_name']).where('id', 'in', bodies).execute()).map(body => [
            body.id,
            body.short_name,
          ]),
    )
    const programmes = await db.selectFrom('programme').select(['id', 'title', 'number']).orderBy('title').execute()
    return {
      today,
      village: village!.name,
      commune: village!.parentName ?? '',
      same: standing?.same.map(fact => ({ side: names.get(fact.bodyId) ?? '', givenOn: fact.givenOn })) ?? [],
      cap: standing?.cap ?? null,
      given: standing?.given ?? [],
      over: standing?.over ?? null,
      programmes,
      whyNot: whyNotGive(found, givenOn, today),
      can: { passCeiling: may(LEAD, acting) },
    }
  },
})
