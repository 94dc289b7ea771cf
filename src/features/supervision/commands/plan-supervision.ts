import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { termOf } from '../clocks.ts'
import { planInput } from '../contract.ts'
import { provinceClocks } from '../due.ts'
import { WORK, whyNotDays, whyNotTeam } from '../rules.ts'
import { planColumns, seatTeam } from '../store.ts'

/** Plans a supervision: of what, in which form, by whom, when. Until a leader shows it, it is the own body's. */
export const planSupervision = command({
  name: 'supervision.plan-supervision',
  permission: WORK,
  input: planInput,
  run: async ({ tx, acting, now, today }, { supervisionId, ...fields }) => {
    const { bodyId, accountId } = personOf(acting)
    refuseIf(whyNotDays(fields.startsOn, fields.endsOn) ?? whyNotTeam(fields.form, fields))
    const columns = await planColumns(tx, fields, bodyId)
    const term = termOf('planned', fields, today, await provinceClocks(tx))!
    const due = { due_on: term.on, due_basis: term.basis }
    await tx
      .insertInto('supervision')
      .values({ id: supervisionId, body_id: bodyId, ...columns, ...due, created_by: accountId, created_at: now })
      .execute()
    await seatTeam(tx, { id: supervisionId, bodyId }, fields.members)
    const detail = { form: fields.form, object: fields.objectKind }
    return {
      result: { supervisionId, version: 1 },
      audit: { kind: 'supervision', id: supervisionId, programme: fields.programmeId ?? null, detail },
    }
  },
})
