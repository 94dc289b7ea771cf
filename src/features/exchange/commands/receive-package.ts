import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { receiveInput } from '../contract.ts'
import { RECEIVE, whyNotReceive } from '../rules.ts'
import { changePackageRow, getPackage } from '../store.ts'

/** Confirms that what was sent to the own side has arrived (NĐ 30/2020/NĐ-CP, Điều 21 khoản 2: the same day). */
export const receivePackage = command({
  name: 'exchange.receive-package',
  permission: RECEIVE,
  input: receiveInput,
  run: async ({ tx, acting, today }, { packageId, version }) => {
    const found = await getPackage(tx, packageId)
    refuseIf(whyNotReceive(acting, found))
    await changePackageRow(tx, { id: packageId, version }, { state: 'received', received_on: today })
    const sameDay = today === found.sentOn
    return {
      result: { version: version + 1, sameDay },
      audit: { kind: 'package', id: packageId, programme: found.programmeId, detail: { sameDay } },
    }
  },
})
