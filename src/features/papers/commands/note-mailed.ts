import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { uuid, version } from '../../../kernel/fields.ts'
import { MOST_TRIES } from '../dispatch/mail-job.ts'
import { getDispatch } from '../dispatch/store.ts'
import { getPaper } from '../store.ts'

/** What became of a letter by mail; of one that did not leave, only once the server was asked often enough, or it was recalled. */
export const noteMailed = command({
  name: 'papers.note-mailed',
  permission: 'system',
  input: z.strictObject({ dispatchId: uuid, version, fate: z.enum(['sent', 'not-sent', 'unknown']) }),
  run: async ({ tx }, { dispatchId, version: seen, fate }) => {
    const dispatch = await getDispatch(tx, dispatchId)
    const tries = dispatch.tries + 1
    const goesAgain = tries < MOST_TRIES && (await getPaper(tx, dispatch.paperId)).state === 'issued'
    const ended = fate === 'not-sent' && goesAgain ? null : fate
    await changeRow(tx, 'dispatch', { id: dispatchId, version: seen }, { fate: ended, tries })
    return { result: { dispatchId, fate: ended }, audit: { kind: 'dispatch', id: dispatchId, detail: { fate, tries } } }
  },
})
