import { z } from 'zod'
import type { JobGround } from '../../../engine/feature.ts'
import type { Job } from '../../../engine/jobs.ts'
import { failureOf, isFailure, openPaper, type PlainText, plainTextOf, readPages, unlessGone } from '../../programmes/index.ts'
import { findScan, findToRead, openReadings } from './store.ts'

export const READ_JOB = 'papers.read-file'
const asked = z.strictObject({ readingId: z.guid() })

/**
 * Reads the words of a file that came in: at once where it has a text of its own, else page by page. Each page is kept as soon as it is
 * read: stopped by a person or by a restart, it goes on where it was.
 */
export const readIncoming = (ground: JobGround): Job => ({
  name: READ_JOB,
  minutes: 300,
  unfinished: () =>
    ground.read(async db => {
      const rows = await openReadings(db).execute()
      return rows.map(({ id }) => ({ readingId: id }))
    }),
  run: async (data, signal) => {
    const { readingId } = asked.parse(data)
    const outcome = await readOn(ground, readingId, signal).catch(failureOf)
    if (outcome === null) return
    const answer = isFailure(outcome)
      ? ground.run('papers.fail-reading', { readingId, code: outcome })
      : ground.run('papers.finish-reading', { readingId, ...outcome })
    await unlessGone(answer)
  },
})

/** Null: it was stopped, or is read already. */
async function readOn(ground: JobGround, readingId: string, signal: AbortSignal): Promise<PlainText | null> {
  const found = await ground.read(db => findToRead(db, readingId))
  if (!found) return null
  if (found.pages === null) {
    const opened = await openPaper({ path: ground.files.pathOf(found.sha256), name: found.name }, signal)
    if ('text' in opened) return opened
    await unlessGone(ground.run('papers.begin-pages', { readingId, pages: opened.pages }))
  }
  const pages = await readPages(ground, {
    look: db => findScan(db, readingId),
    keep: page => unlessGone(ground.run('papers.keep-page', { readingId, page })),
    signal,
  })
  return pages && plainTextOf(pages, signal)
}
