import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { settleClearance } from '../../programmes/index.ts'
import { sendInput } from '../contract.ts'
import { gather } from '../gather.ts'
import { SEND, whyNotSend } from '../rules.ts'
import { changePackageRow, getPackage } from '../store.ts'

/** A leader, or the clerk once a leader has approved it, sends exactly the content seen, by its digest. It is frozen and the addressee can read it from now on. */
export const sendPackage = command({
  name: 'exchange.send-package',
  permission: SEND,
  input: sendInput,
  run: async (context, { packageId, version, digest }) => {
    const { tx, acting, today } = context
    const found = await getPackage(tx, packageId)
    const live = await gather(tx, found, acting, today)
    refuseIf(whyNotSend(acting, found, { today, approved: live.approved }))
    if (live.digest !== digest) throw new Refusal('exchange.content-moved')
    await changePackageRow(tx, { id: packageId, version }, { state: 'sent', content: live.content, digest, sent_on: today })
    await settleClearance(context, 'package', packageId)
    const late = today > found.dueOn
    return {
      result: { version: version + 1, late },
      audit: { kind: 'package', id: packageId, programme: found.programmeId, detail: { digest, late } },
    }
  },
})
