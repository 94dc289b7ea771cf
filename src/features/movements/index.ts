import type { Feature } from '../../engine/feature.ts'
import { changeMovement } from './commands/change-movement.ts'
import { endMovement } from './commands/end-movement.ts'
import { hangActivity } from './commands/hang-activity.ts'
import { recogniseModel } from './commands/recognise-model.ts'
import { registerMovement } from './commands/register-movement.ts'
import { registerYear } from './commands/register-year.ts'
import { removeMovement } from './commands/remove-movement.ts'
import { reopenMovement } from './commands/reopen-movement.ts'
import { reportYear } from './commands/report-year.ts'
import { restoreMovement } from './commands/restore-movement.ts'
import { shareMovement } from './commands/share-movement.ts'
import { takeDownActivity } from './commands/take-down-activity.ts'
import { unshareMovement } from './commands/unshare-movement.ts'
import { withdrawRecognition } from './commands/withdraw-recognition.ts'
import { movementDeadlines } from './deadlines.ts'
import { movementHoldings } from './holdings.ts'
import { movementsExport } from './list-export.ts'
import { choices } from './queries/choices.ts'
import { list } from './queries/list.ts'
import { movement } from './queries/movement.ts'
import { movementSearch } from './search.ts'

export { type MovementFact, type MovementResults, movementsOfProgramme } from './results.ts'

/** Campaigns, emulation movements, twinnings and models: what runs for years beside the plan. */
export const movements: Feature = {
  name: 'movements',
  commands: [
    registerMovement,
    changeMovement,
    registerYear,
    reportYear,
    recogniseModel,
    withdrawRecognition,
    endMovement,
    reopenMovement,
    hangActivity,
    takeDownActivity,
    shareMovement,
    unshareMovement,
    removeMovement,
    restoreMovement,
  ],
  queries: [list, movement, choices],
  searchables: [movementSearch],
  deadlines: [movementDeadlines],
  holdings: [movementHoldings],
  exports: [movementsExport],
}
