import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeDraft, dropFile, getDraft } from '../draft-store.ts'
import { stateBeforeDiscard } from '../rules.ts'

/** What the catalogue has a sentence for under `file.<code>`: the codes of formats/source.ts, and a reading that ran too long or too large. */
export const FAILURES = [
  'empty',
  'no-clauses',
  'corrupt',
  'password',
  'too-large',
  'bomb',
  'legacy-doc',
  'wrong-extension',
  'unknown-format',
  'state-secret',
  'too-heavy',
  'not-a-picture',
  'scan-long',
  'scan-fine',
  'scan-packed',
  'scan-blank',
] as const
export type Failure = (typeof FAILURES)[number]

/**
 * Notes why a file cannot be read and takes the file out: nothing of it stays. Of a paper marked secret not even
 * the name (Law on the Protection of State Secrets: such papers belong on no machine of this kind). A draft put aside
 * meanwhile stays put aside, but its file goes all the same.
 */
export const failReading = command({
  name: 'programmes.fail-reading',
  permission: 'system',
  input: z.strictObject({ draftId: z.guid(), code: z.enum(FAILURES) }),
  run: async ({ tx, enqueue }, { draftId, code }) => {
    const draft = await getDraft(tx, draftId)
    const secret = code === 'state-secret'
    const aside = draft.state === 'discarded' && stateBeforeDiscard(draft) === 'reading'
    const change = { failure: code, file_id: null, ...(secret ? { file_name: null } : {}) }
    const seen = { ...draft, state: aside ? ('discarded' as const) : ('reading' as const) }
    await changeDraft(tx, seen, { ...change, state: aside ? 'discarded' : 'failed' })
    const sha256 = draft.fileId ? await dropFile(tx, draft.fileId, secret) : null
    if (sha256) await enqueue('programmes.remove-bytes', { sha256 })
    return { result: null, audit: { kind: 'import', id: draftId, detail: { code } } }
  },
})
