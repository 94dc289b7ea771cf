import type { DeadlineSource, Feature } from '../../engine/feature.ts'
import { changeEscalation } from './commands/change-escalation.ts'
import { changeSettings } from './commands/change-settings.ts'
import { claimDigest } from './commands/claim-digest.ts'
import { markRead } from './commands/mark-read.ts'
import { reclaimDigest } from './commands/reclaim-digest.ts'
import { settleDigest } from './commands/settle-digest.ts'
import { remind } from './jobs.ts'
import { mine, settings, unread } from './queries.ts'

/** Tells each person before, on and after the day what is due, and the leaders what was not done. The roof hands down what is due. */
export const reminders = ({ deadlines }: { deadlines: readonly DeadlineSource[] }): Feature => ({
  name: 'reminders',
  commands: [changeSettings, changeEscalation, claimDigest, reclaimDigest, settleDigest, markRead],
  queries: [settings, mine, unread],
  jobs: ground => [remind(ground, deadlines)],
})
