import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { accountInput } from '../contract.ts'
import { hashPassword } from '../passwords.ts'
import { whyNotOpenAccount } from '../rules.ts'
import { bodyHasAccounts, getBody, insertAccount } from '../store.ts'

export const createAccount = command({
  name: 'agencies.create-account',
  permission: { roles: ['administrator'], reach: 'own' },
  input: accountInput,
  secret: true,
  prepare: async (_context, { password }) => hashPassword(password),
  run: async ({ tx, acting }, input, passwordHash) => {
    await getBody(tx, input.bodyId)
    refuseIf(whyNotOpenAccount(acting, input, await bodyHasAccounts(tx, input.bodyId)))
    await insertAccount(tx, input, passwordHash)
    return {
      result: { accountId: input.accountId },
      audit: { kind: 'account', id: input.accountId, detail: { roles: input.roles } },
    }
  },
})
