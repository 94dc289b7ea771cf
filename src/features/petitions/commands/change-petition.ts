import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { checkServes } from '../../programmes/index.ts'
import { changeInput } from '../contract.ts'
import { termOfReceipt } from '../due.ts'
import { whyNotReword } from '../official-letter.ts'
import { HANDLE, whyNotChange, whyNotReceived } from '../rules.ts'
import { checkField, communeOf, enterTerms, getPetition } from '../store.ts'

/** Puts the words of a petition right, until it has gone out. */
export const changePetition = command({
  name: 'petitions.change-petition',
  permission: HANDLE,
  input: changeInput,
  run: async ({ tx, acting, today }, { petitionId, version, ...fields }) => {
    const petition = await getPetition(tx, petitionId, acting)
    refuseIf(whyNotChange(acting, petition) ?? whyNotReceived(fields.receivedOn, today) ?? (await whyNotReword(tx, petitionId)))
    await checkField(tx, fields.field)
    await checkServes(tx, fields, 'petitions.no-programme')
    const { subject, text, placeId, origin } = fields
    const term = origin === petition.origin ? null : await termOfReceipt(tx, origin, petition.receivedOn)
    const leaves = (fields.programmeId ?? null) !== petition.programmeId
    const updated = await changeRow(
      tx,
      'petition',
      { id: petitionId, version },
      {
        subject,
        field: fields.field,
        commune_id: await communeOf(tx, placeId),
        origin,
        ...(term ? { due_on: term.on, due_basis: term.basis } : {}),
        voices: fields.voices,
        programme_id: fields.programmeId ?? null,
        clause_path: fields.clausePath ?? null,
        // What was shown to the parties of one programme is not shown to those of another.
        ...(leaves ? { shared_at: null } : {}),
      },
    )
    await tx.updateTable('petition_content').set({ text, place_id: placeId }).where('petition_id', '=', petitionId).execute()
    await enterTerms(tx, { id: petitionId, bodyId: petition.bodyId }, `${subject} ${text}`)
    return {
      result: { petitionId, version: updated.version },
      audit: { kind: 'petition', id: petitionId, programme: fields.programmeId ?? null, detail: { changed: true } },
    }
  },
})
