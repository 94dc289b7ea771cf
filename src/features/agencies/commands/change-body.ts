import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
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
    const changed = await tx
      .updateTable('body')
      .set(row => ({ kind, ...contactOf(contact), version: row('version', '+', 1) }))
      .where('id', '=', bodyId)
      .where('version', '=', version)
      .returning('version')
      .executeTakeFirst()
    if (!changed) throw new Refusal('changed-meanwhile')
    return { result: { bodyId, version: changed.version }, audit: { kind: 'body', id: bodyId } }
  },
})
