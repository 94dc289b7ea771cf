import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { namesOf, takeNameOf } from '../body-store.ts'
import { uuid } from '../contract.ts'
import { whyNotDescribe, whyNotTakeBackName } from '../rules.ts'
import { bodyHasAccounts, getBody } from '../store.ts'

/** Undoes a name entered by mistake; the row stays, marked. */
export const takeBackName = command({
  name: 'agencies.take-back-name',
  permission: { roles: ['administrator'], reach: 'site' },
  input: z.strictObject({ bodyId: uuid, nameId: uuid }),
  run: async ({ tx, acting, now, today }, { bodyId, nameId }) => {
    await getBody(tx, bodyId)
    refuseIf(whyNotDescribe(acting, { id: bodyId, hasAccounts: await bodyHasAccounts(tx, bodyId) }))
    refuseIf(whyNotTakeBackName((await namesOf(tx, [bodyId])).get(bodyId) ?? [], nameId, now))
    const taken = await tx
      .updateTable('body_name')
      .set({ withdrawn_at: now })
      .where('id', '=', nameId)
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!taken) throw new Refusal('changed-meanwhile')
    await takeNameOf(tx, bodyId, today)
    return { result: { bodyId }, audit: { kind: 'body', id: bodyId, detail: { tookBack: nameId } } }
  },
})
