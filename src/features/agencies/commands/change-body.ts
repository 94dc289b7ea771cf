import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { contactOf } from '../body-store.ts'
import { changeBodyInput } from '../contract.ts'
import { whyNotDescribe, whyNotStands } from '../rules.ts'
import { bodyHasAccounts, getBody } from '../store.ts'

/** How a body is reached and where it stands; what papers print of it changes by a new name. */
export const changeBody = command({
  name: 'agencies.change-body',
  permission: { roles: ['administrator'], reach: 'site' },
  input: changeBodyInput,
  run: async ({ tx, acting }, { bodyId, version, kind, ...contact }) => {
    await getBody(tx, bodyId)
    refuseIf(whyNotDescribe(acting, { id: bodyId, hasAccounts: await bodyHasAccounts(tx, bodyId) }))
    refuseIf(whyNotStands({ id: bodyId, ...contact }))
    if (contact.parentBody) await getBody(tx, contact.parentBody)
    const changed = await changeRow(tx, 'body', { id: bodyId, version }, { kind, ...contactOf(contact) })
    return { result: { bodyId, version: changed.version }, audit: { kind: 'body', id: bodyId } }
  },
})
