import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { withdrawAgreements } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { whyNotWithdrawKind } from '../own-kinds/rules.ts'
import { agreementOnKind, getOwnKind } from '../own-kinds/store.ts'
import { WORK } from '../rules.ts'

/** Takes back a kind of work that the own side has proposed and that is not agreed yet. */
export const withdrawKind = command({
  name: 'activities.withdraw-kind',
  permission: WORK,
  input: z.strictObject({ kindId: uuid, version: z.int() }),
  run: async ({ tx, acting, now }, { kindId, version }) => {
    const kind = await getOwnKind(tx, kindId)
    refuseIf(whyNotWithdrawKind(acting, kind))
    await changeRow(tx, 'own_kind', { id: kindId, version }, { state: 'withdrawn', closed_at: now })
    await withdrawAgreements(tx, agreementOnKind(kind), now)
    return {
      result: { kindId },
      audit: { kind: 'own-kind', id: kindId, programme: kind.programmeId, detail: { withdrawn: true } },
    }
  },
})
