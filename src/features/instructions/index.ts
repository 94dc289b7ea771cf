import type { Feature } from '../../engine/feature.ts'
import { giveInstruction } from './commands/give-instruction.ts'
import { reopenInstruction } from './commands/reopen-instruction.ts'
import { settleInstruction } from './commands/settle-instruction.ts'
import { takeBackInstruction } from './commands/take-back-instruction.ts'
import { instructionDeadlines, instructionHoldings } from './followed.ts'
import { instruction } from './queries.ts'

/** What the own leaders want done, followed until it is. */
export const instructions: Feature = {
  name: 'instructions',
  commands: [giveInstruction, takeBackInstruction, settleInstruction, reopenInstruction],
  queries: [instruction],
  deadlines: [instructionDeadlines],
  holdings: [instructionHoldings],
}
