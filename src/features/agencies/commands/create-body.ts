import { command } from '../../../engine/command.ts'
import { bodyInput } from '../contract.ts'
import { insertBody } from '../store.ts'

/** Enters a body into the site's list, so that a printed party can be matched to it. */
export const createBody = command({
  name: 'agencies.create-body',
  permission: { roles: ['administrator'], reach: 'site' },
  input: bodyInput,
  run: async ({ tx }, body) => {
    await insertBody(tx, body)
    return { result: { bodyId: body.bodyId }, audit: { kind: 'body', id: body.bodyId, detail: { name: body.name } } }
  },
})
