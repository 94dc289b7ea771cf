import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { changeConstructionInput } from '../contract.ts'
import { WORK, whyNotDays, whyNotWork } from '../rules.ts'
import { constructionColumns, getConstruction } from '../store.ts'

/** Puts right what the register says of a work. */
export const changeConstruction = command({
  name: 'supervision.change-construction',
  permission: WORK,
  input: changeConstructionInput,
  run: async ({ tx, acting }, { constructionId, version, ...fields }) => {
    const work = await getConstruction(tx, constructionId)
    refuseIf(whyNotWork(acting, { bodyId: work.body_id }) ?? whyNotDays(fields.startsOn, fields.endsOn))
    const columns = await constructionColumns(tx, fields)
    const updated = await changeRow(tx, 'construction', { id: constructionId, version }, { ...columns })
    return {
      result: { constructionId, version: updated.version },
      audit: { kind: 'construction', id: constructionId, detail: { changed: true } },
    }
  },
})
