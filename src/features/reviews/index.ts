import type { Feature } from '../../engine/feature.ts'
import { askPart } from './commands/ask-part.ts'
import { beginText } from './commands/begin-text.ts'
import { clearSubmission } from './commands/clear-submission.ts'
import { closeDispute } from './commands/close-dispute.ts'
import { closeRemark } from './commands/close-remark.ts'
import { disputeFigure } from './commands/dispute-figure.ts'
import { dropPart } from './commands/drop-part.ts'
import { followReview } from './commands/follow-review.ts'
import { freezeReview } from './commands/freeze-review.ts'
import { handInPart } from './commands/hand-in-part.ts'
import { openReview } from './commands/open-review.ts'
import { proposeReview } from './commands/propose-review.ts'
import { raiseRemark } from './commands/raise-remark.ts'
import { restoreVersion } from './commands/restore-version.ts'
import { returnPart } from './commands/return-part.ts'
import { saveVersion } from './commands/save-version.ts'
import { submitReview } from './commands/submit-review.ts'
import { takeBack } from './commands/take-back.ts'
import { takeCompiled } from './commands/take-compiled.ts'
import { withdrawAgreement } from './commands/withdraw-agreement.ts'
import { withdrawClearing } from './commands/withdraw-clearing.ts'
import { writeText } from './commands/write-text.ts'
import { reviewClearances, reviewDeadlines } from './deadlines.ts'
import { reviewHoldings, reviewSubmissions } from './holdings.ts'
import { partDeadlines, partHoldings } from './parts/deadlines.ts'
import { askedPart, askedParts } from './parts/queries.ts'
import { figure, list, review } from './queries.ts'
import { reviewExport } from './review-export.ts'
import { reviewSearch } from './searchables.ts'
import { linesCompiled } from './writing/compiled-lines.ts'
import { textDesk } from './writing/text-desk.ts'
import { type TextSeat, textSeat } from './writing/text-seat.ts'
import { compareVersions, textVersions } from './writing/text-versions.ts'

export { type ClauseRecord, type ClauseYearRecord, recordByClause } from './by-clause.ts'
export { reviewByPost } from './by-post.ts'
export { reviewName } from './compiling/compile.ts'
export { calmTitle } from './compiling/titles.ts'
export { slidesOf } from './conference/slides.ts'
export type { Duty } from './contract.ts'
export { compileLive } from './freezing.ts'
export { dutiesOver } from './load-input.ts'
export { type LoadedReview, reviewExport } from './review-export.ts'
export { type ReportYear, silentYears, yearsBegun } from './silence.ts'
export { getReview, periodOf, type Review, reportingOf } from './store.ts'
export { openRooms, type Rooms } from './writing/rooms.ts'
export type { TextSeat }

export const reviews: Feature = {
  name: 'reviews',
  commands: [
    openReview,
    writeText,
    submitReview,
    clearSubmission,
    withdrawClearing,
    proposeReview,
    takeBack,
    beginText,
    raiseRemark,
    closeRemark,
    takeCompiled,
    saveVersion,
    restoreVersion,
    askPart,
    handInPart,
    returnPart,
    dropPart,
    freezeReview,
    withdrawAgreement,
    followReview,
    disputeFigure,
    closeDispute,
  ],
  holdings: [reviewHoldings, reviewSubmissions, partHoldings],
  queries: [list, review, figure, textSeat, textDesk, linesCompiled, textVersions, compareVersions, askedParts, askedPart],
  deadlines: [reviewDeadlines, reviewClearances, partDeadlines],
  searchables: [reviewSearch],
  exports: [reviewExport],
}
