import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { dossierInput } from '../commendations/contract.ts'
import { KEEP } from '../commendations/rules.ts'
import { takeStep } from '../commendations/steps.ts'

/** The dossier is whole and handed in: its tờ trình by number and day. Nobody is put forward after this. */
export const completeDossier = command({
  name: 'honours.complete-dossier',
  permission: KEEP,
  input: dossierInput,
  run: (context, { number, date, ...at }) =>
    takeStep(context, 'dossier', at, date, async (round, lines) => {
      if (lines.length === 0) throw new Refusal('commendations.nobody')
      return { state: 'dossier', submission_number: number, submission_date: date, due_on: round.ceremonyOn }
    }),
})
