import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { allClocks } from '../due.ts'
import { listFields } from '../fields.ts'
import { listRoutes } from '../routes.ts'
import { KEEP } from '../rules.ts'
import { placeNames } from '../store.ts'

/** What the province keeps: fields, the table of addressees and the terms, each with what held before. */
export const settings = query({
  name: 'petitions.settings',
  permission: { roles: anyRole, reach: 'site' },
  input: z.strictObject({}),
  run: async ({ db, acting, today }) => {
    const [fields, routes] = [await listFields(db), await listRoutes(db)]
    const places = await placeNames(
      db,
      routes.flatMap(route => route.placeId ?? []),
    )
    const names = new Map(fields.map(field => [field.key, field.name]))
    return {
      today,
      fields,
      routes: routes.map(route => ({
        ...route,
        fieldName: route.field && (names.get(route.field) ?? ''),
        place: route.placeId && (places.get(route.placeId) ?? ''),
      })),
      clocks: await allClocks(db),
      can: { keep: whyNotPermitted(KEEP, acting) === null },
    }
  },
})
