import { question } from '../../engine/db/together.ts'
import type { DeadlineSource } from '../../engine/feature.ts'
import { periodId, periodsOver, periodWords, REPORT_BASIS, reportDue } from './periods.ts'
import { coursesOf, isReported, reportsOf } from './reports.ts'

/** Reports on supervision that the Front owes and has not sent: of quarters by day 10, of years by 10/02 or 20/02. */
export const reportDeadlines: DeadlineSource = {
  kind: 'supervision-report',
  ask: ({ db, acting, today }, until) => {
    if (typeof acting === 'string' || !acting.roles.some(role => role === 'officer' || role === 'leader')) return null
    const fronts = db.selectFrom('body').select('level').where('id', '=', acting.bodyId).where('kind', '=', 'front')
    return question({ fronts }, async ({ fronts: [front] }) => {
      if (!front) return []
      const over = periodsOver(today)
      const sent = await reportsOf(db, acting.bodyId, [...new Set(over.map(one => one.year))])
      const courses = await coursesOf(db, acting.bodyId)
      return over
        .filter(period => !sent.some(one => one.year === period.year && one.quarter === period.quarter))
        .filter(period => isReported(period, courses))
        .flatMap(period => {
          const dueOn = reportDue(period, front.level)
          if (dueOn === null || dueOn > until) return []
          return [
            {
              kind: 'supervision-report',
              id: periodId(period),
              title: `Báo cáo kết quả giám sát ${periodWords(period)}`,
              context: REPORT_BASIS,
              address: `/giam-sat/bao-cao?nam=${period.year}`,
              dueOn,
              waits: 'us' as const,
              role: 'lead' as const,
              step: 'supervision-report',
            },
          ]
        })
    })
  },
}
