import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { takeBackInput } from '../contract.ts'
import { WORK, whyNotTakeBack } from '../rules.ts'
import type { Before } from '../steps.ts'
import { getSupervision, stepsOf } from '../store.ts'

/** Takes the last step back, shortly after it was taken and by who took it. The step stays, marked. */
export const takeBackStep = command({
  name: 'supervision.take-back-step',
  permission: WORK,
  input: takeBackInput,
  run: async ({ tx, acting, now }, { supervisionId, version, stepId }) => {
    const found = await getSupervision(tx, supervisionId)
    const last = (await stepsOf(tx, supervisionId)).at(-1)
    if (!last) throw new Refusal('supervision.not-last')
    const ageMinutes = (now.getTime() - last.created_at.getTime()) / 60_000
    refuseIf(whyNotTakeBack(acting, found, { isLast: last.id === stepId, createdBy: last.created_by, ageMinutes }))
    const updated = await changeRow(tx, 'supervision', { id: supervisionId, version }, last.before as unknown as Before)
    await tx.updateTable('supervision_step').set({ taken_back_at: now }).where('id', '=', stepId).execute()
    return {
      result: { supervisionId, version: updated.version },
      audit: { kind: 'supervision', id: supervisionId, programme: found.programmeId, detail: { takenBack: last.kind } },
    }
  },
})
