import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { adaptInput } from '../sending/contract.ts'
import { WRITE, whyNotWithin } from '../sending/rules.ts'
import { getCopy, getTemplate } from '../sending/store.ts'

/** Keeps what a commune makes of a template, within its bounds. The level above sees that it is worked on, and not what. */
export const saveAdaptation = command({
  name: 'cascade.save-adaptation',
  permission: WRITE,
  input: adaptInput,
  run: async ({ tx, acting, today }, { copyId, version, lines }) => {
    const { bodyId } = personOf(acting)
    const copy = await getCopy(tx, copyId)
    if (copy.toBody !== bodyId) throw new Refusal('cascade.not-yours')
    if (copy.signedOn) throw new Refusal('cascade.signed-already')
    refuseIf(whyNotWithin((await getTemplate(tx, copy.templateId)).clauses, lines))
    const kept = { lines: JSON.stringify(lines) }
    if (version > 0) await changeRow(tx, 'cascade_adaptation', { id: copyId, version }, kept)
    else {
      const row = { id: copyId, body_id: bodyId, ...kept }
      const made = await tx
        .insertInto('cascade_adaptation')
        .values(row)
        .onConflict(conflict => conflict.columns(['home', 'id']).doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!made) throw new Refusal('changed-meanwhile')
    }
    if (!copy.openedOn) await changeRow(tx, 'cascade_copy', copy, { opened_on: today })
    return { result: { version: version + 1 }, audit: { kind: 'copy', id: copyId, detail: { saved: true } } }
  },
})
