import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { bodyInput } from '../contract.ts'
import { whyNotStands } from '../rules.ts'
import { insertBody } from '../store.ts'

/** Enters a body into the site's list, so that a printed party can be matched to it. */
export const createBody = command({
  name: 'agencies.create-body',
  permission: { roles: ['administrator'], reach: 'site' },
  input: bodyInput,
  run: async ({ tx, now }, body) => {
    refuseIf(whyNotStands({ id: body.bodyId, ...body }))
    await insertBody(tx, body, now)
    return { result: { bodyId: body.bodyId }, audit: { kind: 'body', id: body.bodyId, detail: { name: body.name } } }
  },
})
