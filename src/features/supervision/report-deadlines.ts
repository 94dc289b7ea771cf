import { question } from '../../engine/db/together.ts'
import type { DeadlineSource } from '../../engine/feature.ts'
import { provinceReportTerms } from './due.ts'
import { periodId, periodsOver, periodWords } from './periods.ts'
import { reportTerm } from './report-terms.ts'
import { coursesOf, isReported, reportsOf } from './reports.ts'

/** Reports on supervision that the Front owes and has not sent, by the day of the row that holds. */
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
      const set = await provinceReportTerms(db)
      return over
        .filter(period => !sent.some(one => one.year === period.year && one.quarter === period.quarter))
        .filter(period => isReported(period, courses))
        .flatMap(period => {
          const term = reportTerm(period, front.level, set)
          if (term === null || term.on > until) return []
          return [
            {
              kind: 'supervision-report',
              id: periodId(period),
              title: `Báo cáo kết quả giám sát ${periodWords(period)}`,
              context: term.basis,
              address: `/giam-sat/bao-cao?nam=${period.year}`,
              dueOn: term.on,
              waits: 'us' as const,
              role: 'lead' as const,
              step: 'supervision-report',
            },
          ]
        })
    })
  },
}
