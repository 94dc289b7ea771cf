import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { isoDate, uuid } from '../contract.ts'
import { getPost } from '../post-store.ts'
import { whyNotEndPost } from '../rules.ts'

/** The last day of a post, or null where it goes on after all. What was done in it stays. */
export const endPost = command({
  name: 'agencies.end-post',
  permission: { roles: ['administrator'], reach: 'own' },
  input: z.strictObject({ postId: uuid, version: z.int().min(1), toOn: isoDate.nullable() }),
  run: async ({ tx, acting, today }, { postId, version, toOn }) => {
    const post = await getPost(tx, postId)
    refuseIf(whyNotEndPost(acting, post, toOn, today))
    const ended = await changeRow(tx, 'post', { id: postId, version }, { to_on: toOn })
    const detail = { post: postId, toOn }
    return { result: { postId, version: ended.version }, audit: { kind: 'account', id: post.accountId, detail } }
  },
})
