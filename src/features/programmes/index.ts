import type { Feature } from '../../engine/feature.ts'
import { acceptDraft } from './commands/accept-draft.ts'
import { discardDraft } from './commands/discard-draft.ts'
import { failReading } from './commands/fail-reading.ts'
import { finishReading } from './commands/finish-reading.ts'
import { mendReading } from './commands/mend-reading.ts'
import { recordProgress } from './commands/record-progress.ts'
import { restoreDraft } from './commands/restore-draft.ts'
import { startImport } from './commands/start-import.ts'
import { programmeDeadlines } from './deadlines.ts'
import { programmeJobs } from './jobs.ts'
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
  standingAgreements,
  withdrawAgreements,
} from './agreements.ts'
export type { DraftView } from './queries/drafts.ts'
export { readProgramme } from './reading/read-programme.ts'
export type { Schedule, Target, Topic } from './reading/result.ts'
export { openAsks } from './rules.ts'
export { getProgramme, latestPosition, type Party, partiesOf, partiesOn, positionsOf } from './store.ts'

export const programmes: Feature = {
  name: 'programmes',
  commands: [startImport, recordProgress, finishReading, failReading, mendReading, discardDraft, restoreDraft, acceptDraft],
  queries: [listProgrammes, listDrafts, showDraft, showProgramme, listCommitments],
  jobs: programmeJobs,
  searchables: programmeSearchables,
  deadlines: programmeDeadlines,
}
