import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { changeReading } from '../reading/change.ts'

/** The file turned out to be pictures of its pages: they are read one by one from now on. */
export const beginPages = command({
  name: 'papers.begin-pages',
  permission: 'system',
  input: z.strictObject({ readingId: z.guid(), pages: z.int().min(1) }),
  run: async ({ tx }, { readingId, pages }) => {
    await changeReading(tx, readingId, { pages })
    return { result: null, audit: { kind: 'reading', id: readingId, detail: { pages } } }
  },
})
