import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { termOf } from '../clocks.ts'
import { changeInput } from '../contract.ts'
import { provinceClocks } from '../due.ts'
import { showPhotos } from '../photos.ts'
import { WORK, whyNotChange, whyNotDays, whyNotTeam } from '../rules.ts'
import { getSupervision, planColumns, seatTeam } from '../store.ts'

/** Puts the plan right until the visits begin; the team with it. */
export const changeSupervision = command({
  name: 'supervision.change-supervision',
  permission: WORK,
  input: changeInput,
  run: async ({ tx, acting, today }, { supervisionId, version, ...fields }) => {
    const found = await getSupervision(tx, supervisionId)
    refuseIf(whyNotChange(acting, found) ?? whyNotDays(fields.startsOn, fields.endsOn) ?? whyNotTeam(fields.form, fields))
    const columns = await planColumns(tx, fields, found.bodyId)
    const term = termOf(found.state, fields, found.lastDay ?? today, await provinceClocks(tx))!
    // What was shown to the parties of one programme is not shown to those of another.
    const leaves = columns.programme_id !== found.programmeId
    const moved = { due_on: term.on, due_basis: term.basis, ...(leaves ? { shared_at: null } : {}) }
    const updated = await changeRow(tx, 'supervision', { id: supervisionId, version }, { ...columns, ...moved })
    if (leaves) {
      await showPhotos(tx, { ...found, shared: false })
      // Activities of the programme that it leaves tell of it no more.
      await tx.deleteFrom('supervision_activity').where('supervision_id', '=', supervisionId).execute()
    }
    await seatTeam(tx, { id: supervisionId, bodyId: found.bodyId }, fields.members)
    return {
      result: { supervisionId, version: updated.version },
      audit: { kind: 'supervision', id: supervisionId, programme: columns.programme_id, detail: { changed: true } },
    }
  },
})
