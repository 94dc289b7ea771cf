import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { findingInput } from '../contract.ts'

import { WORK, whyNotFinding } from '../rules.ts'
import { getFinding } from '../store.ts'

/** Takes a finding out of the list. */
export const removeFinding = command({
  name: 'supervision.remove-finding',
  permission: WORK,
  input: findingInput,
  run: async ({ tx, acting, now }, { findingId, version }) => {
    const { supervision } = await getFinding(tx, findingId)
    refuseIf(whyNotFinding(acting, supervision))
    const updated = await changeRow(tx, 'finding', { id: findingId, version }, { removed_at: now })
    const detail = { finding: findingId, removed: true }
    return {
      result: { findingId, version: updated.version },
      audit: { kind: 'supervision', id: supervision.id, programme: supervision.programmeId, detail },
    }
  },
})
