import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { getProgramme } from '../../programmes/index.ts'
import { openInput } from '../citing/contract.ts'
import { OPEN, whyNotOpen } from '../citing/rules.ts'

/** The own side lets bodies of the levels below cite the signed text; they can once every party that has people has let them. */
export const openBelow = command({
  name: 'cascade.open-below',
  permission: OPEN,
  input: openInput,
  run: async ({ tx, acting, now }, { openingId, programmeId, version }) => {
    const { bodyId, accountId } = personOf(acting)
    await getProgramme(tx, programmeId)
    const before = await tx
      .selectFrom('programme_open_below')
      .select(['id', 'closed_at'])
      .where('programme_id', '=', programmeId)
      .where('body_id', '=', bodyId)
      .executeTakeFirst()
    refuseIf(whyNotOpen(acting, before !== undefined && before.closed_at === null))
    if (before) await changeRow(tx, 'programme_open_below', { id: before.id, version }, { closed_at: null })
    else {
      if (version !== 0) throw new Refusal('changed-meanwhile')
      const row = { id: openingId, programme_id: programmeId, body_id: bodyId, opened_by: accountId, opened_at: now }
      const made = await tx
        .insertInto('programme_open_below')
        .values(row)
        .onConflict(conflict => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!made) throw new Refusal('changed-meanwhile')
    }
    return { result: null, audit: { kind: 'programme-opened', id: before?.id ?? openingId, programme: programmeId } }
  },
})
