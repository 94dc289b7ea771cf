import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { checkClause, getProgramme, partiesOf } from '../../programmes/index.ts'
import { draftRequestInput } from '../requests/contract.ts'
import { WRITE, whyNotContent } from '../requests/rules.ts'
import { checkAddressee, requestColumns } from '../requests/store.ts'

/** Writes down what is to be asked of a body outside the programme; the own side's alone until it is sent. */
export const draftRequest = command({
  name: 'exchange.draft-request',
  permission: WRITE,
  input: draftRequestInput,
  run: async ({ tx, acting, now }, { requestId, programmeId, ...fields }) => {
    const { bodyId, accountId } = personOf(acting)
    await getProgramme(tx, programmeId)
    const parties = (await partiesOf(tx, programmeId)).map(party => party.bodyId)
    refuseIf(whyNotContent(fields, bodyId, parties))
    await checkAddressee(tx, fields.toBody)
    if (fields.clausePath) await checkClause(tx, programmeId, fields.clausePath)
    const of = { id: requestId, programme_id: programmeId, from_body: bodyId, created_by: accountId, created_at: now }
    await tx
      .insertInto('exchange_request')
      .values({ ...of, ...requestColumns(fields) })
      .execute()
    return { result: { requestId, version: 1 }, audit: { kind: 'request', id: requestId, programme: programmeId } }
  },
})
