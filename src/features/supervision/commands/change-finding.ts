import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { changeFindingInput } from '../contract.ts'

import { WORK, whyNotFinding, whyNotSeenOn } from '../rules.ts'
import { getFinding } from '../store.ts'

/** Puts a finding right, until what it asks for has left. */
export const changeFinding = command({
  name: 'supervision.change-finding',
  permission: WORK,
  input: changeFindingInput,
  run: async ({ tx, acting, today }, { findingId, version, seenOn, ...said }) => {
    const { supervision } = await getFinding(tx, findingId)
    refuseIf(whyNotFinding(acting, supervision) ?? whyNotSeenOn(seenOn, supervision, today))
    const updated = await changeRow(tx, 'finding', { id: findingId, version }, { seen_on: seenOn, ...said })
    const detail = { finding: findingId, changed: true }
    return {
      result: { findingId, version: updated.version },
      audit: { kind: 'supervision', id: supervision.id, programme: supervision.programmeId, detail },
    }
  },
})
