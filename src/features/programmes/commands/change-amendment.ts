import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { contentColumns } from '../amendments/content.ts'
import { changeInput } from '../amendments/contract.ts'
import { WRITE, whyNotWrite } from '../amendments/rules.ts'
import { standingOf } from '../amendments/standing.ts'
import { stepAmendment } from '../amendments/store.ts'

/** Writes on an amendment that the own side has not sent. */
export const changeAmendment = command({
  name: 'programmes.change-amendment',
  permission: WRITE,
  input: changeInput,
  run: async ({ tx, acting }, { amendmentId, version, ...content }) => {
    const found = await standingOf(tx, amendmentId)
    refuseIf(whyNotWrite(acting, found))
    await stepAmendment(tx, { amendmentId, version }, await contentColumns(tx, found.programmeId, content))
    const detail = { changes: content.changes.length }
    return {
      result: { version: version + 1 },
      audit: { kind: 'amendment', id: amendmentId, programme: found.programmeId, detail },
    }
  },
})
