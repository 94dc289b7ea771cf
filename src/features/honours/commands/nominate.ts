import { command } from '../../../engine/command.ts'
import { sealName } from '../../../engine/keys/sealed-name.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { nominateInput } from '../commendations/contract.ts'
import { PROPOSE, whyNotPropose } from '../commendations/rules.ts'
import { getCommendation } from '../commendations/store.ts'

/**
 * Puts somebody or a collective forward, by the keeping side or another party. The name of an individual is sealed for the keeper; it
 * stands in no digest, no audit row and no queue.
 */
export const nominate = command({
  name: 'honours.nominate',
  permission: PROPOSE,
  input: nominateInput,
  secret: true,
  prepare: async ({ keys, read }, { lineId, commendationId, sort, name }) => {
    refuseIf(whyNotPropose(await read(db => getCommendation(db, commendationId))))
    return sort === 'individual' ? sealName(keys, name, lineId) : null
  },
  run: async ({ tx, acting, now }, { lineId, commendationId, sort, name, workplace }, made) => {
    const { bodyId, accountId } = personOf(acting)
    const round = await getCommendation(tx, commendationId)
    refuseIf(whyNotPropose(round))
    await tx
      .insertInto('commendation_line')
      .values({
        id: lineId,
        commendation_id: commendationId,
        body_id: round.bodyId,
        proposed_by: bodyId,
        sort,
        collective: sort === 'collective' ? name : null,
        workplace,
        created_by: accountId,
        created_at: now,
      })
      .execute()
    const kept = { commendation_id: commendationId, body_id: round.bodyId, unit_id: round.unitId }
    if (made)
      await tx
        .insertInto('commendation_name')
        .values({ line_id: lineId, ...kept, sealed: made.sealed, sealed_key: made.keyId })
        .execute()
    return {
      result: { lineId },
      audit: { kind: 'commendation', id: commendationId, programme: round.programmeId, detail: { nominated: sort } },
    }
  },
})
