import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { findingInput } from '../contract.ts'

import { WORK, whyNotFinding } from '../rules.ts'
import { getSupervision } from '../store.ts'

/** Puts a finding that was taken out back. */
export const restoreFinding = command({
  name: 'supervision.restore-finding',
  permission: WORK,
  input: findingInput,
  run: async ({ tx, acting }, { findingId, version }) => {
    const row = await tx.selectFrom('finding').select('supervision_id').where('id', '=', findingId).executeTakeFirst()
    if (!row) throw new Refusal('not-found', { what: 'finding' })
    const supervision = await getSupervision(tx, row.supervision_id)
    refuseIf(whyNotFinding(acting, supervision))
    const updated = await changeRow(tx, 'finding', { id: findingId, version }, { removed_at: null })
    const detail = { finding: findingId, restored: true }
    return {
      result: { findingId, version: updated.version },
      audit: { kind: 'supervision', id: supervision.id, programme: supervision.programmeId, detail },
    }
  },
})
