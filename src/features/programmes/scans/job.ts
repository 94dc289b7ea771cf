import type { JobGround } from '../../../engine/feature.ts'
import type { Job } from '../../../engine/jobs.ts'
import { answerReading, unlessGone } from '../answer-reading.ts'
import type { Read } from '../reading-worker.ts'
import { readPages, readProgrammeOf } from './read-pages.ts'
import { findScanToRead } from './store.ts'

/**
 * Reads the pages of a scan that are still missing, then the programme out of their text. Each page is kept as soon as it is
 * read: stopped by a person or by a restart, it goes on where it was.
 */
export const readScanJob = (ground: JobGround): Job => ({
  name: 'programmes.read-scan',
  minutes: 300,
  unfinished: () =>
    ground.read(async db => {
      const open = db.selectFrom('import_draft').select('id').where('state', '=', 'reading').where('scan_stopped', '=', false)
      return (await open.where('scan_pages', 'is not', null).execute()).map(row => ({ draftId: row.id }))
    }),
  run: async (data, signal) => {
    const { draftId } = data as { draftId: string }
    await answerReading(ground, draftId, () => readOn(ground, draftId, signal))
  },
})

async function readOn(ground: JobGround, draftId: string, signal: AbortSignal): Promise<Read | null> {
  const pages = await readPages(ground, {
    look: db => findScanToRead(db, draftId),
    keep: page => unlessGone(ground.run('programmes.keep-scan-page', { draftId, page })),
    signal,
  })
  return pages && readProgrammeOf(pages, signal)
}
