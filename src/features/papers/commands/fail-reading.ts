import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { dropFile, FAILURES } from '../../programmes/index.ts'
import { changeReading } from '../reading/change.ts'

/**
 * Notes why the words of a file cannot be read; the file stays as it came. One that bears a mark of secrecy is taken out, and of it
 * not even the name stays (Law on the Protection of State Secrets).
 */
export const failFileReading = command({
  name: 'papers.fail-reading',
  permission: 'system',
  input: z.strictObject({ readingId: z.guid(), code: z.enum(FAILURES) }),
  run: async ({ tx, enqueue }, { readingId, code }) => {
    const secret = code === 'state-secret'
    // A mark that is seen on a page while somebody stops the reading is seen all the same.
    const from = secret ? ['reading', 'stopped'] : ['reading']
    const fileId = await changeReading(tx, readingId, { state: 'failed', failure: code }, from)
    if (secret) {
      await tx.updateTable('file_reading').set({ file_id: null }).where('id', '=', readingId).execute()
      const sha256 = await dropFile(tx, fileId, true)
      if (sha256) await enqueue('programmes.remove-bytes', { sha256 })
    }
    return { result: null, audit: { kind: 'reading', id: readingId, detail: { code } } }
  },
})
