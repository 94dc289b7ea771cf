import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { standingBefore } from '../before-giving.ts'
import { giveInput } from '../contract.ts'
import { GIVE, whyNotGive, whyNotOver, whyNotSeen } from '../rules.ts'
import { checkParty, getRecognition } from '../store.ts'

/** Records a visit or benefit, after what was given there in the year has been shown; above its ceiling by a leader with a reason. */
export const giveBenefit = command({
  name: 'honours.give-benefit',
  permission: GIVE,
  input: giveInput,
  run: async ({ tx, acting, now, today }, { benefitId, recognitionId, nature, givenOn, amount, seen, reason, programmeId }) => {
    const { accountId, bodyId } = personOf(acting)
    const found = await getRecognition(tx, recognitionId)
    refuseIf(whyNotGive(found, givenOn, today))
    await checkParty(tx, bodyId, programmeId)
    const { cap, same, over } = await standingBefore(tx, found, { nature, givenOn, amount })
    refuseIf(whyNotSeen(seen, same.length) ?? whyNotOver(acting, over, reason))
    await tx
      .insertInto('benefit')
      .values({
        id: benefitId,
        recognition_id: recognitionId,
        body_id: bodyId,
        unit_id: found.unitId,
        village_id: found.villageId,
        nature,
        given_on: givenOn,
        amount,
        ceiling: cap?.basis ?? null,
        over_reason: over ? reason! : null,
        programme_id: programmeId ?? null,
        created_by: accountId,
        created_at: now,
      })
      .execute()
    const detail = { nature, givenOn, over: over !== null, same: same.length }
    return {
      result: { benefitId, version: 1 },
      audit: { kind: 'benefit', id: benefitId, programme: programmeId ?? null, detail },
    }
  },
})
