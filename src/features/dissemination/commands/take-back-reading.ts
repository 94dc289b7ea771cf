import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { disseminationInput } from '../contract.ts'
import { READ } from '../rules.ts'
import { getDissemination } from '../store.ts'

/** A person takes back that they have read it: pressed by mistake. */
export const takeBackReading = command({
  name: 'dissemination.take-back-reading',
  permission: READ,
  input: disseminationInput,
  run: async ({ tx, acting }, { disseminationId }) => {
    const { accountId } = personOf(acting)
    const found = await getDissemination(tx, disseminationId)
    const taken = await tx
      .deleteFrom('dissemination_reading')
      .where('dissemination_id', '=', disseminationId)
      .where('account_id', '=', accountId)
      .executeTakeFirst()
    if (taken.numDeletedRows !== 1n) throw new Refusal('dissemination.not-read')
    return { result: { disseminationId }, audit: { kind: 'dissemination', id: disseminationId, programme: found.programmeId } }
  },
})
