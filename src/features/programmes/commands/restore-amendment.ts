import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { stepInput } from '../amendments/contract.ts'
import { WRITE, whyNotRestore } from '../amendments/rules.ts'
import { standingOf } from '../amendments/standing.ts'
import { stepAmendment } from '../amendments/store.ts'

/** Takes a draft up again that was put aside. */
export const restoreAmendment = command({
  name: 'programmes.restore-amendment',
  permission: WRITE,
  input: stepInput,
  run: async ({ tx, acting }, { amendmentId, version }) => {
    const found = await standingOf(tx, amendmentId)
    refuseIf(whyNotRestore(acting, found))
    await stepAmendment(tx, { amendmentId, version }, { state: 'own' })
    return {
      result: { version: version + 1 },
      audit: { kind: 'amendment', id: amendmentId, programme: found.programmeId, detail: { restored: true } },
    }
  },
})
