import type { JobGround } from '../../engine/feature.ts'
import type { Job } from '../../engine/jobs.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { openEndings } from './ending/store.ts'

/** Carries out every end of a programme that all have agreed to; one that cannot be carried out says why and is tried again. */
export const endProgrammes = (ground: JobGround): Job => ({
  name: 'renewal.end-programmes',
  everyMinutes: 30,
  run: async () => {
    for (const { id: endingId, failure } of await ground.read(openEndings))
      try {
        await ground.run('renewal.end-programme', { endingId })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (error.code !== failure) await ground.run('renewal.note-ending-failure', { endingId, code: error.code })
      }
  },
})
