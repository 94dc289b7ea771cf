import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeReading } from '../reading/change.ts'

/** Keeps the words of a file beside it. Only the reader's job sends it, with what our own code has read. */
export const finishFileReading = command({
  name: 'papers.finish-reading',
  permission: 'system',
  input: z.strictObject({ readingId: z.guid(), text: z.string(), doubts: z.array(z.string()) }),
  run: async ({ tx }, { readingId, text, doubts }) => {
    await changeReading(tx, readingId, { state: 'read', text, doubts })
    return { result: null, audit: { kind: 'reading', id: readingId, detail: { letters: text.length } } }
  },
})
