import { query } from '../../../engine/query.ts'
import { anyRole, personOf } from '../../../kernel/permissions.ts'
import { getBody } from '../../agencies/index.ts'
import { yearInput } from '../contract.ts'
import { figuresOf, supervisionsOf } from '../figures.ts'
import { boundsOf, REPORT_BASIS, reportDue } from '../periods.ts'
import { coursesOf, isReported, reportsOf } from '../reports.ts'
import { whyNotReport } from '../rules.ts'

/** The reports of the own body on the quarters of a year and on the year: what they count, by when they are sent, what was sent. */
export const reports = query({
  name: 'supervision.reports',
  permission: { roles: anyRole, reach: 'own' },
  input: yearInput,
  run: async ({ db, acting, today }, { year }) => {
    const { bodyId } = personOf(acting)
    const body = await getBody(db, bodyId)
    const all = await supervisionsOf(db, { bodyId }, `${year}-12-31`)
    const sent = await reportsOf(db, bodyId, [year])
    const courses = await coursesOf(db, bodyId)
    return {
      today,
      basis: REPORT_BASIS,
      periods: [1, 2, 3, 4, null].map(quarter => {
        const period = { year, quarter }
        const owed = body.kind === 'front' && isReported(period, courses)
        return {
          ...period,
          ...boundsOf(period),
          figures: figuresOf(all, boundsOf(period)),
          dueOn: owed ? reportDue(period, body.level) : null,
          sent: sent.find(one => one.quarter === quarter) ?? null,
          can: { record: whyNotReport(acting, period, null, today) === null },
        }
      }),
    }
  },
})
