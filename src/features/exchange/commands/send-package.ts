import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { sendInput } from '../contract.ts'
import { gather } from '../gather.ts'
import { SEND, whyNotSend } from '../rules.ts'
import { changePackageRow, getPackage } from '../store.ts'

/** A leader sends exactly the content seen, by its digest. It is frozen and the addressee can read it from now on. */
export const sendPackage = command({
  name: 'exchange.send-package',
  permission: SEND,
  input: sendInput,
  run: async ({ tx, acting, today }, { packageId, version, digest }) => {
    const found = await getPackage(tx, packageId)
    refuseIf(whyNotSend(acting, found, today))
    const live = await gather(tx, found, acting)
    if (live.digest !== digest) throw new Refusal('exchange.content-moved')
    await changePackageRow(tx, { id: packageId, version }, { state: 'sent', content: live.content, digest, sent_on: today })
    const late = today > found.dueOn
    return {
      result: { version: version + 1, late },
      audit: { kind: 'package', id: packageId, programme: found.programmeId, detail: { digest, late } },
    }
  },
})
