import { describe, expect, it } from 'vitest'
import { smallReading, smallText } from './fixtures/small-reading.ts'
import { findPlace, openReading } from './open-reading.ts'
import type { ImportResult } from './reading/result.ts'

const { place: _place, effectiveFrom: _day, reporting: _profile, settled: _settled, ...read } = smallReading
const result: ImportResult = {
  ...read,
  questions: [
    { at: '', ask: 'Văn bản không in số, ký hiệu. Số, ký hiệu là gì?' },
    { at: 'I/1/-2', ask: 'Chỉ tiêu “từ 01 đến 02 dự án” tính cho mỗi năm hay cho cả giai đoạn?' },
    { at: 'I/1', ask: 'Nhãn “1.” được in hai lần. Đây có phải là một mục riêng không?' },
  ],
}
const bodies = [
  { id: 'a', name: 'Ban Dân tộc tỉnh Sơn Hà', shortName: 'Ban Dân tộc' },
  { id: 'b', name: 'Ban Dân vận Tỉnh ủy Sơn Hà', shortName: 'Ban Dân vận' },
]

describe('opening a reading for review', () => {
  it('matches a party only to a body that surely is the one', () => {
    expect(openReading(result, smallText, bodies).parties.map(party => party.bodyId)).toEqual(['b', 'a'])
    expect(openReading(result, smallText, []).parties.map(party => party.bodyId)).toEqual([null, null])
  })

  it('asks no question twice: what has a field of its own is asked there', () => {
    expect(openReading(result, smallText, []).questions.map(question => question.at)).toEqual(['I/1'])
  })

  it('hangs each clause under the nearest one above, and makes a clause of a table row', () => {
    const row = {
      ...result.commitments[0]!,
      clause: 'Phụ lục I/3',
      span: [smallText.length - 20, smallText.length - 1] as [number, number],
    }
    const opened = openReading({ ...result, commitments: [...result.commitments, row] }, smallText, [])
    expect(opened.clauses.find(clause => clause.path === 'I/1/-2/+1')!.parent).toBe('I/1/-2')
    expect(opened.clauses.at(-1)).toMatchObject({ path: 'Phụ lục I/3', label: '3', parent: null, heading: false })
  })

  it.each([
    ['Sơn Hà, ngày 12 tháng 01 năm 2026', 'Sơn Hà'],
    ['Số: 05/KH\t Đồi Cao, ngày   tháng 3 năm 2026', 'Đồi Cao'],
    ['ngày 12 tháng 01 năm 2026', null],
  ])('finds the place in %j', (text, place) => {
    expect(findPlace(text)).toBe(place)
  })
})
