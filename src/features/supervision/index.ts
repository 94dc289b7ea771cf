import type { Feature } from '../../engine/feature.ts'
import { addFinding } from './commands/add-finding.ts'
import { attachPhoto } from './commands/attach-photo.ts'
import { changeConstruction } from './commands/change-construction.ts'
import { changeFinding } from './commands/change-finding.ts'
import { changeSupervision } from './commands/change-supervision.ts'
import { closeSupervision } from './commands/close-supervision.ts'
import { concludeVisits } from './commands/conclude-visits.ts'
import { confirmRecommendation } from './commands/confirm-recommendation.ts'
import { endCheck } from './commands/end-check.ts'
import { endClock } from './commands/end-clock.ts'
import { endReportTerm } from './commands/end-report-term.ts'
import { linkActivity } from './commands/link-activity.ts'
import { makeRecommendation } from './commands/make-recommendation.ts'
import { noteChecks } from './commands/note-checks.ts'
import { notifyOwner } from './commands/notify-owner.ts'
import { planSupervision } from './commands/plan-supervision.ts'
import { recordAnswer } from './commands/record-answer.ts'
import { recordRemedy } from './commands/record-remedy.ts'
import { recordReport } from './commands/record-report.ts'
import { recordVisit } from './commands/record-visit.ts'
import { registerConstruction } from './commands/register-construction.ts'
import { removeFinding } from './commands/remove-finding.ts'
import { removePhoto } from './commands/remove-photo.ts'
import { restoreFinding } from './commands/restore-finding.ts'
import { seeAgain } from './commands/see-again.ts'
import { sendRecommendation } from './commands/send-recommendation.ts'
import { setCheck } from './commands/set-check.ts'
import { setClock } from './commands/set-clock.ts'
import { setReportTerm } from './commands/set-report-term.ts'
import { shareSupervision } from './commands/share-supervision.ts'
import { takeBackReport } from './commands/take-back-report.ts'
import { takeBackStep } from './commands/take-back-step.ts'
import { unlinkActivity } from './commands/unlink-activity.ts'
import { unshareSupervision } from './commands/unshare-supervision.ts'
import { supervisionDeadlines } from './deadlines.ts'
import { overallExport, registerExport } from './exports.ts'
import { recommendationsExport, supervisionListExport, worksExport } from './list-exports.ts'
import { choices } from './queries/choices.ts'
import { clocks } from './queries/clocks.ts'
import { constructions } from './queries/constructions.ts'
import { coverage } from './queries/coverage.ts'
import { list } from './queries/list.ts'
import { overall } from './queries/overall.ts'
import { reportFigure } from './queries/report-figure.ts'
import { reports } from './queries/reports.ts'
import { supervision as one } from './queries/supervision.ts'
import { reportDeadlines } from './report-deadlines.ts'
import { supervisionSearch } from './search.ts'

export { type CountedSupervision, type SupervisionPart, supervisionsBehind, supervisionsOf, supervisionValue } from './figures.ts'

/** Supervision, inspection and survey: works, plans, visits, findings, and what became of what was asked for. */
export const supervision: Feature = {
  name: 'supervision',
  commands: [
    addFinding,
    attachPhoto,
    changeConstruction,
    changeFinding,
    changeSupervision,
    closeSupervision,
    concludeVisits,
    confirmRecommendation,
    endCheck,
    endClock,
    endReportTerm,
    linkActivity,
    makeRecommendation,
    noteChecks,
    notifyOwner,
    planSupervision,
    recordAnswer,
    recordRemedy,
    recordReport,
    recordVisit,
    registerConstruction,
    removeFinding,
    removePhoto,
    restoreFinding,
    seeAgain,
    sendRecommendation,
    setCheck,
    setClock,
    setReportTerm,
    shareSupervision,
    takeBackReport,
    takeBackStep,
    unlinkActivity,
    unshareSupervision,
  ],
  queries: [list, one, constructions, choices, coverage, clocks, reports, reportFigure, overall],
  searchables: [supervisionSearch],
  deadlines: [supervisionDeadlines, reportDeadlines],
  exports: [registerExport, overallExport, supervisionListExport, recommendationsExport, worksExport],
}
