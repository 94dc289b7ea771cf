import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { returnInput } from '../contract.ts'
import { RECEIVE, whyNotReceive } from '../rules.ts'
import { changePackageRow, getPackage } from '../store.ts'

/** Sends a package back to its side with the reason; a new one can then be prepared in its place. */
export const returnPackage = command({
  name: 'exchange.return-package',
  permission: RECEIVE,
  input: returnInput,
  run: async ({ tx, acting, today }, { packageId, version, reason }) => {
    const found = await getPackage(tx, packageId)
    refuseIf(whyNotReceive(acting, found))
    await changePackageRow(tx, { id: packageId, version }, { state: 'returned', returned_on: today, reason })
    return {
      result: { version: version + 1 },
      audit: { kind: 'package', id: packageId, programme: found.programmeId },
    }
  },
})
