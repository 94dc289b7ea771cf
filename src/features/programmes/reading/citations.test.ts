import { describe, expect, it } from 'vitest'
import { distinct, findMentions } from './citations.ts'
import { healInPlace } from './lines.ts'
import type { Citation } from './result.ts'

const cite = (text: string): Citation[] => distinct(findMentions({ text: healInPlace(text), at: [] }), null)
const keys = (text: string): string[] => cite(text).map(({ number, date }) => `${number ?? ''}|${date ?? ''}`)

describe('citations', () => {
  it.each([
    ['Kết luận số 65-KL/TW, ngày 31/10/2019 của Bộ Chính trị', '65-KL/TW|2019-10-31'],
    ['Quyết định 1719/QĐ-TTg ngày 14 tháng 10 năm 2021', '1719/QĐ-TTg|2021-10-14'],
    ['Nghị quyết số 04/2021/NQ-HĐND, ngày 17/8/2021', '04/2021/NQ-HĐND|2021-08-17'],
    ['Chương trình phối hợp số 06A/CTrPH-MTTW-UBDT', '06A/CTrPH-MTTW-UBDT|'],
    [
      'Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày 15/6/2017',
      '403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN|2017-06-15',
    ],
    ['Quy chế số 06/QC-TT.HĐND-UBND', '06/QC-TT.HĐND-UBND|'],
    ['Luật Tổ chức chính quyền địa phương số 65/2025/QH15 ngày 16/6/2025', '65/2025/QH15|2025-06-16'],
    ['Kết luận số 01 của Bộ Chính trị', '01|'],
    ['Quyết định số 12/QĐ - UBND của Ủy ban nhân dân tỉnh ngày 3/1/2026', '12/QĐ-UBND|2026-01-03'],
    ['quy định tại Nghị định số 05/2011/NĐ-CP', '05/2011/NĐ-CP|'],
    ['Chỉ thị số 05-СТ/ТW, ngày 15/5/2016', '05-CT/TW|2016-05-15'],
    ['Nghị Quyết số 282/NQ-CP ngày 15/9/2025', '282/NQ-CP|2025-09-15'],
  ])('%s', (text, key) => {
    expect(keys(text)).toEqual([key])
  })

  it('shares one date among papers of a kind named in a row', () => {
    expect(keys('theo Quyết định 217-QĐ/TW, Quyết định 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị')).toEqual([
      '217-QĐ/TW|2013-12-12',
      '218-QĐ/TW|2013-12-12',
    ])
    expect(keys('các Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017')).toEqual(['18-NQ/TW|2017-10-25', '19-NQ/TW|2017-10-25'])
  })

  it('names laws and schemes without a number', () => {
    expect(
      cite('theo Luật Thực hiện dân chủ ở cơ sở và Đề án “Bồi dưỡng cán bộ cơ sở”').map(({ kind, name }) => `${kind}: ${name}`),
    ).toEqual(['luật: Thực hiện dân chủ ở cơ sở', 'đề án: Bồi dưỡng cán bộ cơ sở'])
  })

  it('gives each paper once, filled from later mentions', () => {
    expect(cite('Chỉ thị số 49-CT/TW và Chỉ thị số 49-CT/TW ngày 20/10/2015 của Ban Bí thư về công tác dân vận')).toEqual([
      { kind: 'chỉ thị', number: '49-CT/TW', date: '2015-10-20', issuer: 'Ban Bí thư', name: 'công tác dân vận' },
    ])
  })

  it.each([
    'Quyết định này có hiệu lực',
    'Kế hoạch 1- Ban Dân vận',
    'báo cáo 6 tháng',
    'Chương trình 1-3 công trình',
    'văn bản số 2 trang',
  ])('finds none in “%s”', text => {
    expect(keys(text)).toEqual([])
  })
})
