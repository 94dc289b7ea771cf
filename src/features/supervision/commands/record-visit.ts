import { command } from '../../../engine/command.ts'
import { visitInput } from '../contract.ts'
import { WORK } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** Notes a visit and what was done there; findings are entered beside it. */
export const recordVisit = command({
  name: 'supervision.record-visit',
  permission: WORK,
  input: visitInput,
  run: (context, step) => takeStep(context, 'visit', step),
})
