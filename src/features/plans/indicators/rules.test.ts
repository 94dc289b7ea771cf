import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../../kernel/permissions.ts'
import {
  whyNotAnswerIndicator,
  whyNotIndicator,
  whyNotProposeIndicator,
  whyNotShareIndicator,
  whyNotWithdrawIndicator,
} from './rules.ts'

const actor = (bodyId: string, role: Role): Actor => ({ accountId: 'a', bodyId, roles: [role], displayName: 'Người' })
const [officer, leader, partner] = [actor('we', 'officer'), actor('we', 'leader'), actor('they', 'leader')]
const own = { state: 'own', byBody: 'we' } as const
const proposed = { state: 'proposed', byBody: 'we' } as const

describe('a working indicator', () => {
  it('says a number, the smaller first', () => {
    expect(whyNotIndicator({ min: 1, max: null })).toBeNull()
    expect(whyNotIndicator({ min: null, max: 5 })).toBeNull()
    expect(whyNotIndicator({ min: null, max: null })).toEqual({ code: 'plans.indicator-number' })
    expect(whyNotIndicator({ min: 3, max: 1 })).toEqual({ code: 'plans.target-upside-down' })
  })

  it('is proposed by who works, one at a time', () => {
    expect(whyNotProposeIndicator(officer, { proposedByUs: false })).toBeNull()
    expect(whyNotProposeIndicator(officer, { proposedByUs: true })).toEqual({ code: 'plans.indicator-open' })
    expect(whyNotProposeIndicator(actor('we', 'viewer'), { proposedByUs: false })).toEqual({ code: 'not-permitted' })
  })

  it('leaves the house by a leader of its own side, once', () => {
    expect(whyNotShareIndicator(leader, own)).toBeNull()
    expect(whyNotShareIndicator(officer, own)).toEqual({ code: 'not-permitted' })
    expect(whyNotShareIndicator(partner, own)).toEqual({ code: 'plans.not-your-indicator' })
    expect(whyNotShareIndicator(leader, proposed)).toEqual({ code: 'plans.indicator-closed' })
  })

  it('is answered by a leader of another side, once', () => {
    expect(whyNotAnswerIndicator(partner, { ...proposed, agreedByUs: false })).toBeNull()
    expect(whyNotAnswerIndicator(leader, { ...proposed, agreedByUs: false })).toEqual({ code: 'plans.own-indicator' })
    expect(whyNotAnswerIndicator(partner, { ...proposed, agreedByUs: true })).toEqual({ code: 'agreement.given' })
    expect(whyNotAnswerIndicator(partner, { state: 'agreed', byBody: 'we', agreedByUs: false })).toMatchObject({
      code: 'plans.indicator-closed',
    })
  })

  it('is taken back by its own side until it is answered', () => {
    expect(whyNotWithdrawIndicator(officer, own)).toBeNull()
    expect(whyNotWithdrawIndicator(officer, proposed)).toEqual({ code: 'not-permitted' })
    expect(whyNotWithdrawIndicator(leader, proposed)).toBeNull()
    expect(whyNotWithdrawIndicator(partner, proposed)).toEqual({ code: 'plans.not-your-indicator' })
    expect(whyNotWithdrawIndicator(leader, { state: 'agreed', byBody: 'we' })).toMatchObject({ code: 'plans.indicator-closed' })
  })
})
