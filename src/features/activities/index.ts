import type { Feature } from '../../engine/feature.ts'
import { templateExport } from './bulk/template.ts'
import { agreeKind } from './commands/agree-kind.ts'
import { agreeMerge } from './commands/agree-merge.ts'
import { attachEvidence } from './commands/attach-evidence.ts'
import { changeActivity } from './commands/change-activity.ts'
import { declineMerge } from './commands/decline-merge.ts'
import { enterRows } from './commands/enter-rows.ts'
import { finishImport } from './commands/finish-import.ts'
import { partMerge } from './commands/part-merge.ts'
import { proposeClosing } from './commands/propose-closing.ts'
import { proposeKind } from './commands/propose-kind.ts'
import { proposeMerge } from './commands/propose-merge.ts'
import { protectEvidence } from './commands/protect-evidence.ts'
import { recordActivity } from './commands/record-activity.ts'
import { removeActivity } from './commands/remove-activity.ts'
import { removeEvidence } from './commands/remove-evidence.ts'
import { restoreActivity } from './commands/restore-activity.ts'
import { returnKind } from './commands/return-kind.ts'
import { shareKind } from './commands/share-kind.ts'
import { submitKind } from './commands/submit-kind.ts'
import { withdrawKind } from './commands/withdraw-kind.ts'
import { withdrawMerge } from './commands/withdraw-merge.ts'
import { activityDeadlines } from './deadlines.ts'
import { activityListExport } from './list-export.ts'
import { mergeDeadlines } from './merging/deadlines.ts'
import { kindDeadlines } from './own-kinds/deadlines.ts'
import { kindHoldings } from './own-kinds/holdings.ts'
import { kindClearances, kindSubmissions } from './own-kinds/laying.ts'
import { activity } from './queries/activity.ts'
import { byPlace } from './queries/by-place.ts'
import { choices } from './queries/choices.ts'
import { kinds } from './queries/kinds.ts'
import { list } from './queries/list.ts'
import { merges } from './queries/merges.ts'
import { ownKinds } from './queries/own-kinds.ts'
import { activitySearch } from './search.ts'

export { DIMENSIONS } from './breakdown.ts'
export { countPairOf } from './count-pair.ts'
export { type Details, partsOf, partsOfFields } from './details.ts'
export { fieldsOverTime, type KindBook, kindAs, kindNow, nameOfKind, READY } from './kind-book.ts'
export { type ActivityKind, KINDS, type KindField } from './kinds.ts'
export { ownKindByPost } from './own-kinds/by-post.ts'
export { kindsOfProgramme } from './own-kinds/store.ts'
export { addUpUnits, type UnitSum } from './totals.ts'

export const activities: Feature = {
  name: 'activities',
  commands: [
    recordActivity,
    changeActivity,
    removeActivity,
    restoreActivity,
    attachEvidence,
    removeEvidence,
    protectEvidence,
    proposeMerge,
    agreeMerge,
    declineMerge,
    withdrawMerge,
    partMerge,
    enterRows,
    finishImport,
    proposeKind,
    proposeClosing,
    submitKind,
    shareKind,
    agreeKind,
    returnKind,
    withdrawKind,
  ],
  queries: [list, activity, choices, merges, kinds, ownKinds, byPlace],
  searchables: [activitySearch],
  deadlines: [activityDeadlines, mergeDeadlines, kindDeadlines, kindClearances],
  holdings: [kindHoldings, kindSubmissions],
  exports: [templateExport, activityListExport],
}
