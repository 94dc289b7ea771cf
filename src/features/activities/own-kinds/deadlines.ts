import { question } from '../../../engine/db/together.ts'
import type { DeadlineSource } from '../../../engine/feature.ts'

/** Proposed kinds of work that wait for an answer, one entry a programme and direction. */
export const kindDeadlines: DeadlineSource = {
  kind: 'own-kind',
  ask: ({ db, acting }) => {
    if (typeof acting === 'string') return null
    const proposed = db
      .selectFrom('own_kind')
      .innerJoin('programme', 'programme.id', 'own_kind.programme_id')
      .leftJoin('agreement', join =>
        join
          .onRef('agreement.subject_id', '=', 'own_kind.id')
          .on('agreement.body_id', '=', acting.bodyId)
          .on('agreement.withdrawn_at', 'is', null),
      )
      .select(['programme.id as programmeId', 'programme.title', 'programme.number', 'agreement.id as agreed'])
      .where('own_kind.state', '=', 'proposed')
    return question({ proposed }, rows => {
      const waiting = rows.proposed.map(row => ({ ...row, waits: row.agreed === null ? 'us' : 'them' }) as const)
      return [...Map.groupBy(waiting, row => `${row.programmeId} ${row.waits}`).values()].map(own => {
        const { programmeId, title, number, waits } = own[0]!
        return {
          kind: 'own-kind',
          id: `${programmeId}-${waits}`,
          programmeId,
          title: `${own.length} đề xuất loại việc`,
          context: number ?? title,
          address: '/hoat-dong/loai-viec',
          dueOn: null,
          waits,
          role: 'both',
          step: waits === 'us' ? 'step.answer-kinds' : 'step.open',
        }
      })
    })
  },
}
