import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { withdrawAgreements } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { whyNotWithdrawIndicator } from '../indicators/rules.ts'
import { agreementOnIndicator, getIndicator } from '../indicators/store.ts'
import { WORK } from '../rules.ts'

/** Takes back an indicator that the own side has proposed and that is not agreed yet. */
export const withdrawIndicator = command({
  name: 'plans.withdraw-indicator',
  permission: WORK,
  input: z.strictObject({ indicatorId: uuid, version: z.int() }),
  run: async ({ tx, acting, now }, { indicatorId, version }) => {
    const indicator = await getIndicator(tx, indicatorId)
    refuseIf(whyNotWithdrawIndicator(acting, indicator))
    await changeRow(tx, 'working_indicator', { id: indicatorId, version }, { state: 'withdrawn', closed_at: now })
    await withdrawAgreements(tx, agreementOnIndicator(indicator), now)
    const detail = { withdrawn: true, commitment: indicator.commitmentId }
    return { result: { indicatorId }, audit: { kind: 'indicator', id: indicatorId, programme: indicator.programmeId, detail } }
  },
})
