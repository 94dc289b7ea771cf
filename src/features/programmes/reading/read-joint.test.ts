import { describe, expect, it } from 'vitest'
import { parseText } from '../../../formats/text/parse.ts'
import { readProgramme } from './read-programme.ts'
import type { Commitment, ImportResult } from './result.ts'

const read = (text: string): ImportResult => readProgramme(parseText(Buffer.from(text)))
const pathsOf = (result: ImportResult): string[] => result.clauses.map(clause => clause.path)
const at = (result: ImportResult, path: string): Commitment[] => result.commitments.filter(duty => duty.clause === path)
const names = (result: ImportResult): string[] => result.parties.map(party => party.name)

// A joint resolution of three bodies; parts, capitals, decimals, brackets; blocks of signers above each other.
const resolution = `ỦY BAN NHÂN DÂN TỈNH -        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
BAN THƯỜNG TRỰC ỦY BAN MẶT TRẬN        Độc lập - Tự do - Hạnh phúc
TỔ QUỐC VIỆT NAM TỈNH - HỘI NÔNG DÂN TỈNH
Số: 03/2026/NQLT-UBND-MTTQ-HND        Sơn Hà, ngày 9 tháng 4 năm 2026

NGHỊ QUYẾT LIÊN TỊCH
VỀ VIỆC PHỐI HỢP GIÁM SÁT ĐẦU TƯ CỦA CỘNG ĐỒNG GIAI ĐOẠN 2026-2030

Căn cứ Luật Mặt trận Tổ quốc Việt Nam ngày 09 tháng 6 năm 2015;
Căn cứ Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày 15 tháng 6 năm 2017;
Thực hiện các Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng;

Ủy ban nhân dân tỉnh, Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và Hội Nông dân tỉnh thống nhất ban hành Nghị quyết liên tịch như sau:

Phần thứ nhất
QUY ĐỊNH CHUNG
A. MỤC ĐÍCH
I. Mục tiêu chung
1. Phát huy dân chủ.
B. YÊU CẦU
1. Khách quan.
Phần thứ hai
NỘI DUNG
A. GIÁM SÁT
I. Kế hoạch
1. Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh chủ trì, phối hợp với Hội Nông dân tỉnh:
1.1. Xây dựng kế hoạch giám sát hằng năm;
1.2 Tổ chức giám sát từ 2 đến 3 công trình mỗi năm;
1.2.1. Công bố kết quả trên trang thông tin;
2. Ủy ban nhân dân tỉnh:
a) Cung cấp tài liệu trong thời hạn 15 ngày;
b) Trả lời kiến nghị;
...
k) Bố trí kinh phí;
k) Báo cáo kết quả.
3. Hội Nông dân tỉnh
(1) Vận động hội viên.
(2) Nhân rộng ít nhất một mô hình mỗi xã.
II. Thực hiện
2.1. Thường xuyên trao đổi thông tin.
2.2. Khi có vụ việc phức tạp thì họp đột xuất.
Phần thứ ba
TỔ CHỨC THỰC HIỆN
1. Nghị quyết này có hiệu lực từ ngày ký.
2. Các cơ quan chịu trách nhiệm tổ chức thực hiện./.

TM. HỘI NÔNG DÂN TỈNH
CHỦ TỊCH
(Đã ký)
H'Lan Niê Kđăm
TM. BAN THƯỜNG TRỰC ỦY BAN MTTQ
VIỆT NAM TỈNH
CHỦ TỊCH
(Đã ký)
Lê Thị Mai
TM. ỦY BAN NHÂN DÂN TỈNH
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
NGUYỄN VĂN AN

Nơi nhận:
- Văn phòng Chính phủ;
- Tỉnh ủy, HĐND tỉnh;
- Các sở, ban, ngành và Công báo
tỉnh;
- Lưu: VT (3 cơ quan).`

describe('a joint resolution of three bodies', () => {
  const result = read(resolution)

  it('names all three and their signers', () => {
    expect(result.kind).toBe('nghị quyết liên tịch')
    expect(names(result)).toEqual([
      'Ủy ban nhân dân tỉnh',
      'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
      'Hội Nông dân tỉnh',
    ])
    expect(result.signatories.map(signer => signer.name)).toEqual(["H'Lan Niê Kđăm", 'Lê Thị Mai', 'Nguyễn Văn An'])
    expect(result.recipients).toHaveLength(4)
  })

  it('keeps a repeated letter and asks', () => {
    expect(pathsOf(result)).toEqual(
      expect.arrayContaining(['Phần thứ hai/A/I/2/k', 'Phần thứ hai/A/I/2/k(2)', 'Phần thứ hai/A/II/2.1']),
    )
    expect(result.questions.map(question => question.at)).toContain('Phần thứ hai/A/I/2/k(2)')
  })

  it('reads duty and target of a clause that has a clause under it', () => {
    expect(at(result, 'Phần thứ hai/A/I/1/1.2')[0]).toMatchObject({
      support: ['Hội Nông dân tỉnh'],
      targets: [{ min: 2, max: 3 }],
    })
  })
})

// Hard line ends with blank lines between, broken where a line begins like a clause; no national header, no number.
const broken = `KẾ HOẠCH
Phối hợp thực hiện công tác dân tộc năm 2026 giữa Ủy ban Mặt trận Tổ quốc
Việt Nam tỉnh và Sở Dân tộc và Tôn giáo tỉnh Sơn Hà

Thực hiện Chương trình phối hợp số 02/CTrPH-MTTQ-SDTTG ngày 10/02/2026 giữa
Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và Sở Dân tộc và Tôn giáo; hai cơ quan

xây dựng Kế hoạch năm 2026 như sau:

I. NỘI DUNG

1. Tổ chức tuyên truyền các chương trình phát triển kinh tế

- xã hội vùng đồng bào dân tộc thiểu số và miền núi giai đoạn 2021 - 2030, giai

đoạn II từ năm 2026 đến năm

2030 theo Quyết định số

1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ; phối hợp với các hội

                                   2

viên, các đoàn thể chính trị

- xã hội ở cơ sở thực hiện quy định tại khoản

3. Điều 12 của Luật Thực hiện dân chủ ở cơ sở.

2. Công tác Thi đua

- Khen thưởng và hoạt động thăm hỏi được hai cơ quan thực hiện vào dịp kỷ

niệm Ngày thành lập Mặt trận (18/11). 

3. Phân công

a) Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh chủ trì, phối hợp với Sở Dân tộc và

Tôn giáo tổ chức 03 hội nghị tuyên truyền tại các xã trong quý III/2026;

b) Sở Dân tộc và Tôn giáo phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh

rà soát người có uy tín, hoàn thành trước ngày 30/9/2026.
II. TỔ CHỨC THỰC HIỆN

Định kỳ báo cáo kết quả. 

TM. ỦY BAN MTTQ VIỆT NAM TỈNH

CHỦ TỊCH

Lê Thị Mai

GIÁM ĐỐC SỞ DÂN TỘC VÀ TÔN GIÁO

Hoàng Văn Nam

Nơi nhận: - Như trên; - UBND tỉnh; - Lưu: VT.`

describe('a plan with every line broken', () => {
  const result = read(broken)

  it('joins the lines', () => {
    expect(pathsOf(result)).toEqual(['I', 'I/1', 'I/2', 'I/3', 'I/3/a', 'I/3/b', 'II'])
    expect(result.clauses[1]?.text).toContain('phát triển kinh tế - xã hội vùng đồng bào')
    expect(result.clauses[1]?.text).toContain('tại khoản 3. Điều 12 của Luật')
  })

  it('lets the subject of a clause lead', () => {
    expect(at(result, 'I/3/b')[0]).toMatchObject({
      lead: ['Sở Dân tộc và Tôn giáo'],
      support: ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh'],
    })
  })

  it('asks for what is not printed', () => {
    const asks = result.questions.map(({ at, ask }) => `${at} ${ask}`).join('\n')
    expect(asks).toMatch(/số, ký hiệu/u)
    expect(asks).toMatch(/ngày ban hành/u)
    expect(asks).toMatch(/địa danh/u)
    expect(asks).toMatch(/^II .*định kỳ/mu)
  })

  it('reads signers in blocks and recipients on one line', () => {
    expect(result.signatories.map(({ name, body }) => [name, body])).toEqual([
      ['Lê Thị Mai', 'Ủy ban MTTQ Việt Nam tỉnh'],
      ['Hoàng Văn Nam', 'Sở Dân tộc và Tôn giáo'],
    ])
    expect(result.recipients).toEqual(['Như trên', 'UBND tỉnh', 'Lưu: VT'])
  })
})
