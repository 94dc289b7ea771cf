import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { LAW_CLOCKS } from '../clocks.ts'
import { provinceClocks } from '../due.ts'
import { KEEP } from '../rules.ts'

/** The terms of supervision: the province's rows and the law's, each with its days. */
export const clocks = query({
  name: 'supervision.clocks',
  permission: { roles: anyRole, reach: 'site' },
  input: z.strictObject({}),
  run: async ({ db, acting, today }) => ({
    today,
    clocks: [...(await provinceClocks(db)), ...LAW_CLOCKS],
    can: { keep: whyNotPermitted(KEEP, acting) === null },
  }),
})
