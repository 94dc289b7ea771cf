import type { JobGround } from '../../engine/feature.ts'
import type { Job } from '../../engine/jobs.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import { findLateNames } from './body-store.ts'

/** Lets names that were entered ahead begin on their day. */
export const takeNames = (ground: JobGround): Job => ({
  name: 'agencies.take-names',
  everyMinutes: 30,
  run: async () => {
    const late = await ground.read(db => findLateNames(db, vietnamDate(ground.now())))
    for (const bodyId of late) await ground.run('agencies.take-name', { bodyId })
  },
})
