import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { uuid } from '../../agencies/index.ts'
import { ANSWER } from '../contract.ts'
import { isAgreed, whyNotAgree, whyNotStand } from '../rules.ts'
import { agreedBodies, getReorganisation, groundOf, haveAccounts } from '../store.ts'

/** One body concerned agrees to exactly this event; with the last of them it waits for its day. */
export const agree = command({
  name: 'reorganisation.agree',
  permission: ANSWER,
  input: z.strictObject({ reorganisationId: uuid, version: z.int().min(1) }),
  run: async ({ tx, acting, now, today, enqueue }, { reorganisationId, version }) => {
    const { bodyId, accountId } = personOf(acting)
    const event = await getReorganisation(tx, reorganisationId)
    const agreed = await agreedBodies(tx, event.id)
    refuseIf(whyNotAgree(acting, { ...event, agreed }))
    refuseIf(whyNotStand(event, await groundOf(tx)))
    await tx
      .insertInto('reorganisation_agreement')
      .values({ reorganisation_id: event.id, body_id: bodyId, account_id: accountId, at: now })
      .execute()
    const all = isAgreed(await haveAccounts(tx, event.concerned), [...agreed, bodyId])
    await changeRow(tx, 'reorganisation', { id: event.id, version }, all ? { state: 'agreed' } : {})
    if (all && event.effectiveOn <= today) await enqueue('reorganisation.apply-due', {})
    return { result: { state: all ? 'agreed' : 'draft' }, audit: { kind: 'reorganisation', id: event.id, detail: { all } } }
  },
})
