import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { kindsKnown } from '../own-kinds/store.ts'

/** The published list: every kind of work in every version, the ready ones and those of the own programmes. */
export const kinds = query({
  name: 'activities.kinds',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({}),
  run: async ({ db }) => ({ kinds: await kindsKnown(db) }),
})
