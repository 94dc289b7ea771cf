import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { endingStep } from '../ending/contract.ts'
import { DECIDE, whyNotWithdraw } from '../ending/rules.ts'
import { getEnding, sidesOf, sittingBody } from '../ending/store.ts'

/** Lets the end of a programme fall that not all have agreed to; it stays readable. */
export const withdrawEnding = command({
  name: 'renewal.withdraw-ending',
  permission: DECIDE,
  input: endingStep,
  run: async ({ tx, acting }, { endingId, version }) => {
    const { id, programmeId, state, failure } = await getEnding(tx, endingId)
    const holder = await sittingBody(tx)
    refuseIf(whyNotWithdraw(acting, { state, failure, sides: await sidesOf(tx, id) }, holder))
    await changeRow(tx, 'programme_ending', { id, version }, { state: 'withdrawn' })
    return { result: { endingId }, audit: { kind: 'programme-ending', id, programme: programmeId } }
  },
})
