import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { leaders } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { uuid } from '../contract.ts'

/** From today on it lets nobody decide; `revoked` false where it holds after all. What was signed under it stands. */
export const revokeAuthorisation = command({
  name: 'agencies.revoke-authorisation',
  permission: { roles: leaders, reach: 'own' },
  input: z.strictObject({ authorisationId: uuid, version: z.int().min(1), revoked: z.boolean() }),
  run: async ({ tx, today }, { authorisationId, version, revoked }) => {
    const found = await tx.selectFrom('authorisation').select('account_id').where('id', '=', authorisationId).executeTakeFirst()
    if (!found) throw new Refusal('not-found', { what: 'authorisation' })
    const changed = await changeRow(tx, 'authorisation', { id: authorisationId, version }, { revoked_on: revoked ? today : null })
    const detail = { authorisation: authorisationId, revoked }
    return { result: { authorisationId, version: changed.version }, audit: { kind: 'account', id: found.account_id, detail } }
  },
})
