import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { LAW_CHECKS } from '../checks.ts'
import { LAW_CLOCKS } from '../clocks.ts'
import { provinceChecks, provinceClocks, provinceReportTerms } from '../due.ts'
import { LAW_REPORT_TERMS } from '../report-terms.ts'
import { KEEP } from '../rules.ts'

/** What the forms of supervision differ by: terms of steps, days of reports, lines of what is looked at; the province's rows and the law's. */
export const clocks = query({
  name: 'supervision.clocks',
  permission: { roles: anyRole, reach: 'site' },
  input: z.strictObject({}),
  run: async ({ db, acting, today }) => ({
    today,
    clocks: [...(await provinceClocks(db)), ...LAW_CLOCKS],
    reportTerms: [...(await provinceReportTerms(db)), ...LAW_REPORT_TERMS],
    checks: [...(await provinceChecks(db)), ...LAW_CHECKS],
    can: { keep: whyNotPermitted(KEEP, acting) === null },
  }),
})
