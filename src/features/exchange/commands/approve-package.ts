import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { approve } from '../../programmes/index.ts'
import { approveInput } from '../contract.ts'
import { gather } from '../gather.ts'
import { APPROVE, whyNotApprove } from '../rules.ts'
import { getPackage } from '../store.ts'

/** Ký duyệt: a leader approves exactly the content seen and stands in its letter as who signs; the clerk may now send it. */
export const approvePackage = command({
  name: 'exchange.approve-package',
  permission: APPROVE,
  input: approveInput,
  run: async (context, { clearanceId, packageId, digest }) => {
    const { tx, today } = context
    const acting = personOf(context.acting)
    const found = await getPackage(tx, packageId)
    const live = await gather(tx, found, acting, today)
    refuseIf(whyNotApprove(acting, found, live.approved))
    if (live.digest !== digest) throw new Refusal('exchange.content-moved')
    const subject = { kind: 'package' as const, id: packageId, programmeId: found.programmeId }
    const id = await approve(context, acting, { clearanceId, subject, outgoing: { step: 'send', digest: live.said } })
    const detail = { approved: true, package: packageId }
    return { result: { clearanceId: id }, audit: { kind: 'clearance', id, programme: found.programmeId, detail } }
  },
})
