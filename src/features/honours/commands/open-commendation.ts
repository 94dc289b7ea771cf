import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { unitOf } from '../../agencies/index.ts'
import { openInput } from '../commendations/contract.ts'
import { dossierTerm } from '../commendations/forms.ts'
import { KEEP } from '../commendations/rules.ts'
import { checkParty } from '../store.ts'

/** Opens a round: on which occasion, in which form, by when the dossier is handed in. */
export const openCommendation = command({
  name: 'honours.open-commendation',
  permission: KEEP,
  input: openInput,
  run: async ({ tx, acting, now, today }, { commendationId, occasion, form, issuer, programmeId, ceremonyOn, term }) => {
    const { bodyId, accountId } = personOf(acting)
    await checkParty(tx, bodyId, programmeId)
    const due = dossierTerm(form, ceremonyOn, today) ?? term
    if (!due) throw new Refusal('commendations.term-missing')
    refuseIf(due.on < today ? { code: 'commendations.term-past', data: { today } } : null)
    const added = await tx
      .insertInto('commendation')
      .values({
        id: commendationId,
        body_id: bodyId,
        unit_id: await unitOf(tx, accountId),
        programme_id: programmeId ?? null,
        occasion,
        form,
        issuer,
        dossier_due: due.on,
        due_basis: due.basis,
        due_on: due.on,
        ceremony_on: ceremonyOn,
        moved_by: accountId,
        moved_at: now,
        created_by: accountId,
        created_at: now,
      })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    // The form keeps its id: sent again after a lost answer and a reload, it does not stand twice.
    if (!added) throw new Refusal('honours.recorded-already')
    const detail = { form, due: due.on }
    return {
      result: { commendationId, version: 1 },
      audit: { kind: 'commendation', id: commendationId, programme: programmeId ?? null, detail },
    }
  },
})
