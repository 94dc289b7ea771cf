import { clearing } from '../../programmes/index.ts'
import { standingOf } from '../negotiating.ts'
import { holdPlan } from '../store.ts'

/** A leader clears a private plan or unsent lines: an officer or the clerk may now send exactly that. */
export const clearSubmission = clearing({
  name: 'plans.clear-submission',
  outgoingOf: async ({ tx }, acting, planId) => (await standingOf(tx, acting, await holdPlan(tx, planId))).outgoing,
})
