import { describe, expect, it } from 'vitest'
import { readDuties } from './read-duties.ts'

const parties = ['Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà', 'Sở Dân tộc và Tôn giáo tỉnh Sơn Hà']
const setting = { parties, period: { from: 2026, to: 2030 } }
const above = [
  { label: 'II.', text: 'NỘI DUNG PHỐI HỢP' },
  { label: '2.', text: 'Giám sát và phản biện xã hội' },
]

describe('the duties of a clause written anew', () => {
  it('are read with their times and targets', () => {
    const [duty, ...others] = readDuties(
      [...above, { label: '2.1.', text: 'Mỗi năm giám sát từ 2-4 công trình tại thôn, bản.' }],
      setting,
    )
    expect(others).toEqual([])
    expect(duty).toMatchObject({ targets: [{ min: 2, max: 4, unit: 'công trình' }], topics: ['supervision'] })
  })

  it('take their lead from what they stand under', () => {
    const heading = { label: '2.', text: `Sở Dân tộc và Tôn giáo tỉnh Sơn Hà chủ trì, phối hợp với ${parties[0]}` }
    const [duty] = readDuties(
      [{ label: 'III.', text: 'TRÁCH NHIỆM' }, heading, { label: '-', text: 'Năm 2029, mở 02 lớp bồi dưỡng.' }],
      setting,
    )
    expect(duty).toMatchObject({ lead: [parties[1]], schedules: [{ kind: 'by', year: 2029 }] })
  })

  it('are none in a purpose, and read line by line where the clause has lines', () => {
    expect(
      readDuties(
        [
          { label: 'I.', text: 'MỤC ĐÍCH, YÊU CẦU' },
          { label: '1.', text: 'Giữ gìn bản sắc văn hóa.' },
        ],
        setting,
      ),
    ).toEqual([])
    const lines = 'Hai cơ quan:\n- Hằng quý gặp mặt người có uy tín;\n- Hằng năm tổ chức hội nghị.'
    expect(readDuties([...above, { label: '2.5.', text: lines }], setting)).toHaveLength(2)
  })
})
