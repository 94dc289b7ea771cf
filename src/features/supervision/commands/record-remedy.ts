import { command } from '../../../engine/command.ts'
import { remedyInput } from '../contract.ts'
import { WORK } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** Notes of findings that they were repaired, explained, or not repaired. */
export const recordRemedy = command({
  name: 'supervision.record-remedy',
  permission: WORK,
  input: remedyInput,
  run: (context, step) => takeStep(context, 'remedy', step),
})
