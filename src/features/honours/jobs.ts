import type { ReadDb } from '../../engine/db/database.ts'
import type { JobGround } from '../../engine/feature.ts'
import type { Job } from '../../engine/jobs.ts'
import { addDays, addMonths, vietnamDate } from '../../kernel/dates.ts'
import { namesDue } from './commendations/forgetting.ts'
import { forgottenOn, KEPT_MONTHS } from './rules.ts'

const EVERY_MINUTES = 6 * 60

/** Forgets names on their day, each by a command that stands in the audit. */
export const forgettingJob = ({ run, read, now }: JobGround): Job => ({
  name: 'honours.forget-names',
  everyMinutes: EVERY_MINUTES,
  run: async () => {
    const today = vietnamDate(now())
    // A first sieve that a query can use; the rule decides.
    const early = addDays(addMonths(today, -KEPT_MONTHS), 3)
    const ended = await read(db =>
      db
        .selectFrom('recognition')
        .innerJoin('recognition_name', 'recognition_id', 'recognition.id')
        .select(['recognition.id', 'ended_on'])
        .where('ended_on', '<=', early)
        .execute(),
    )
    for (const { id, ended_on } of ended)
      if (ended_on && forgottenOn(ended_on) <= today) await run('honours.forget-name', { recognitionId: id })
    for (const { lineId } of await read(db => namesDue(db, today))) await run('honours.forget-nominee', { lineId })
  },
})

/** The keys that rows of this feature name. */
export async function nameKeys(db: ReadDb, keyIds: readonly string[]): Promise<string[]> {
  const recognised = await db.selectFrom('recognition_name').select('sealed_key').where('sealed_key', 'in', keyIds).execute()
  const commended = await db.selectFrom('commendation_name').select('sealed_key').where('sealed_key', 'in', keyIds).execute()
  return [...recognised, ...commended].map(row => row.sealed_key)
}
