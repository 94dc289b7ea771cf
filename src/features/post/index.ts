import type { Feature } from '../../engine/feature.ts'
import { chooseWay } from './commands/choose-way.ts'
import { contestAct } from './commands/contest-act.ts'
import { recordAgreement } from './commands/record-agreement.ts'
import { recordReturn } from './commands/record-return.ts'
import { recordSending } from './commands/record-sending.ts'
import { withdrawAct } from './commands/withdraw-act.ts'
import { postDeadlines } from './deadlines.ts'
import { coverExport, urgeExport } from './letters.ts'
import { recorded, standing, ways } from './queries.ts'

export { titlesOf } from './titles.ts'

/** A party without accounts takes part by letters. */
export const post: Feature = {
  name: 'post',
  commands: [chooseWay, recordSending, recordAgreement, recordReturn, contestAct, withdrawAct],
  queries: [standing, recorded, ways],
  deadlines: [postDeadlines],
  exports: [coverExport, urgeExport],
}
