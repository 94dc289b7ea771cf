import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { recipientsInput } from '../contract.ts'
import { PREPARE, whyNotAddress } from '../rules.ts'
import { getPaper } from '../store.ts'

/** Writes the lines of "Nơi nhận", while the form has not been checked. */
export const changeRecipients = command({
  name: 'papers.change-recipients',
  permission: PREPARE,
  input: recipientsInput,
  run: async ({ tx, acting }, { paperId, version, recipients }) => {
    const paper = await getPaper(tx, paperId)
    refuseIf(whyNotAddress(acting, paper))
    const updated = await changeRow(tx, 'paper', { id: paperId, version }, { recipients })
    const audit = { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { recipients: recipients.length } }
    return { result: { paperId, version: updated.version }, audit }
  },
})
