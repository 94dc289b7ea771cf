import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { withdrawAgreements } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { kindReason } from '../own-kinds/contract.ts'
import { AGREE, whyNotAnswerKind } from '../own-kinds/rules.ts'
import { agreementOnKind, getOwnKind } from '../own-kinds/store.ts'

/** A leader sends another side's kind of work back with the reason; the version that holds still does. */
export const returnKind = command({
  name: 'activities.return-kind',
  permission: AGREE,
  input: z.strictObject({ kindId: uuid, version: z.int(), reason: kindReason }),
  run: async ({ tx, acting, now }, { kindId, version, reason }) => {
    const { bodyId } = personOf(acting)
    const kind = await getOwnKind(tx, kindId)
    refuseIf(whyNotAnswerKind(acting, { ...kind, agreedByUs: false }))
    const answer = { state: 'returned', answer: reason, answered_by: bodyId, closed_at: now } as const
    await changeRow(tx, 'own_kind', { id: kindId, version }, answer)
    await withdrawAgreements(tx, agreementOnKind(kind), now)
    const audit = { kind: 'own-kind', id: kindId, programme: kind.programmeId, detail: { returned: reason } }
    return { result: { kindId }, audit }
  },
})
