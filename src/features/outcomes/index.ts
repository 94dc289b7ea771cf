import type { Feature } from '../../engine/feature.ts'
import { changeReport } from './commands/change-report.ts'
import { recordReport } from './commands/record-report.ts'
import { removeReport } from './commands/remove-report.ts'
import { restoreReport } from './commands/restore-report.ts'
import { entry } from './queries/entry.ts'
import { list } from './queries/list.ts'
import { table } from './queries/table.ts'
import { outcomesExport } from './told-export.ts'

/** What official reports say of the outcome, by commune and year. */
export const outcomes: Feature = {
  name: 'outcomes',
  commands: [recordReport, changeReport, removeReport, restoreReport],
  queries: [list, table, entry],
  exports: [outcomesExport],
}
