import type { DeadlineSource } from '../../../engine/feature.ts'
import { proposedLines } from '../../programmes/index.ts'

/** Proposed kinds of work that wait for an answer, one entry a programme and direction. */
export const kindDeadlines: DeadlineSource = {
  kind: 'own-kind',
  ask: context =>
    proposedLines(
      context,
      'own-kind',
      db => db.selectFrom('own_kind').select(['id', 'programme_id as programmeId']).where('state', '=', 'proposed'),
      { what: 'đề xuất loại việc', answer: 'step.answer-kinds', addressOf: () => '/hoat-dong/loai-viec' },
    ),
}
