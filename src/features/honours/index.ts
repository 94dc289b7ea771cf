import type { Feature } from '../../engine/feature.ts'
import { changeName } from './commands/change-name.ts'
import { completeDossier } from './commands/complete-dossier.ts'
import { dropConsultation } from './commands/drop-consultation.ts'
import { forgetName } from './commands/forget-name.ts'
import { forgetNominee } from './commands/forget-nominee.ts'
import { giveBenefit } from './commands/give-benefit.ts'
import { loadList } from './commands/load-list.ts'
import { nominate } from './commands/nominate.ts'
import { noteConsultation } from './commands/note-consultation.ts'
import { openCommendation } from './commands/open-commendation.ts'
import { recordAward } from './commands/record-award.ts'
import { recordDecision } from './commands/record-decision.ts'
import { recordGathering } from './commands/record-gathering.ts'
import { recordVote } from './commands/record-vote.ts'
import { removeRecognition } from './commands/remove-recognition.ts'
import { restoreRecognition } from './commands/restore-recognition.ts'
import { shareCommendation } from './commands/share-commendation.ts'
import { stepBack } from './commands/step-back.ts'
import { stopCommendation } from './commands/stop-commendation.ts'
import { takeBackBenefit } from './commands/take-back-benefit.ts'
import { takeBackGathering } from './commands/take-back-gathering.ts'
import { withdrawNomination } from './commands/withdraw-nomination.ts'
import { certificateExport } from './commendations/certificates.ts'
import { choices } from './commendations/choices.ts'
import { commendation } from './commendations/commendation.ts'
import { commendationDeadlines } from './commendations/deadlines.ts'
import { draftDecisionExport } from './commendations/draft-decision.ts'
import { commendationHoldings } from './commendations/holdings.ts'
import { commendations } from './commendations/list.ts'
import { names } from './commendations/names.ts'
import { commendationExport } from './commendations/paper.ts'
import { commendationSearch } from './commendations/search.ts'
import { forgettingJob, nameKeys } from './jobs.ts'
import { beforeGiving } from './queries/before-giving.ts'
import { list } from './queries/list.ts'
import { lists } from './queries/lists.ts'
import { recognition } from './queries/recognition.ts'
import { report } from './queries/report.ts'
import { reportFigure } from './queries/report-figure.ts'

export { commendationDecision } from './commendations/official-decision.ts'
export { type HonourCounts, honoursOfProgramme } from './figures.ts'

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
    openCommendation,
    shareCommendation,
    nominate,
    withdrawNomination,
    completeDossier,
    recordVote,
    recordDecision,
    recordAward,
    stopCommendation,
    stepBack,
    forgetNominee,
  ],
  queries: [list, recognition, lists, beforeGiving, report, reportFigure, commendations, commendation, names, choices],
  jobs: ground => [forgettingJob(ground)],
  keyHolders: [nameKeys],
  searchables: [commendationSearch],
  deadlines: [commendationDeadlines],
  holdings: [commendationHoldings],
  exports: [draftDecisionExport, commendationExport, certificateExport],
}
