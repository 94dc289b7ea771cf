import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { numberInput } from '../contract.ts'
import { takeKept, takeLetter, takeNumber } from '../registers/entries.ts'
import { CLERK, whyNotNumber } from '../rules.ts'
import { signOff } from '../signing.ts'
import { citationOf, lockPaper } from '../store.ts'

/** "Cấp số": number and day from the lead's register, taken with the change that records them, so that none is doubled or lost. */
export const numberPaper = command({
  name: 'papers.number-paper',
  permission: CLERK,
  input: numberInput,
  run: async ({ tx, acting, now, today }, { paperId, version, entryId, dated, keptId, after, ink }) => {
    const actor = personOf(acting)
    const paper = await lockPaper(tx, paperId)
    refuseIf(whyNotNumber(acting, paper, ink))
    if (paper.version !== version) throw new Refusal('changed-meanwhile')
    if (ink) await signOff(tx, { paperId, bodyId: actor.bodyId }, { way: 'ink', signed_at: now })
    const at = { actor, now, today, entryId, kind: paper.kind, dated }
    const taken = keptId
      ? await takeKept(tx, at, keptId, paperId)
      : after
        ? await takeLetter(tx, at, after, paperId)
        : await takeNumber(tx, at, { paperId })
    const { number, letter } = taken
    const updated = await changeRow(tx, 'paper', { id: paperId, version }, { number, letter, dated: taken.dated })
    const cited = citationOf({ ...paper, number, letter })!
    const audit = { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { number: cited, dated: taken.dated } }
    return { result: { paperId, version: updated.version, number, letter, dated: taken.dated, cited }, audit }
  },
})
