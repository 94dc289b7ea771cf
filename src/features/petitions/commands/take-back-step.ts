import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { type StepKind, takeBackInput } from '../contract.ts'
import { HANDLE, whyNotTakeBack } from '../rules.ts'
import type { Before } from '../steps.ts'
import { getPetition } from '../store.ts'

/** Takes the last step back, shortly after it was taken and by who took it: the petition stands as before. The step stays, marked. */
export const takeBackStep = command({
  name: 'petitions.take-back-step',
  permission: HANDLE,
  input: takeBackInput,
  run: async ({ tx, acting, now }, { petitionId, version, stepId }) => {
    const petition = await getPetition(tx, petitionId, acting)
    const last = await tx
      .selectFrom('petition_step')
      .select(['id', 'kind', 'before', 'created_by', 'created_at'])
      .where('petition_id', '=', petitionId)
      .where('taken_back_at', 'is', null)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!last) throw new Refusal('petitions.not-last')
    const step = {
      isLast: last.id === stepId,
      createdBy: last.created_by,
      ageMinutes: (now.getTime() - last.created_at.getTime()) / 60_000,
      kind: last.kind as StepKind,
    }
    refuseIf(whyNotTakeBack(acting, petition, step))
    const updated = await changeRow(tx, 'petition', { id: petitionId, version }, last.before as unknown as Before)
    await tx.updateTable('petition_step').set({ taken_back_at: now }).where('id', '=', stepId).execute()
    return {
      result: { petitionId, version: updated.version },
      audit: { kind: 'petition', id: petitionId, programme: petition.programmeId, detail: { takenBack: step.kind } },
    }
  },
})
