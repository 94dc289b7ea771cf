import { type Acting, whyNotPermitted } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { AGREE, WORK } from '../rules.ts'
import type { Indicator, IndicatorFields } from './contract.ts'

type Standing = Pick<Indicator, 'state' | 'byBody'>

const may = (permission: typeof WORK | typeof AGREE, acting: Acting): WhyNot => {
  const code = whyNotPermitted(permission, acting)
  return code ? { code } : null
}
const isOurs = (acting: Acting, { byBody }: Standing): boolean => typeof acting !== 'string' && acting.bodyId === byBody

/** An indicator says at least one number, the smaller first. */
export function whyNotIndicator({ min, max }: Pick<IndicatorFields, 'min' | 'max'>): WhyNot {
  if (min === null && max === null) return { code: 'plans.indicator-number' }
  return min !== null && max !== null && min > max ? { code: 'plans.target-upside-down' } : null
}

/** A side has one proposal for a duty at a time. */
export const whyNotProposeIndicator = (acting: Acting, duty: { proposedByUs: boolean }): WhyNot =>
  duty.proposedByUs ? { code: 'plans.indicator-open' } : may(WORK, acting)

/** What leaves the house leaves by a leader. */
export function whyNotShareIndicator(acting: Acting, indicator: Standing): WhyNot {
  if (indicator.state !== 'own') return { code: 'plans.indicator-closed' }
  return isOurs(acting, indicator) ? may(AGREE, acting) : { code: 'plans.not-your-indicator' }
}

/** The other sides answer what was shared, whoever speaks for them: a leader, or their paper. */
export function whyNotAgreeable(indicator: Standing, bodyId: string | null): WhyNot {
  if (bodyId === indicator.byBody) return { code: 'plans.own-indicator' }
  return indicator.state === 'proposed' ? null : { code: 'plans.indicator-closed' }
}

/** Once each, by their leaders. */
export function whyNotAnswerIndicator(acting: Acting, indicator: Standing & { agreedByUs: boolean }): WhyNot {
  const refused = whyNotAgreeable(indicator, typeof acting === 'string' ? null : acting.bodyId)
  if (refused) return refused
  return indicator.agreedByUs ? { code: 'agreement.given' } : may(AGREE, acting)
}

/** Taken back by its own side: unsent by whoever works, sent by a leader. */
export function whyNotWithdrawIndicator(acting: Acting, indicator: Standing): WhyNot {
  if (!isOurs(acting, indicator)) return { code: 'plans.not-your-indicator' }
  if (indicator.state === 'own') return may(WORK, acting)
  return indicator.state === 'proposed' ? may(AGREE, acting) : { code: 'plans.indicator-closed' }
}
