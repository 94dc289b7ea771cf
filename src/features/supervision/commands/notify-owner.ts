import { command } from '../../../engine/command.ts'
import { notifyInput } from '../contract.ts'
import { WORK } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** Notes that plan and composition have gone to whom it concerns, by a paper with number and date. */
export const notifyOwner = command({
  name: 'supervision.notify-owner',
  permission: WORK,
  input: notifyInput,
  run: (context, step) => takeStep(context, 'notify', step),
})
