import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { closeInput } from '../citing/contract.ts'
import { OPEN } from '../citing/rules.ts'

/** The own side no longer lets bodies below cite the text; what was cited stays cited. */
export const closeBelow = command({
  name: 'cascade.close-below',
  permission: OPEN,
  input: closeInput,
  run: async ({ tx, acting, now }, { openingId, version }) => {
    const found = await tx
      .selectFrom('programme_open_below')
      .select(['programme_id', 'body_id'])
      .where('id', '=', openingId)
      .executeTakeFirst()
    if (!found) throw new Refusal('not-found', { what: 'opening' })
    if (found.body_id !== personOf(acting).bodyId) throw new Refusal('not-permitted')
    await changeRow(tx, 'programme_open_below', { id: openingId, version }, { closed_at: now })
    return {
      result: null,
      audit: { kind: 'programme-opened', id: openingId, programme: found.programme_id, detail: { closed: true } },
    }
  },
})
