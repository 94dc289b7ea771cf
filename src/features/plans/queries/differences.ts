import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { comparePlans } from '../compare.ts'
import { uuid } from '../contract.ts'
import { placeNames } from '../place-names.ts'
import { contentOf, getPlan, itemsOf } from '../store.ts'
import { findVersion } from '../versions.ts'

/** What differs between a version that every party knew and what stands now. */
export const differences = query({
  name: 'plans.differences',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ planId: uuid, since: z.int().min(1) }),
  run: async ({ db }, { planId, since }) => {
    await getPlan(db, planId)
    const before = await findVersion(db, planId, since)
    if (!before) throw new Refusal('not-found', { what: 'plan-version' })
    const now = contentOf(await itemsOf(db, planId))
    return { since, lines: comparePlans(before, now), placeNames: await placeNames(db, [...before, ...now]) }
  },
})
