import { expect, it } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { whyNotReopen, whyNotSettle, whyNotTakeBack } from './rules.ts'

const officer = { accountId: newId(), bodyId: newId(), roles: ['officer' as const], displayName: 'Lan' }
const clerk = { ...officer, roles: ['clerk' as const] }
const open = { doneAt: null }
const done = { doneAt: new Date() }

it('is settled once, by whoever works on it', () => {
  expect(whyNotSettle(officer, open)).toBeNull()
  expect(whyNotSettle(officer, done)).toEqual({ code: 'instructions.done-already' })
  expect(whyNotSettle(clerk, open)).toEqual({ code: 'not-permitted' })
})

it('is opened again only where it was settled', () => {
  expect(whyNotReopen(officer, done)).toBeNull()
  expect(whyNotReopen(officer, open)).toEqual({ code: 'instructions.not-done' })
  expect(whyNotReopen(clerk, done)).toEqual({ code: 'not-permitted' })
})

it('is taken back by whoever said it, until it is done', () => {
  const said = { givenBy: officer.accountId }
  expect(whyNotTakeBack(officer, { ...said, ...open })).toBeNull()
  expect(whyNotTakeBack(officer, { ...said, ...done })).toEqual({ code: 'instructions.done-already' })
  expect(whyNotTakeBack({ ...officer, accountId: newId() }, { ...said, ...open })).toEqual({ code: 'not-permitted' })
})
