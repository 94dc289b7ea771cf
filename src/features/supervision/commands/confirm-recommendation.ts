import { command } from '../../../engine/command.ts'
import { stepInput } from '../contract.ts'
import { WORK } from '../rules.ts'
import { takeStep } from '../steps.ts'

/** Notes that the Front of the commune has confirmed what a board recommends (Luật 10/2022/QH15, Điều 45). */
export const confirmRecommendation = command({
  name: 'supervision.confirm-recommendation',
  permission: WORK,
  input: stepInput,
  run: (context, step) => takeStep(context, 'confirm', step),
})
