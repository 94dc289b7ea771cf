import { query } from '../../../engine/query.ts'
import { anyRole, personOf } from '../../../kernel/permissions.ts'
import { getBody } from '../../agencies/index.ts'
import { yearInput } from '../contract.ts'
import { provinceReportTerms } from '../due.ts'
import { figuresOf, supervisionsOf } from '../figures.ts'
import { boundsOf } from '../periods.ts'
import { reportTerm } from '../report-terms.ts'
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
    const set = await provinceReportTerms(db)
    return {
      today,
      periods: [1, 2, 3, 4, null].map(quarter => {
        const period = { year, quarter }
        const owed = body.kind === 'front' && isReported(period, courses)
        const term = owed ? reportTerm(period, body.level, set) : null
        return {
          ...period,
          ...boundsOf(period),
          figures: figuresOf(all, boundsOf(period)),
          dueOn: term?.on ?? null,
          dueBasis: term?.basis ?? null,
          sent: sent.find(one => one.quarter === quarter) ?? null,
          can: { record: whyNotReport(acting, period, null, today) === null },
        }
      }),
    }
  },
})
