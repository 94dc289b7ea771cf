import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { checkClause, partiesOf } from '../../programmes/index.ts'
import { changeRequestInput } from '../requests/contract.ts'
import { WRITE, whyNotChangeRequest, whyNotContent } from '../requests/rules.ts'
import { changeRequestRow, checkAddressee, getRequest, requestColumns, whyNotReword } from '../requests/store.ts'

/** Writes on a draft. */
export const changeRequest = command({
  name: 'exchange.change-request',
  permission: WRITE,
  input: changeRequestInput,
  run: async ({ tx, acting }, { requestId, version, ...fields }) => {
    const found = await getRequest(tx, requestId)
    refuseIf(whyNotChangeRequest(acting, found) ?? (await whyNotReword(tx, requestId)))
    const parties = (await partiesOf(tx, found.programmeId)).map(party => party.bodyId)
    refuseIf(whyNotContent(fields, found.from, parties))
    await checkAddressee(tx, fields.toBody)
    if (fields.clausePath) await checkClause(tx, found.programmeId, fields.clausePath)
    await changeRequestRow(tx, { id: requestId, version }, requestColumns(fields))
    return { result: { version: version + 1 }, audit: { kind: 'request', id: requestId, programme: found.programmeId } }
  },
})
