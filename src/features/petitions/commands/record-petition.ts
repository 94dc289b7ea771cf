import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { checkServes } from '../../programmes/index.ts'
import { recordInput } from '../contract.ts'
import { termFor } from '../due.ts'
import { HANDLE, whyNotAgain, whyNotReceived } from '../rules.ts'
import { checkField, communeOf, enterTerms, getPetition, unitOf } from '../store.ts'

/** Takes down what people say: subject and place, never who said it. A name is kept by a command of its own. */
export const recordPetition = command({
  name: 'petitions.record-petition',
  permission: HANDLE,
  input: recordInput,
  run: async ({ tx, acting, now, today }, { petitionId, code, term: given, againOf, ...fields }) => {
    const { bodyId, accountId } = personOf(acting)
    refuseIf(whyNotReceived(fields.receivedOn, today))
    await checkField(tx, fields.field)
    await checkServes(tx, fields, 'petitions.no-programme')
    if (againOf) refuseIf(whyNotAgain((await getPetition(tx, againOf, acting)).state))
    const { origin, receivedOn, placeId, subject, text } = fields
    const term = await termFor(tx, { origin, level: 'own', day: receivedOn }, given)
    const unitId = await unitOf(tx, accountId)
    const recorded = await tx
      .insertInto('petition')
      .values({
        id: petitionId,
        body_id: bodyId,
        unit_id: unitId,
        handler: accountId,
        subject,
        field: fields.field,
        commune_id: await communeOf(tx, placeId),
        origin,
        voices: fields.voices,
        received_on: receivedOn,
        code,
        due_on: term.on,
        due_basis: term.basis,
        last_day: receivedOn,
        programme_id: fields.programmeId ?? null,
        clause_path: fields.clausePath ?? null,
        again_of: againOf ?? null,
        created_by: accountId,
        created_at: now,
      })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    // The form keeps its id: sent again after a lost answer and a reload, it does not stand twice.
    if (!recorded) throw new Refusal('petitions.recorded-already')
    const content = { petition_id: petitionId, body_id: bodyId, unit_id: unitId, text, place_id: placeId }
    await tx.insertInto('petition_content').values(content).execute()
    await enterTerms(tx, { id: petitionId, bodyId }, `${subject} ${text}`)
    return {
      result: { petitionId, version: 1 },
      audit: { kind: 'petition', id: petitionId, programme: fields.programmeId ?? null, detail: { origin, receivedOn } },
    }
  },
})
