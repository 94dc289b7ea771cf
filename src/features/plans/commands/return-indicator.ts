import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { withdrawAgreements } from '../../programmes/index.ts'
import { reasonText, uuid } from '../contract.ts'
import { whyNotAnswerIndicator } from '../indicators/rules.ts'
import { agreementOnIndicator, getIndicator } from '../indicators/store.ts'
import { AGREE } from '../rules.ts'

/** A leader sends another side's indicator back with the reason; what was agreed before still stands. */
export const returnIndicator = command({
  name: 'plans.return-indicator',
  permission: AGREE,
  input: z.strictObject({ indicatorId: uuid, version: z.int(), reason: reasonText }),
  run: async ({ tx, acting, now }, { indicatorId, version, reason }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const indicator = await getIndicator(tx, indicatorId)
    refuseIf(whyNotAnswerIndicator(acting, { ...indicator, agreedByUs: false }))
    const answer = { state: 'returned', answer: reason, answered_by: acting.bodyId, closed_at: now } as const
    await changeRow(tx, 'working_indicator', { id: indicatorId, version }, answer)
    await withdrawAgreements(tx, agreementOnIndicator(indicator), now)
    const detail = { returned: reason, commitment: indicator.commitmentId }
    return { result: { indicatorId }, audit: { kind: 'indicator', id: indicatorId, programme: indicator.programmeId, detail } }
  },
})
