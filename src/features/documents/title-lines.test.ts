import { describe, expect, it } from 'vitest'
import { nameLines, titleLines } from './title-lines.ts'

const A4 = 467

describe('the lines of a title', () => {
  it('are one where it fits', () => {
    expect(titleLines('Phối hợp công tác năm 2026', 14, A4)).toEqual(['Phối hợp công tác năm 2026'])
  })

  it('are of like length, with no word left alone', () => {
    expect(titleLines('Hội nghị sơ kết 6 tháng đầu năm 2026 thực hiện Chương trình phối hợp công tác', 14, A4)).toEqual([
      'Hội nghị sơ kết 6 tháng đầu năm 2026',
      'thực hiện Chương trình phối hợp công tác',
    ])
  })

  it('lose no word of a long one', () => {
    const long = Array.from({ length: 60 }, (_, at) => `lời${at}`).join(' ')
    expect(titleLines(long, 14, A4).join(' ')).toBe(long)
  })

  it('part no number from the word that it belongs to', () => {
    const lines = titleLines('về thực hiện Chương trình số 07/CTrPH-MTTQ-SDTTG ngày 12 tháng 01 năm 2026', 14, A4)
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line).not.toMatch(/(?:số|ngày|tháng|năm)$/u)
  })

  it('keep the breaks that were put in by hand', () => {
    const parted = `${'Phối hợp công tác '.repeat(5)}\n${'giai đoạn '.repeat(5)}`
    expect(titleLines(parted, 14, A4)).toEqual([parted])
  })
})

describe('the lines of a name in its column', () => {
  const COLUMN = 205
  it.each([
    ['ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH SƠN HÀ', ['ỦY BAN MẶT TRẬN TỔ QUỐC', 'VIỆT NAM TỈNH SƠN HÀ']],
    ['SỞ DÂN TỘC VÀ TÔN GIÁO TỈNH SƠN HÀ', ['SỞ DÂN TỘC VÀ TÔN GIÁO', 'TỈNH SƠN HÀ']],
    [
      'BAN THƯỜNG TRỰC ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH SƠN HÀ',
      ['BAN THƯỜNG TRỰC', 'ỦY BAN MẶT TRẬN TỔ QUỐC', 'VIỆT NAM TỈNH SƠN HÀ'],
    ],
    ['HỘI NÔNG DÂN', ['HỘI NÔNG DÂN']],
  ])('part %s where its place begins, and not between two words that belong together', (name, lines) => {
    expect(nameLines(name, 13, COLUMN)).toEqual(lines)
  })

  it('leave joined names to fill their lines', () => {
    const joined = 'BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY SƠN HÀ - SỞ DÂN TỘC VÀ TÔN GIÁO TỈNH SƠN HÀ'
    expect(nameLines(joined, 14, COLUMN)).toEqual([joined])
  })
})
