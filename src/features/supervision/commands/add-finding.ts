import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { addFindingInput } from '../contract.ts'
import { findOf } from '../load-checks.ts'
import { WORK, whyNotFinding, whyNotSeenOn } from '../rules.ts'
import { getSupervision } from '../store.ts'

/** Takes down what was seen, and what is asked to be done about it. */
export const addFinding = command({
  name: 'supervision.add-finding',
  permission: WORK,
  input: addFindingInput,
  run: async ({ tx, acting, now, today }, { findingId, supervisionId, checkLine, seenOn, ...said }) => {
    const found = await getSupervision(tx, supervisionId)
    refuseIf(whyNotFinding(acting, found) ?? whyNotSeenOn(seenOn, found, today))
    const of = { supervision_id: supervisionId, body_id: found.bodyId }
    await tx
      .insertInto('finding')
      .values({ id: findingId, ...of, seen_on: seenOn, ...said, created_by: personOf(acting).accountId, created_at: now })
      .execute()
    if (checkLine) await findOf(tx, found, checkLine, findingId)
    return {
      result: { findingId, version: 1 },
      audit: { kind: 'supervision', id: supervisionId, programme: found.programmeId, detail: { finding: findingId } },
    }
  },
})
