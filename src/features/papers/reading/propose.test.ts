import { describe, expect, it } from 'vitest'
import { numberIn } from './head.ts'
import { proposeFrom } from './propose.ts'

const KNOWN = [
  { name: 'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà', symbol: 'MTTQ' },
  { name: 'Sở Dân tộc và Tôn giáo tỉnh Sơn Hà', symbol: 'SDTTG' },
  { name: 'Ban Tuyên giáo và Dân vận Tỉnh ủy Sơn Hà', symbol: 'BTGDVTU' },
  { name: 'Ủy ban nhân dân xã Tân Lập', symbol: 'UBND' },
  { name: 'Ủy ban nhân dân xã Nà Hin', symbol: 'UBND' },
]

const STATE_LETTER = `ỦY BAN NHÂN DÂN TỈNH SƠN HÀ
SỞ DÂN TỘC VÀ TÔN GIÁO
Số: 05/SDTTG-CS
V/v cung cấp thông tin về tình hình
vùng đồng bào dân tộc thiểu số 6 tháng
đầu năm 2026

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Sơn Hà, ngày 05 tháng 7 năm 2026

Kính gửi: Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Sơn Hà
Thực hiện Chương trình phối hợp số 01/CTrPH-MTTQ-SDTTG ngày 05 tháng 02 năm 2026, …`

describe('what a machine proposes from a paper', () => {
  it('is everything at the head of a state letter, and nothing of the papers that it cites', () => {
    expect(proposeFrom(STATE_LETTER, KNOWN)).toEqual({
      issuer: 'Sở Dân tộc và Tôn giáo tỉnh Sơn Hà',
      cited: '05/SDTTG-CS',
      dated: '2026-07-05',
      kind: 'CV',
      subject: 'Cung cấp thông tin về tình hình vùng đồng bào dân tộc thiểu số 6 tháng đầu năm 2026',
    })
  })

  it('is the printed name of an issuer that nobody has met before', () => {
    expect(proposeFrom(STATE_LETTER, []).issuer).toBe('Sở Dân tộc và Tôn giáo')
  })

  it('is found where number and place stand on one line of two columns', () => {
    const text = `ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ TÂN LẬP\tĐộc lập - Tự do - Hạnh phúc
Số: 138 /BC-UBND\tTân Lập, ngày 12 tháng 6 năm 2026

BÁO CÁO
Kết quả thực hiện phong trào thi đua 6 tháng đầu năm 2026
Thực hiện Công văn số 12/UBND-VX ngày 02 tháng 6 năm 2026 …`
    expect(proposeFrom(text, KNOWN)).toEqual({
      issuer: 'Ủy ban nhân dân xã Tân Lập',
      cited: '138/BC-UBND',
      dated: '2026-06-12',
      kind: 'BC',
      subject: 'Kết quả thực hiện phong trào thi đua 6 tháng đầu năm 2026',
    })
  })

  it('is the matter of a Party letter, which bears no “V/v”', () => {
    const text = `TỈNH ỦY SƠN HÀ
BAN TUYÊN GIÁO VÀ DÂN VẬN
*
Số 138-CV/BTGDVTU
Nắm tình hình dư luận xã hội
quý II năm 2026

ĐẢNG CỘNG SẢN VIỆT NAM

Sơn Hà, ngày 08 tháng 6 năm 2026

Kính gửi: Ban Dân vận các xã, phường`
    const read = proposeFrom(text, [])
    expect(read).toEqual({
      issuer: 'Ban Tuyên giáo và Dân vận Tỉnh ủy Sơn Hà',
      cited: '138-CV/BTGDVTU',
      dated: '2026-06-08',
      kind: 'CV',
      subject: 'Nắm tình hình dư luận xã hội quý II năm 2026',
    })
  })

  it('names every side of a joint paper, the lead first', () => {
    const text = `BAN TUYÊN GIÁO VÀ DÂN VẬN
TỈNH ỦY SƠN HÀ - SỞ DÂN TỘC
VÀ TÔN GIÁO TỈNH SƠN HÀ
*
Số 05-KH/BTGDVTU-SDTTG

ĐẢNG CỘNG SẢN VIỆT NAM
Sơn Hà, ngày 05 tháng 6 năm 2026
KẾ HOẠCH
Phối hợp công tác năm 2026
-----
- Căn cứ Chương trình phối hợp công tác số 05/CTrPH-MTTQ-SDTTG ngày`
    const issuer = 'Ban Tuyên giáo và Dân vận Tỉnh ủy Sơn Hà - Sở Dân tộc và Tôn giáo tỉnh Sơn Hà'
    const rest = { cited: '05-KH/BTGDVTU-SDTTG', dated: '2026-06-05', kind: 'KH', subject: 'Phối hợp công tác năm 2026' }
    expect(proposeFrom(text, KNOWN)).toEqual({ issuer, ...rest })
    expect(proposeFrom(text, [])).toEqual({ issuer, ...rest })
  })

  it('ends the subject of a decision before the authority that decides', () => {
    const text = `SỞ DÂN TỘC VÀ TÔN GIÁO
Số: 21/QĐ-SDTTG

Sơn Hà, ngày 15 tháng 12 năm 2026

QUYẾT ĐỊNH
Về việc khen thưởng thành tích
thực hiện Chương trình phối hợp năm 2026
GIÁM ĐỐC SỞ DÂN TỘC VÀ TÔN GIÁO TỈNH SƠN HÀ
Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;`
    const { kind, subject } = proposeFrom(text, KNOWN)
    expect([kind, subject]).toEqual(['QĐ', 'Về việc khen thưởng thành tích thực hiện Chương trình phối hợp năm 2026'])
  })

  it('is healed from letters that were read wrong', () => {
    const text = `Bạn khe đến BAN
MẶT TRẬN TỔ QUỐC VIỆT NAM
TỈNH SƠN HÀ
ỦY BẠN NHÂN DÂN TÍNH SƠN HÀ
SỞ DÂN TỘC VÀ TÔN GIÁO TÍNH
SƠNHÀ
Só; O5/GM-MTTQ-SDTTG.

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
295% - 7V éo - Hạnh phúc

Sơn Hà, ngày O5 thúng l2 năm 2O26.

GIẤY MỜI
Hội nghị tổng kết năm 2026 thực hiện Chương trình phối hợp công
tác

Ban Thường trực trân trọng kính mời:`
    expect(proposeFrom(text, KNOWN)).toEqual({
      issuer: 'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà - Sở Dân tộc và Tôn giáo tỉnh Sơn Hà',
      cited: '05/GM-MTTQ-SDTTG',
      dated: '2026-12-05',
      kind: 'GM',
      subject: 'Hội nghị tổng kết năm 2026 thực hiện Chương trình phối hợp công tác',
    })
  })

  it('is no issuer rather than one of several that issue it together', () => {
    const text = 'BẠN XYZ\nSỞ DÂN TỘC VÀ TÔN GIÁO TỈNH SƠN HÀ\nSố: 05/BC-MTTQ-SDTTG\n\nBÁO CÁO\nSơ kết'
    expect(proposeFrom(text, KNOWN).issuer).toBe(null)
  })

  it('is nothing where number and day were left blank, and where there is no head', () => {
    const blank = 'SỞ NỘI VỤ\nSố:      /BC-SNV\n\nSơn Hà, ngày      tháng 7 năm 2026\n\nBÁO CÁO\nCông tác quý II'
    expect(proposeFrom(blank, [])).toMatchObject({ cited: null, dated: null, kind: 'BC', subject: 'Công tác quý II' })
    expect(proposeFrom('Danh bạ điện thoại nội bộ cơ quan', [])).toEqual({
      issuer: null,
      cited: null,
      dated: null,
      kind: null,
      subject: null,
    })
  })
})

describe('a number line', () => {
  it.each([
    ['Số: 06A/CTrPH-MTTW-UBDT', '06A/CTrPH-MTTW-UBDT'],
    ['Số: 28/2021/QĐ-TTg', '28/2021/QĐ-TTg'],
    ['Số 01-CTrPH/BDVTW-BCSĐUBDT', '01-CTrPH/BDVTW-BCSĐUBDT'],
    ['Sõ 05-CV/BTGDVTU', '05-CV/BTGDVTU'],
    ['Số : 1249a /CTPH – UBND – BTP', '1249a/CTPH-UBND-BTP'],
    ['S6: l2/QÐ-UBND', '12/QĐ-UBND'],
    ['05/06/2026', null],
    ['Số 10 đường Trần Phú', null],
    ['1. Tổ chức hội nghị', null],
  ])('%s', (line, number) => {
    expect(numberIn(line)).toBe(number)
  })
})
