import { command } from '../../../engine/command.ts'
import { workers } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { assignInput } from '../contract.ts'
import { LEAD, whyNotHandle } from '../rules.ts'
import { changePetition, getPetition } from '../store.ts'

/** A leader gives a petition to another officer of the body; it moves to that one's unit with everything it holds. */
export const assignPetition = command({
  name: 'petitions.assign-petition',
  permission: LEAD,
  input: assignInput,
  run: async ({ tx, acting }, { petitionId, version, handler }) => {
    const petition = await getPetition(tx, petitionId, acting)
    refuseIf(whyNotHandle(acting, petition, LEAD))
    const account = await tx
      .selectFrom('account_today')
      .select(['unit_id', 'body_id', 'roles'])
      .where('id', '=', handler)
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    const works = account?.roles?.some(role => workers.some(one => one === role))
    if (!account || account.body_id !== petition.bodyId || !works) throw new Refusal('not-found', { what: 'account' })
    const unit = { unit_id: account.unit_id }
    const updated = await changePetition(tx, { id: petitionId, version }, { handler, ...unit })
    await tx.updateTable('petition_step').set(unit).where('petition_id', '=', petitionId).execute()
    await tx.updateTable('petition_content').set(unit).where('petition_id', '=', petitionId).execute()
    return {
      result: { petitionId, version: updated.version },
      audit: { kind: 'petition', id: petitionId, programme: petition.programmeId, detail: { handler } },
    }
  },
})
