import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { accountInput, bodyInput } from '../contract.ts'
import { hashPassword } from '../passwords.ts'
import { anyAccount, insertAccount, insertBody } from '../store.ts'

/** Makes the first body of an empty site and its administrator, both or neither. */
export const foundSite = command({
  name: 'agencies.found-site',
  permission: 'system',
  input: z.strictObject({ body: bodyInput, account: accountInput.omit({ roles: true, demo: true }) }),
  secret: true,
  prepare: async (_context, { account }) => hashPassword(account.password),
  run: async ({ tx, now }, { body, account }, passwordHash) => {
    if (await anyAccount(tx)) throw new Refusal('not-permitted')
    await insertBody(tx, body, now)
    await insertAccount(tx, { ...account, roles: ['administrator'], demo: false }, passwordHash)
    return { result: { bodyId: body.bodyId }, audit: { kind: 'body', id: body.bodyId, detail: { name: body.name } } }
  },
})
