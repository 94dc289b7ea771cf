import type { Feature } from '../../engine/feature.ts'
import { changeName } from './commands/change-name.ts'
import { dropConsultation } from './commands/drop-consultation.ts'
import { forgetName } from './commands/forget-name.ts'
import { giveBenefit } from './commands/give-benefit.ts'
import { loadList } from './commands/load-list.ts'
import { noteConsultation } from './commands/note-consultation.ts'
import { recordGathering } from './commands/record-gathering.ts'
import { removeRecognition } from './commands/remove-recognition.ts'
import { restoreRecognition } from './commands/restore-recognition.ts'
import { takeBackBenefit } from './commands/take-back-benefit.ts'
import { takeBackGathering } from './commands/take-back-gathering.ts'
import { forgettingJob, nameKeys } from './jobs.ts'
import { beforeGiving } from './queries/before-giving.ts'
import { list } from './queries/list.ts'
import { lists } from './queries/lists.ts'
import { recognition } from './queries/recognition.ts'
import { report } from './queries/report.ts'

/** Those whom a decision recognises, what is done for them, and commendations. */
export const honours: Feature = {
  name: 'honours',
  commands: [
    loadList,
    changeName,
    removeRecognition,
    restoreRecognition,
    noteConsultation,
    dropConsultation,
    giveBenefit,
    takeBackBenefit,
    recordGathering,
    takeBackGathering,
    forgetName,
  ],
  queries: [list, recognition, lists, beforeGiving, report],
  jobs: ground => [forgettingJob(ground)],
  keyHolders: [nameKeys],
}
