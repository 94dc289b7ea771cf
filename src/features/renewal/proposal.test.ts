import { describe, expect, it } from 'vitest'
import type { ClauseRecord } from '../reviews/index.ts'
import { proposalOf } from './proposal.ts'

const year = (at: number, activities: number, planned = 0, done = 0, over = true) => ({
  year: at,
  over,
  planned,
  done,
  activities,
  silent: activities === 0,
  counts: [],
  reaches: [],
})
const record = (change: Partial<ClauseRecord>): ClauseRecord => ({
  years: [],
  petitions: { received: 0, settled: 0 },
  findings: { found: 0, asked: 0, repaired: 0 },
  ...change,
})
const looked = (change: Partial<Parameters<typeof proposalOf>[0]>) =>
  proposalOf({
    text: 'Mở lớp bồi dưỡng cho cán bộ Mặt trận cơ sở.',
    duty: true,
    record: record({ years: [year(2021, 2), year(2022, 1), year(2023, 3)] }),
    same: null,
    period: { from: 2021, to: 2025 },
    ...change,
  })

describe('what is proposed of a clause', () => {
  it('is to keep what was worked on, and what frames the programme', () => {
    expect(looked({})).toEqual({ choice: 'keep', reasons: [{ why: 'worked', count: 3, of: 3 }] })
    expect(looked({ duty: false, record: record({}) }).choice).toBe('keep')
  })

  it('is to drop what was neither planned nor done', () => {
    const years = [year(2021, 0), year(2022, 0)]
    expect(looked({ record: record({ years }) })).toEqual({ choice: 'drop', reasons: [{ why: 'never', count: 2 }] })
    expect(looked({ record: record({ years: [year(2021, 0)] }) })).toEqual({ choice: 'keep', reasons: [{ why: 'early' }] })
  })

  it('holds nothing against a year that is not over', () => {
    expect(looked({ record: record({ years: [year(2021, 1), year(2022, 1, 3, 0, false)] }) }).choice).toBe('keep')
  })

  it('is never to drop what people still wait for, or what was planned', () => {
    const years = [year(2021, 0), year(2022, 0)]
    const waited = looked({ record: record({ years, petitions: { received: 3, settled: 1 } }) })
    expect(waited).toEqual({ choice: 'change', reasons: [{ why: 'people-wait', petitions: 2, findings: 0 }] })
    expect(looked({ record: record({ years: [year(2021, 0, 1)] }) }).choice).toBe('change')
  })

  it('is to change what was silent in half of the years, missed most of its plan, says what another says or names a year', () => {
    const codes = (change: Parameters<typeof looked>[0]) => {
      const { choice, reasons } = looked(change)
      return [choice, ...reasons.map(one => one.why)]
    }
    expect(codes({ record: record({ years: [year(2021, 1), year(2022, 0)] }) })).toEqual(['change', 'often-silent'])
    expect(codes({ record: record({ years: [year(2021, 1, 3, 1)] }) })).toEqual(['change', 'often-missed'])
    expect(codes({ same: { path: 'II/1', number: null } })).toEqual(['change', 'says-the-same'])
    expect(codes({ text: 'Năm 2023, khảo sát giữa kỳ.' })).toEqual(['change', 'names-year'])
    expect(codes({ text: 'Theo Luật số 75/2015/QH13 và Nghị quyết năm 2019.' })).toEqual(['keep', 'worked'])
  })
})
