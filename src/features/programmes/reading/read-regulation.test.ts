import { describe, expect, it } from 'vitest'
import { parseText } from '../../../formats/text/parse.ts'
import { readProgramme } from './read-programme.ts'
import type { Commitment, ImportResult } from './result.ts'

const read = (text: string): ImportResult => readProgramme(parseText(Buffer.from(text)))
const pathsOf = (result: ImportResult): string[] => result.clauses.map(clause => clause.path)
const at = (result: ImportResult, path: string): Commitment[] => result.commitments.filter(duty => duty.clause === path)
const names = (result: ImportResult): string[] => result.parties.map(party => party.name)

// A decision of a fictional province that issues a regulation; labels out of order, a letter and a number printed twice.
const regulation = `ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
-------	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 12/2026/QĐ-UBND	Sơn Hà, ngày 05 tháng 02 năm 2026

QUYẾT ĐỊNH
Ban hành Quy chế phối hợp quản lý công tác dân tộc trên địa bàn tỉnh Sơn Hà

ỦY BAN NHÂN DÂN TỈNH SƠN HÀ

Căn cứ Luật Tổ chức chính quyền địa phương số 65/2025/QH15 ngày 16 tháng 6 năm 2025;
Căn cứ Nghị định số 05/2011/NĐ-CP ngày 14 tháng 01 năm 2011 của Chính phủ về công tác dân tộc;
Theo đề nghị của Giám đốc Sở Dân tộc và Tôn giáo tại Tờ trình số 15/TTr-SDTTG ngày 20 tháng 01 năm 2026.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp quản lý công tác dân tộc trên địa bàn tỉnh Sơn Hà.
Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 15 tháng 02 năm 2026 và thay thế Quyết định số 33/2019/QĐ-UBND ngày 01 tháng 8 năm 2019.
Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, ngành chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:	TM. ỦY BAN NHÂN DÂN
- Như Điều 3;	KT. CHỦ TỊCH
- Thường trực Tỉnh ủy;	PHÓ CHỦ TỊCH
- Báo Sơn Hà;
- Lưu: VT, SDTTG (05b).	Trần Thị Hạnh

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

QUY CHẾ
Phối hợp quản lý công tác dân tộc trên địa bàn tỉnh Sơn Hà
(Ban hành kèm theo Quyết định số 12/2026/QĐ-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Sơn Hà)

Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định nguyên tắc, nội dung, trách nhiệm phối hợp giữa các cơ quan.
Điều 2. Nguyên tắc phối hợp
1. Thực hiện theo đúng chức năng, nhiệm vụ.
2. Bảo đảm kịp thời, thường xuyên.
Chương II
NỘI DUNG VÀ TRÁCH NHIỆM PHỐI HỢP
Mục 1
TRÁCH NHIỆM CỦA CÁC SỞ
Điều 3. Trách nhiệm của Sở Dân tộc và Tôn giáo
1. Chủ trì, phối hợp với Sở Nội vụ, Công an tỉnh và các cơ quan liên quan:
a) Xây dựng kế hoạch công tác hằng năm trước ngày 15/12;
b) Tổ chức ít nhất 02 lớp tập huấn/năm cho cán bộ cấp xã;
đ) Tổng hợp, báo cáo Ủy ban nhân dân tỉnh định kỳ 6 tháng, năm;
d) Thông báo kết quả.
2. Tham mưu Ủy ban nhân dân tỉnh ban hành Kế hoạch trong quý II/2026.
2. Kiểm tra việc thực hiện theo quy định tại khoản
1 Điều này và khoản 2 Điều 4 của Quy chế này.
4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát việc thực hiện.
Điều 4. Trách nhiệm của Công an tỉnh
1. Cung cấp thông tin khi có yêu cầu.
2. Phối hợp với Sở Dân tộc và Tôn giáo nắm tình hình.
Mục 2
TRÁCH NHIỆM CỦA CẤP XÃ
Điều 5. Ủy ban nhân dân các xã, phường
Bố trí công chức phụ trách; báo cáo Sở Dân tộc và Tôn giáo trước ngày 10 của tháng đầu quý sau.
Chương III
TỔ CHỨC THỰC HIỆN
Điều 6. Điều khoản thi hành
1. Sở Dân tộc và Tôn giáo là cơ quan đầu mối theo dõi, đôn đốc việc thực hiện Quy chế.
2. Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan phản ánh kịp thời về Sở Dân tộc và Tôn giáo để tổng hợp./.`

describe('a decision that issues a regulation', () => {
  const result = read(regulation)

  it('reads head, issuer and signer beside the recipients', () => {
    expect(result).toMatchObject({
      kind: 'quyết định',
      title: 'Quyết định ban hành Quy chế phối hợp quản lý công tác dân tộc trên địa bàn tỉnh Sơn Hà',
      number: '12/2026/QĐ-UBND',
      date: '2026-02-05',
      recipients: ['Như Điều 3', 'Thường trực Tỉnh ủy', 'Báo Sơn Hà', 'Lưu: VT, SDTTG (05b)'],
      signatories: [{ name: 'Trần Thị Hạnh', position: 'Phó Chủ tịch', body: 'Ủy ban nhân dân' }],
    })
    expect(names(result)).toEqual(['Ủy ban nhân dân tỉnh Sơn Hà'])
  })

  it('reads both texts, the regulation under its own chapters', () => {
    expect(pathsOf(result).slice(0, 5)).toEqual(['Điều 1', 'Điều 2', 'Điều 3', 'Chương I', 'Chương I/Điều 1'])
    expect(pathsOf(result)).toEqual(
      expect.arrayContaining(['Chương II/Mục 1/Điều 3/1/đ', 'Chương II/Mục 1/Điều 3/2(2)', 'Chương III/Điều 6/2']),
    )
  })

  it('finds no duty in scope, principles, effect and enacting words', () => {
    const clauses = result.commitments.map(duty => duty.clause)
    expect(clauses.filter(path => /^Điều|^Chương I\//u.test(path))).toEqual([])
  })

  it('takes the lead from the article and the supports from the lead-in', () => {
    expect(at(result, 'Chương II/Mục 1/Điều 3/1/b')[0]).toMatchObject({
      lead: ['Sở Dân tộc và Tôn giáo'],
      support: ['Sở Nội vụ', 'Công an tỉnh', 'các cơ quan liên quan'],
      targets: [{ min: 2, max: null, unit: 'lớp', per: 'năm' }],
    })
    expect(at(result, 'Chương II/Mục 1/Điều 4/1')[0]?.lead).toEqual(['Công an tỉnh'])
    expect(at(result, 'Chương II/Mục 2/Điều 5')[0]?.lead).toEqual(['Ủy ban nhân dân các xã, phường'])
  })

  it('takes a request for no lead', () => {
    expect(at(result, 'Chương II/Mục 1/Điều 3/4')[0]).toMatchObject({
      lead: ['Sở Dân tộc và Tôn giáo'],
      others: ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh'],
    })
  })

  it('puts “Kèm theo” only before a path that would collide', () => {
    const collides = read(
      'QUYẾT ĐỊNH\nBan hành Quy chế\nĐiều 1. Ban hành Quy chế.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn An\nQUY CHẾ\nPhối hợp\n(Ban hành kèm theo Quyết định số 1/QĐ-UBND)\nĐiều 1. Nội dung\n1. Sở A báo cáo.\nĐiều 2. Thi hành\n1. Sở B báo cáo.',
    )
    expect(pathsOf(collides)).toEqual(['Điều 1', 'Kèm theo/Điều 1', 'Kèm theo/Điều 1/1', 'Điều 2', 'Điều 2/1'])
  })
})
