import { describe, expect, it } from 'vitest'
import { signatureLines } from './signature-lines.ts'

const hien = { name: 'Lục Thị Hiền', position: 'Giám đốc', body: 'Sở Dân tộc và Tôn giáo' }
const minh = { name: 'Lò Văn Minh', position: 'Phó Chủ tịch', body: null }

describe('the lines above a signature', () => {
  it('are those that the paper prints in capitals, with the authority', () => {
    const closing =
      'GIÁM ĐỐC\n\n(Đã ký)\nLục Thị Hiền\n\nTM. BAN THƯỜNG TRỰC\nPHÓ CHỦ TỊCH\n\nLò Văn Minh\nNơi nhận:\n- Như trên.'
    expect(signatureLines(closing, [hien, minh])).toEqual([
      { name: 'Lục Thị Hiền', lines: ['GIÁM ĐỐC'], signed: true },
      { name: 'Lò Văn Minh', lines: ['TM. BAN THƯỜNG TRỰC', 'PHÓ CHỦ TỊCH'], signed: false },
    ])
  })

  it('are body and post as read where two names stand on one line or nowhere', () => {
    expect(signatureLines('GIÁM ĐỐC   PHÓ CHỦ TỊCH\nLục Thị Hiền   Lò Văn Minh', [hien, minh])).toEqual([
      { name: 'Lục Thị Hiền', lines: ['SỞ DÂN TỘC VÀ TÔN GIÁO', 'GIÁM ĐỐC'], signed: false },
      { name: 'Lò Văn Minh', lines: ['PHÓ CHỦ TỊCH'], signed: false },
    ])
    expect(signatureLines('', [minh])).toEqual([{ name: 'Lò Văn Minh', lines: ['PHÓ CHỦ TỊCH'], signed: false }])
  })
})
