import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { givePostInput } from '../contract.ts'
import { insertPost } from '../post-store.ts'
import { whyNotPost } from '../rules.ts'
import { getUnit } from '../store.ts'

/** A person of the own body takes up a post, beside those held already. */
export const givePost = command({
  name: 'agencies.give-post',
  permission: { roles: ['administrator'], reach: 'own' },
  input: givePostInput,
  run: async ({ tx, acting }, input) => {
    const account = await tx.selectFrom('account').select('body_id').where('id', '=', input.accountId).executeTakeFirst()
    if (!account || (typeof acting !== 'string' && account.body_id !== acting.bodyId))
      throw new Refusal('not-found', { what: 'account' })
    if (input.unitId) await getUnit(tx, account.body_id, input.unitId)
    refuseIf(whyNotPost(input))
    await insertPost(tx, { ...input, bodyId: account.body_id })
    const detail = { post: input.postId, title: input.title, roles: input.roles }
    return { result: { postId: input.postId }, audit: { kind: 'account', id: input.accountId, detail } }
  },
})
