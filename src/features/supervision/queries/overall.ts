import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { yearInput } from '../contract.ts'
import { overallOf } from '../overall.ts'

/** The overall supervision of a year: its supervisions with what was found, and what that proposes for the next period. */
export const overall = query({
  name: 'supervision.overall',
  permission: { roles: anyRole, reach: 'party' },
  input: yearInput,
  run: async ({ db }, { year }) => ({ supervisions: await overallOf(db, year) }),
})
