import { command } from '../../../engine/command.ts'
import type { Tx } from '../../../engine/db/database.ts'
import { workers } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { getBody } from '../../agencies/index.ts'
import { applyMend, replay } from '../apply-mend.ts'
import { type DraftReading, type Mend, mendInput } from '../contract.ts'
import { changeDraft, type Draft, getDraft, getDraftParts } from '../draft-store.ts'
import { whyNotReview } from '../rules.ts'

/** One step of the review, or the last one taken back. The signed text itself cannot be reached from here. */
export const mendReading = command({
  name: 'programmes.mend-reading',
  permission: { roles: workers, reach: 'own' },
  input: mendInput,
  run: async ({ tx }, { draftId, version, mend }) => {
    const draft = await getDraft(tx, draftId)
    refuseIf(whyNotReview(draft.state))
    const { mends, reading } = mend.kind === 'undo' ? await takeBack(tx, draft) : await take(tx, draft, mend)
    const now = await changeDraft(tx, { id: draftId, version, state: 'read' }, { mends, reading })
    return { result: { version: now, mends: mends.length }, audit: { kind: 'import', id: draftId, detail: { mend: mend.kind } } }
  },
})

type Mended = { mends: Mend[]; reading: DraftReading }

async function take(tx: Tx, draft: Draft, mend: Mend): Promise<Mended> {
  if (mend.kind === 'party-body' && mend.bodyId) await getBody(tx, mend.bodyId)
  return { mends: [...draft.mends, mend], reading: applyMend(draft.reading!, mend) }
}

async function takeBack(tx: Tx, draft: Draft): Promise<Mended> {
  if (draft.mends.length === 0) throw new Refusal('programmes.nothing-to-undo')
  const mends = draft.mends.slice(0, -1)
  const { machine } = await getDraftParts(tx, draft.id)
  return { mends, reading: replay(machine!, mends) }
}
