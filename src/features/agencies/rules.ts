import type { Acting, Role } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'

const FREE_TRIES = 4
const FIRST_WAIT_SECONDS = 30
const LONGEST_WAIT_SECONDS = 3600

/** Administrators can change rights, clerks send papers out: both sign in with a second factor. */
export const needsSecondFactor = (roles: readonly string[]): boolean =>
  roles.some(role => role === 'administrator' || role === 'clerk')

/** Seconds of waiting after so many wrong passwords in a row: none for four, then doubling up to an hour. */
export function lockSeconds(failedCount: number): number {
  if (failedCount <= FREE_TRIES) return 0
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (failedCount - FREE_TRIES - 1), LONGEST_WAIT_SECONDS)
}

/** An administrator opens accounts in the own body, and the first administrator of a body that has nobody yet. */
export function whyNotOpenAccount(
  acting: Acting,
  account: { bodyId: string; roles: readonly Role[]; demo: boolean },
  bodyHasAccounts: boolean,
): WhyNot {
  if (acting === 'system') return null
  if (acting === 'nobody' || account.demo) return { code: 'not-permitted' }
  if (acting.bodyId === account.bodyId) return null
  if (!bodyHasAccounts && account.roles.includes('administrator')) return null
  return { code: 'agencies.not-your-body' }
}
