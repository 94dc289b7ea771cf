import { question } from '../../../engine/db/together.ts'
import type { DeadlineSource } from '../../../engine/feature.ts'

/** Indicators that wait for an answer, one entry a programme and direction. */
export const indicatorDeadlines: DeadlineSource = {
  kind: 'indicator',
  ask: ({ db, acting }) => {
    if (typeof acting === 'string') return null
    const proposed = db
      .selectFrom('working_indicator')
      .innerJoin('programme', 'programme.id', 'working_indicator.programme_id')
      .leftJoin('agreement', join =>
        join
          .onRef('agreement.subject_id', '=', 'working_indicator.id')
          .on('agreement.body_id', '=', acting.bodyId)
          .on('agreement.withdrawn_at', 'is', null),
      )
      .select(['programme.id as programmeId', 'programme.title', 'programme.number', 'agreement.id as agreed'])
      .where('working_indicator.state', '=', 'proposed')
    return question({ proposed }, rows => {
      const waiting = rows.proposed.map(row => ({ ...row, waits: row.agreed === null ? 'us' : 'them' }) as const)
      return [...Map.groupBy(waiting, row => `${row.programmeId} ${row.waits}`).values()].map(own => {
        const { programmeId, title, number, waits } = own[0]!
        return {
          kind: 'indicator',
          id: `${programmeId}-${waits}`,
          programmeId,
          title: `${own.length} đề xuất chỉ tiêu làm việc`,
          context: number ?? title,
          address: `/chuong-trinh/${programmeId}/chi-tieu?loc=${waits === 'us' ? 'cho-ta' : 'cho-ho'}`,
          dueOn: null,
          waits,
          role: 'both',
          step: waits === 'us' ? 'step.answer-indicators' : 'step.open',
        }
      })
    })
  },
}
