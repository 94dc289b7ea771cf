import { command } from '../../../engine/command.ts'
import { awardInput } from '../commendations/contract.ts'
import { KEEP } from '../commendations/rules.ts'
import { takeStep } from '../commendations/steps.ts'

/** The ceremony at which it was handed over. */
export const recordAward = command({
  name: 'honours.record-award',
  permission: KEEP,
  input: awardInput,
  run: (context, { day, place, ...at }) =>
    takeStep(context, 'award', at, day, async () => ({
      state: 'awarded',
      awarded_on: day,
      ceremony_place: place,
      due_on: null,
    })),
})
