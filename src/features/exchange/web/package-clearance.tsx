import { t } from '../../../ui/messages/index.ts'
import { ClearanceCard } from '../../programmes/web/clearance-card.tsx'
import type { PackageAnswer } from './types.ts'

/** What of the package was laid before the own leader; approving it (ký duyệt) is a button of its own, which shows what will leave. */
export function PackageClearance({ answer: { package: found, clearance, can } }: { answer: PackageAnswer }) {
  const submits = can.submit === null && can.approve !== null
  const submit = submits
    ? { command: 'exchange.submit-package', input: { packageId: found.id }, why: t('exchange.submit-why') }
    : null
  return (
    <ClearanceCard clearance={found.state === 'draft' ? clearance : null} concerns={['exchange']} submit={submit} clear={null} />
  )
}
