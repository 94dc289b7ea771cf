import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { endingStep } from '../ending/contract.ts'
import { DECIDE, isAgreed, whyNotAgree } from '../ending/rules.ts'
import { getEnding, sidesOf, sittingBody } from '../ending/store.ts'

/** The own body agrees, for every seat that it sits in; with the last one the clock carries it out. */
export const agreeEnding = command({
  name: 'renewal.agree-ending',
  permission: DECIDE,
  input: endingStep,
  run: async ({ tx, acting, now, enqueue }, { endingId, version }) => {
    const { accountId } = personOf(acting)
    const { id, programmeId, state } = await getEnding(tx, endingId)
    const holder = await sittingBody(tx)
    const sides = await sidesOf(tx, id)
    refuseIf(whyNotAgree(acting, { state, sides }, holder))
    await tx
      .insertInto('programme_ending_agreement')
      .values({ ending_id: id, body_id: holder!, account_id: accountId, at: now })
      .execute()
    const all = isAgreed(sides.map(side => ({ ...side, agreed: side.agreed || side.bodyId === holder })))
    await changeRow(tx, 'programme_ending', { id, version }, all ? { state: 'agreed' } : {})
    if (all) await enqueue('renewal.end-programmes', {})
    return {
      result: { state: all ? 'agreed' : 'proposed' },
      audit: { kind: 'programme-ending', id, programme: programmeId, detail: { all } },
    }
  },
})
