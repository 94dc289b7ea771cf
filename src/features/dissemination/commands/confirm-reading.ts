import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { unitsServedBy } from '../../agencies/index.ts'
import { disseminationInput } from '../contract.ts'
import { READ, whyNotConfirm } from '../rules.ts'
import { getDissemination, readBy } from '../store.ts'

/** A person says that they have read it. */
export const confirmReading = command({
  name: 'dissemination.confirm-reading',
  permission: READ,
  input: disseminationInput,
  run: async ({ tx, acting, today }, { disseminationId }) => {
    const { accountId } = personOf(acting)
    const found = await getDissemination(tx, disseminationId)
    const read = (await readBy(tx, accountId)).has(disseminationId)
    refuseIf(whyNotConfirm(found, await unitsServedBy(tx, accountId), read))
    await tx
      .insertInto('dissemination_reading')
      .values({ dissemination_id: disseminationId, account_id: accountId, read_on: today })
      .execute()
    return { result: { readOn: today }, audit: { kind: 'dissemination', id: disseminationId, programme: found.programmeId } }
  },
})
