import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { recordAgreement, settleClearance } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { whyNotShareIndicator } from '../indicators/rules.ts'
import { agreementOnIndicator, getIndicator, indicatorDigest } from '../indicators/store.ts'
import { AGREE } from '../rules.ts'

/** A leader shows the own side's indicator to the others, and thereby agrees to it. */
export const shareIndicator = command({
  name: 'plans.share-indicator',
  permission: AGREE,
  input: z.strictObject({ indicatorId: uuid, version: z.int() }),
  run: async (context, { indicatorId, version }) => {
    const { tx, acting, now } = context
    const indicator = await getIndicator(tx, indicatorId)
    refuseIf(whyNotShareIndicator(acting, indicator))
    const updated = await changeRow(tx, 'working_indicator', { id: indicatorId, version }, { state: 'proposed', shared_at: now })
    await recordAgreement(context, agreementOnIndicator(indicator), indicatorDigest(indicator))
    await settleClearance(context, 'indicator', indicatorId)
    const detail = { shared: true, commitment: indicator.commitmentId }
    return {
      result: { indicatorId, version: updated.version },
      audit: { kind: 'indicator', id: indicatorId, programme: indicator.programmeId, detail },
    }
  },
})
