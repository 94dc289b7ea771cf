import type { ReadDb } from '../db/database.ts'
import type { JobGround } from '../feature.ts'
import type { Job } from '../jobs.ts'

/** Which of some keys a feature's rows still name. */
export type KeyHolder = (db: ReadDb, keyIds: readonly string[]) => Promise<string[]>

const EVERY_MINUTES = 60
/** A key that no row names after so long belongs to a try that failed, or to what was forgotten. */
const ORPHAN_HOURS = 24

/** Destroys the keys that no row names any more: what was sealed with them stays unreadable in every backup. */
export const clearKeys = ({ read, keys, now }: Pick<JobGround, 'read' | 'keys' | 'now'>, holders: readonly KeyHolder[]): Job => ({
  name: 'keys.clear',
  everyMinutes: EVERY_MINUTES,
  run: async () => {
    const old = await keys.madeBefore(new Date(now().getTime() - ORPHAN_HOURS * 3_600_000))
    if (old.length === 0) return
    const held = new Set<string>()
    for (const holder of holders) for (const keyId of await read(db => holder(db, old))) held.add(keyId)
    for (const keyId of old) if (!held.has(keyId)) await keys.destroy(keyId)
  },
})
