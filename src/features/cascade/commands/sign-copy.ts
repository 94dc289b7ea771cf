import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { signInput } from '../sending/contract.ts'
import { DECIDE, whyNotWithin } from '../sending/rules.ts'
import { findAdaptation, getCopy, getTemplate } from '../sending/store.ts'

/** Records that a commune has signed what it saved, by number and day; from now on the level above reads it, and it stays. */
export const signCopy = command({
  name: 'cascade.sign-copy',
  permission: DECIDE,
  input: signInput,
  run: async ({ tx, acting, today }, { copyId, version, number, signedOn }) => {
    const copy = await getCopy(tx, copyId)
    if (copy.toBody !== personOf(acting).bodyId) throw new Refusal('cascade.not-yours')
    if (copy.signedOn) throw new Refusal('cascade.signed-already')
    if (signedOn > today || signedOn < copy.sentOn) throw new Refusal('cascade.signed-when', { from: copy.sentOn, today })
    const saved = await findAdaptation(tx, copyId)
    if (!saved) throw new Refusal('cascade.save-first')
    if (saved.version !== version) throw new Refusal('changed-meanwhile')
    refuseIf(whyNotWithin((await getTemplate(tx, copy.templateId)).clauses, saved.lines))
    await changeRow(tx, 'cascade_copy', copy, { signed_on: signedOn, number, lines: JSON.stringify(saved.lines) })
    return { result: { copyId }, audit: { kind: 'copy', id: copyId, detail: { number, signedOn } } }
  },
})
