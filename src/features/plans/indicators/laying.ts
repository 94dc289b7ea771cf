import type { ReadDb } from '../../../engine/db/database.ts'
import type { DeadlineSource } from '../../../engine/feature.ts'
import type { Acting } from '../../../kernel/permissions.ts'
import { layingLines, leadersStep, standingAgreements } from '../../programmes/index.ts'
import type { Indicator } from './contract.ts'
import { agreementOnIndicator, getIndicator, indicatorDigest } from './store.ts'

/** What of an indicator the own leader is wanted for; `agreedBy` are the sides that stand to it. */
export function stepOfIndicator(bodyId: string, indicator: Indicator, agreedBy: readonly string[]) {
  const { byBody, state } = indicator
  const standing = { ours: byBody === bodyId, kept: state === 'own', open: state === 'proposed' }
  return leadersStep({ ...standing, agreedByUs: agreedBy.includes(bodyId), digest: indicatorDigest(indicator) })
}

export const indicatorSubject = ({ id, programmeId }: Pick<Indicator, 'id' | 'programmeId'>) => ({
  kind: 'indicator' as const,
  id,
  programmeId,
})

export async function laidIndicator(db: ReadDb, acting: Acting, indicator: Indicator) {
  const agreed = await standingAgreements(db, agreementOnIndicator(indicator))
  const bodyId = typeof acting === 'string' ? '' : acting.bodyId
  const agreedBy = agreed.map(one => one.bodyId)
  return { subject: indicatorSubject(indicator), outgoing: stepOfIndicator(bodyId, indicator, agreedBy) }
}

/** Inside the own side: indicators that wait for the head of the unit or the leader, and those that were sent back. */
export const indicatorClearances: DeadlineSource = {
  kind: 'indicator-clearance',
  ask: context =>
    layingLines(context, 'indicator', async id => {
      const indicator = await getIndicator(context.db, id)
      const { outgoing } = await laidIndicator(context.db, context.acting, indicator)
      return { title: 'chỉ tiêu làm việc', address: `/chuong-trinh/${indicator.programmeId}/chi-tieu/${id}`, outgoing }
    }),
}
