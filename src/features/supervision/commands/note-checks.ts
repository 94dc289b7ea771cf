import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { noteChecksInput } from '../contract.ts'
import { linesOf, noteLine } from '../load-checks.ts'
import { WORK, whyNotFinding } from '../rules.ts'
import { getSupervision } from '../store.ts'

/** Takes down what was found of the lines of the checklist, while findings are written. */
export const noteChecks = command({
  name: 'supervision.note-checks',
  permission: WORK,
  input: noteChecksInput,
  run: async ({ tx, acting, now }, { supervisionId, lines }) => {
    const found = await getSupervision(tx, supervisionId)
    refuseIf(whyNotFinding(acting, found))
    const known = await linesOf(tx, found)
    const by = { created_by: personOf(acting).accountId, created_at: now }
    for (const line of lines) await noteLine(tx, found, known, line, by)
    return {
      result: { supervisionId },
      audit: { kind: 'supervision', id: supervisionId, programme: found.programmeId, detail: { checked: lines.length } },
    }
  },
})
