import type { Feature } from '../../engine/feature.ts'
import { amendmentDeadlines } from './amendments/deadlines.ts'
import { amendmentClearances } from './amendments/laying.ts'
import { amendmentExports } from './amendments/papers/exports.ts'
import { acceptDraft } from './commands/accept-draft.ts'
import { agreeAmendment } from './commands/agree-amendment.ts'
import { beginScan } from './commands/begin-scan.ts'
import { changeAmendment } from './commands/change-amendment.ts'
import { discardDraft } from './commands/discard-draft.ts'
import { draftAmendment } from './commands/draft-amendment.ts'
import { failReading } from './commands/fail-reading.ts'
import { finishReading } from './commands/finish-reading.ts'
import { forwardSubmission } from './commands/forward-submission.ts'
import { keepScanPage } from './commands/keep-scan-page.ts'
import { mendReading } from './commands/mend-reading.ts'
import { recordProgress } from './commands/record-progress.ts'
import { recordSigning } from './commands/record-signing.ts'
import { restoreAmendment } from './commands/restore-amendment.ts'
import { restoreDraft } from './commands/restore-draft.ts'
import { resumeScan } from './commands/resume-scan.ts'
import { returnAmendment } from './commands/return-amendment.ts'
import { returnSubmission } from './commands/return-submission.ts'
import { shareAmendment } from './commands/share-amendment.ts'
import { startImport } from './commands/start-import.ts'
import { stopScan } from './commands/stop-scan.ts'
import { submitAmendment } from './commands/submit-amendment.ts'
import { withdrawAmendment } from './commands/withdraw-amendment.ts'
import { programmeDeadlines } from './deadlines.ts'
import { amendmentHoldings, amendmentSubmissions, draftHoldings } from './holdings.ts'
import { programmeJobs } from './jobs.ts'
import { amendableText, listAmendments, showAmendment } from './queries/amendments.ts'
import { listDrafts, showDraft } from './queries/drafts.ts'
import { listProgrammes } from './queries/list.ts'
import { listCommitments, showProgramme } from './queries/page.ts'
import { programmeSearchables } from './searchables.ts'

export {
  type Agreement,
  type AgreementSubject,
  digestOf,
  recordAccepted,
  recordAgreement,
  sideSigners,
  standingAgreements,
  withdrawAgreements,
  withdrawByPaper,
} from './agreements.ts'
export { amendmentByPost } from './amendments/by-post.ts'
export { consolidated, type SignedText } from './amendments/consolidate.ts'
export type { ChangeInput } from './amendments/contract.ts'
export { type AmendableText, dutiesOf } from './amendments/duties-of.ts'
export { loadAmendment } from './amendments/papers/load.ts'
export { amendmentPaper } from './amendments/papers/paper.ts'
export { settleChanges } from './amendments/settle.ts'
export { everyClauseOn, textInForce } from './amendments/store.ts'
export { failureOf, isFailure, unlessGone } from './answer-reading.ts'
export * from './by-post/index.ts'
export { citeProgramme } from './cite-programme.ts'
export {
  approve,
  type Clearance,
  type ClearanceStep,
  clearancesOf,
  decideClearance,
  getClearance,
  isCleared,
  isWaiting,
  type Outgoing,
  reopenClearance,
  settleClearance,
  submissionsOf,
  submit,
  viewClearance,
  whyNotDecide,
  whyNotDecider,
  whyNotInstruct,
  whyNotSubmit,
  whyNotWork,
} from './clearances.ts'
export { clearing, instructionDay, instructionText } from './clearing.ts'
export { FAILURES, type Failure } from './commands/fail-reading.ts'
export { clausesWithDuty, inForceBetween, standingBetween } from './commitments-in-force.ts'
export { dropFile } from './draft-store.ts'
export {
  type Ended,
  endedProgrammes,
  mergedInto,
  type Origin,
  originsOf,
  type Term,
  termOf,
} from './endings.ts'
export { submissionHoldings } from './holdings.ts'
export {
  getInstruction,
  giveInstruction,
  type Instruction,
  instructionsToFollow,
  openInstructions,
  whyNotBy,
} from './instructions.ts'
export { type LaidLine, layBefore, layingLines, layingOf, leadersStep, type Waiting, whatWaits } from './laying-before.ts'
export { openDraft } from './open-draft.ts'
export {
  applyPassings,
  namesInDuties,
  type PassedDuty,
  type Passing,
  passedDuties,
  passingsOf,
  recordPassings,
} from './passed-duties.ts'
export { proposedLines } from './proposed-lines.ts'
export type { DraftView } from './queries/drafts.ts'
export { fromCapitals } from './reading/bodies.ts'
export { cellsOf } from './reading/closing.ts'
export { readHeader } from './reading/header.ts'
export { readProgramme } from './reading/read-programme.ts'
export type { Schedule, Target, Topic } from './reading/result.ts'
export { refuseSecret } from './reading/secret.ts'
export { minutesToRead, openAsks } from './rules.ts'
export { openPaper, plainTextOf, readPages } from './scans/read-pages.ts'
export type { PlainText } from './scans/scan-worker.ts'
export { keepPage, type ScanToRead } from './scans/store.ts'
export { fromItsSeat, programmesOfSeats, seatAt } from './seats.ts'
export {
  checkClause,
  checkServes,
  getProgramme,
  latestPosition,
  type Party,
  partiesOf,
  partiesOfMany,
  partiesOn,
  positionsOf,
  titlesOfProgrammes,
} from './store.ts'
export { holdersOf, takeOverClauses } from './take-over.ts'
export * from './target-programme/contract.ts'
export { whyNotElement } from './target-programme/rules.ts'

export const programmes: Feature = {
  name: 'programmes',
  commands: [
    startImport,
    beginScan,
    keepScanPage,
    stopScan,
    resumeScan,
    recordProgress,
    finishReading,
    failReading,
    mendReading,
    discardDraft,
    restoreDraft,
    acceptDraft,
    draftAmendment,
    changeAmendment,
    withdrawAmendment,
    restoreAmendment,
    submitAmendment,
    shareAmendment,
    agreeAmendment,
    returnAmendment,
    recordSigning,
    forwardSubmission,
    returnSubmission,
  ],
  holdings: [draftHoldings, amendmentHoldings, amendmentSubmissions],
  queries: [listProgrammes, listDrafts, showDraft, showProgramme, listCommitments, listAmendments, showAmendment, amendableText],
  jobs: programmeJobs,
  searchables: programmeSearchables,
  deadlines: [...programmeDeadlines, amendmentDeadlines, amendmentClearances],
  exports: amendmentExports,
}
