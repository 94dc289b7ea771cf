import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { insertName, namesOf, takeNameOf } from '../body-store.ts'
import { renameBodyInput } from '../contract.ts'
import { whyNotDescribe, whyNotRename } from '../rules.ts'
import { bodyHasAccounts, getBody } from '../store.ts'

/** A body is called otherwise from a day on; what was printed before keeps the name of its day. */
export const renameBody = command({
  name: 'agencies.rename-body',
  permission: { roles: ['administrator'], reach: 'site' },
  input: renameBodyInput,
  run: async ({ tx, acting, today, now }, input) => {
    const { bodyId, nameId, validFrom, name } = input
    const body = await getBody(tx, bodyId)
    refuseIf(whyNotDescribe(acting, { id: bodyId, hasAccounts: await bodyHasAccounts(tx, bodyId) }))
    refuseIf(whyNotRename((await namesOf(tx, [bodyId])).get(bodyId) ?? [], validFrom, body.valid_to))
    await insertName(tx, input, now)
    await takeNameOf(tx, bodyId, today)
    return { result: { nameId }, audit: { kind: 'body', id: bodyId, detail: { was: body.name, name, from: validFrom } } }
  },
})
