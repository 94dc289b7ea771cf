import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { listFilters, supervisionLines, supervisionsThrough } from '../lines.ts'
import { WORK } from '../rules.ts'

/** Supervisions by filters, the latest first, with how many the filters let through. */
export const list = query({
  name: 'supervision.list',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ ...listFilters, offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(200) }),
  run: async (context, { offset, limit, ...wanted }) => {
    const supervisions = await supervisionLines(context, wanted, { offset, limit })
    const { total } = await supervisionsThrough(context, wanted)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    return { today: context.today, supervisions, total, can: { plan: whyNotPermitted(WORK, context.acting) === null } }
  },
})
