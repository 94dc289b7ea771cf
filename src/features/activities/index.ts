import type { Feature } from '../../engine/feature.ts'
import { templateExport } from './bulk/template.ts'
import { agreeMerge } from './commands/agree-merge.ts'
import { attachEvidence } from './commands/attach-evidence.ts'
import { changeActivity } from './commands/change-activity.ts'
import { declineMerge } from './commands/decline-merge.ts'
import { enterRows } from './commands/enter-rows.ts'
import { finishImport } from './commands/finish-import.ts'
import { partMerge } from './commands/part-merge.ts'
import { proposeMerge } from './commands/propose-merge.ts'
import { protectEvidence } from './commands/protect-evidence.ts'
import { recordActivity } from './commands/record-activity.ts'
import { removeActivity } from './commands/remove-activity.ts'
import { removeEvidence } from './commands/remove-evidence.ts'
import { restoreActivity } from './commands/restore-activity.ts'
import { withdrawMerge } from './commands/withdraw-merge.ts'
import { mergeDeadlines } from './merging/deadlines.ts'
import { activity } from './queries/activity.ts'
import { choices } from './queries/choices.ts'
import { list } from './queries/list.ts'
import { merges } from './queries/merges.ts'
import { activitySearch } from './search.ts'

export { DIMENSIONS } from './breakdown.ts'
export { type Details, partsOf, partsOfFields } from './details.ts'
export { type ActivityKind, fieldsOfKind, KINDS, type KindField } from './kinds.ts'

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
  ],
  queries: [list, activity, choices, merges],
  searchables: [activitySearch],
  deadlines: [mergeDeadlines],
  exports: [templateExport],
}
