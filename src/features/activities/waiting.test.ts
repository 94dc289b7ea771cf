import { describe, expect, it } from 'vitest'
import { type Details, partsOf } from './details.ts'
import { kindNow, READY } from './kind-book.ts'
import { awaitsAnswer, dueField, dueOf } from './waiting.ts'

const fieldsOf = (key: string) => kindNow(READY, key)!.fields
const due = (kind: string, values: Details) => dueOf(fieldsOf(kind), values)
const waits = (kind: string, values: Details) => awaitsAnswer(fieldsOf(kind), values)
const deadline = '2026-06-20'

describe('the day of a kind', () => {
  it('stands until comments on a draft are sent', () => {
    expect(due('critique', { deadline })).toBe(deadline)
    expect(due('critique', { deadline, comments: { first: 4, second: null } })).toBeNull()
    expect(due('critique', {})).toBeNull()
  })

  it('stands until all who were urged have answered', () => {
    expect(due('urging', { deadline, answers: { first: 5, second: 4 } })).toBe(deadline)
    expect(due('urging', { deadline, answers: { first: 5, second: null } })).toBe(deadline)
    expect(due('urging', { deadline, answers: { first: 5, second: 5 } })).toBeNull()
  })

  it('is named by its field', () => {
    expect(dueField(fieldsOf('urging'), { deadline })?.label).toBe('Hạn trả lời')
    expect(dueField(fieldsOf('training'), {})).toBeNull()
  })

  it('is the first of several', () => {
    const day = (key: string) => ({ key, label: key, type: 'date' as const, dueFor: 'report' })
    const fields = [day('a'), day('b'), { key: 'report', label: 'Báo cáo', type: 'document' as const }]
    expect(dueOf(fields, { a: '2026-07-01', b: '2026-06-01' })).toBe('2026-06-01')
  })
})

describe('work that is answered', () => {
  it('waits until advice is taken up or not', () => {
    expect(['waiting', 'none', 'issued'].map(outcome => waits('advice', { outcome }))).toEqual([true, false, false])
    expect(waits('advice', {})).toBe(true)
    expect(waits('training', {})).toBe(false)
  })

  it('counts each answer, and what has none', () => {
    expect(partsOf(fieldsOf('advice'), { outcome: 'issued' })).toEqual({ 'outcome.issued': 1 })
    expect(partsOf(fieldsOf('advice'), { outcome: 'waiting' })).toEqual({ 'outcome.open': 1 })
    expect(partsOf(fieldsOf('advice'), {})).toEqual({ 'outcome.open': 1 })
    expect(partsOf(fieldsOf('urging'), { answers: { first: 5, second: 3 } })).toEqual({
      'answers.first': 5,
      'answers.second': 3,
      'answers.open': 2,
    })
  })
})
