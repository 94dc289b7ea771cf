import type { DeadlineSource } from '../../../engine/feature.ts'
import { proposedLines } from '../../programmes/index.ts'

/** Indicators that wait for an answer, one entry a programme and direction. */
export const indicatorDeadlines: DeadlineSource = {
  kind: 'indicator',
  ask: context =>
    proposedLines(
      context,
      'indicator',
      db => db.selectFrom('working_indicator').select(['id', 'programme_id as programmeId']).where('state', '=', 'proposed'),
      { what: 'đề xuất chỉ tiêu làm việc', answer: 'step.answer-indicators', addressOf: openIndicators },
    ),
}

const openIndicators = (programmeId: string, waits: 'us' | 'them'): string =>
  `/chuong-trinh/${programmeId}/chi-tieu?loc=${waits === 'us' ? 'cho-ta' : 'cho-ho'}`
