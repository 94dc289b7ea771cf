import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { isWaiting, submit } from '../../programmes/index.ts'
import { submitInput } from '../contract.ts'
import { gather } from '../gather.ts'
import { PREPARE, whyNotSubmitPackage } from '../rules.ts'
import { getPackage } from '../store.ts'

/** Lays a prepared package before the own head of unit and leader. */
export const submitPackage = command({
  name: 'exchange.submit-package',
  permission: PREPARE,
  input: submitInput,
  run: async (context, { clearanceId, packageId }) => {
    const { tx, today } = context
    const acting = personOf(context.acting)
    const found = await getPackage(tx, packageId)
    const { said, clearances, approved } = await gather(tx, found, acting, today)
    const submitted = clearances.some(one => isWaiting(one) && one.digest === said)
    refuseIf(whyNotSubmitPackage(acting, found, { submitted, approved }))
    const subject = { kind: 'package' as const, id: packageId, programmeId: found.programmeId }
    const id = await submit(context, acting, { clearanceId, subject, outgoing: { step: 'send', digest: said } })
    const detail = { package: packageId, step: 'send' }
    return { result: { clearanceId: id }, audit: { kind: 'clearance', id, programme: found.programmeId, detail } }
  },
})
