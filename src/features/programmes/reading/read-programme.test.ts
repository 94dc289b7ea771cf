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

// A Party layout: "I-", "1-", mixed dashes and bullets, Cyrillic look-alikes in the numbers, signers side by side.
const party = `BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY -   ĐẢNG CỘNG SẢN VIỆT NAM
SỞ DÂN TỘC VÀ TÔN GIÁO TỈNH SƠN HÀ
*
Số 05-СТrPH/ВТGDVTU-SDTTG      Sơn Hà, ngày 12 tháng 3 năm 2026

CHƯƠNG TRÌNH
phối hợp công tác dân vận vùng đồng bào dân tộc thiểu số giữa Ban Tuyên giáo
và Dân vận Tỉnh ủy với Sở Dân tộc và Tôn giáo giai đoạn 2026 – 2030
-----

- Căn cứ Quy định số 05-QĐ/ТW, ngày 02/01/2026 của Ban Bí thư;
- Căn cứ Chương trình phối hợp số 03-CTrPH/BTGDVTW-BDTTG ngày 20/01/2026 giữa Ban Tuyên giáo và Dân vận Trung ương và Bộ Dân tộc và Tôn giáo về phối hợp công tác,
Hai cơ quan thống nhất ban hành Chương trình phối hợp như sau:

I- MỤC ĐÍCH, YÊU CẦU
1- Nâng cao hiệu quả công tác.
2- Bảo đảm thiết thực.
II- NỘI DUNG PHỐI HỢP
1- Công tác tuyên truyền
• Tuyên truyền chủ trương, đường lối của Đảng qua báo, đài;
• Định kỳ hằng quý tổ chức giao ban, trao đổi thông tin;
2- Công tác nắm tình hình
– Nắm tình hình tư tưởng, tâm trạng xã hội; kịp thời báo cáo Thường trực Tỉnh ủy.
— Mỗi năm tổ chức 02 đoàn khảo sát tại cơ sở.
* Riêng vùng biên giới:
- Tổ chức thăm, tặng 100 suất quà cho già làng, người có uy tín dịp Tết Nguyên đán.
- Phối hợp Bộ đội Biên phòng tỉnh, Công an tỉnh tuyên truyền pháp luật.
III- PHÂN CÔNG TRÁCH NHIỆM
1- Ban Tuyên giáo và Dân vận Tỉnh ủy
1.1- Chủ trì xây dựng kế hoạch năm.
1.2- Hướng dẫn cấp dưới.
2- Sở Dân tộc và Tôn giáo
2.1- Tham mưu Ủy ban nhân dân tỉnh bố trí kinh phí.
2.2- Hoàn thành báo cáo trước ngày 30/11 hằng năm.
IV- TỔ CHỨC THỰC HIỆN
1- Giao Phòng Dân vận (Ban Tuyên giáo và Dân vận Tỉnh ủy) và Phòng Chính sách (Sở Dân tộc và Tôn giáo) làm đầu mối tham mưu.
2- Định kỳ 6 tháng, 1 năm sơ kết; năm 2030 tổng kết.

T/M SỞ DÂN TỘC VÀ TÔN GIÁO            T/M BAN TUYÊN GIÁO VÀ DÂN VẬN
GIÁM ĐỐC                              K/T TRƯỞNG BAN
                                      PHÓ TRƯỞNG BAN THƯỜNG TRỰC


Y Thanh Hà Niê                        Đại tá Nguyễn Văn Bình

Nơi nhận:
- Ban Tuyên giáo và Dân vận Trung ương,
- Thường trực Tỉnh ủy,
- Lưu VT.

Ký bởi: VĂN THƯ BAN TUYÊN GIÁO VÀ DÂN VẬN
Email: vanthu@sonha.dcs.vn
Cơ quan: Tỉnh ủy Sơn Hà
Ngày ký: 2026-03-13 08:04:51 +07:00`

describe('a programme in the Party layout', () => {
  const result = read(party)

  it('reads the head through look-alike letters', () => {
    expect(result.number).toBe('05-CTrPH/BTGDVTU-SDTTG')
    expect(result.parent).toMatchObject({ number: '03-CTrPH/BTGDVTW-BDTTG', date: '2026-01-20' })
    expect(result.citations[0]).toMatchObject({ number: '05-QĐ/TW', date: '2026-01-02' })
    expect(result.period).toEqual({ from: 2026, to: 2030 })
    expect(names(result)).toEqual(['Ban Tuyên giáo và Dân vận Tỉnh ủy', 'Sở Dân tộc và Tôn giáo'])
  })

  it('counts bullets by their mark, all dashes as one', () => {
    expect(pathsOf(result).filter(path => path.startsWith('II/'))).toEqual([
      'II/1',
      'II/1/•1',
      'II/1/•2',
      'II/2',
      'II/2/-1',
      'II/2/-2',
      'II/2/*1',
      'II/2/*1/-1',
      'II/2/*1/-2',
    ])
  })

  it('reads signers side by side, with rank and authority left out', () => {
    expect(result.signatories.map(({ name, body }) => [name, body])).toEqual([
      ['Y Thanh Hà Niê', 'Sở Dân tộc và Tôn giáo'],
      ['Nguyễn Văn Bình', 'Ban Tuyên giáo và Dân vận'],
    ])
    expect(result.focalUnits).toEqual(['Phòng Dân vận', 'Phòng Chính sách'])
  })

  it('takes the printed electronic signature out of the text', () => {
    expect(result.signatures).toEqual([
      { name: 'VĂN THƯ BAN TUYÊN GIÁO VÀ DÂN VẬN', email: 'vanthu@sonha.dcs.vn', signedAt: '2026-03-13T08:04:51+07:00' },
    ])
    expect(result.recipients).toEqual(['Ban Tuyên giáo và Dân vận Trung ương', 'Thường trực Tỉnh ủy', 'Lưu VT'])
  })

  it('leads by a heading that is only a name, and joins third bodies as others', () => {
    expect(at(result, 'III/2/2.1')[0]).toMatchObject({ lead: ['Sở Dân tộc và Tôn giáo'], advises: ['Ủy ban nhân dân tỉnh'] })
    expect(at(result, 'II/2/*1/-2')[0]).toMatchObject({ lead: names(result), others: ['Bộ đội Biên phòng tỉnh', 'Công an tỉnh'] })
  })
})

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

const one = (text: string): Commitment[] =>
  read(
    `CHƯƠNG TRÌNH\nPhối hợp công tác giữa Sở Dân tộc và Tôn giáo với Công an tỉnh giai đoạn 2026-2030\nI. NỘI DUNG PHỐI HỢP\n${text}`,
  ).commitments

describe('duties', () => {
  it('divides at sentences, semicolons and “đồng thời”, each with its own span', () => {
    const text = '1. Tuyên truyền pháp luật; nắm tình hình cơ sở, đồng thời phản ánh kịp thời. Hằng năm tổ chức gặp mặt.'
    expect(one(text).map(duty => duty.text)).toEqual([
      'Tuyên truyền pháp luật',
      'nắm tình hình cơ sở',
      'đồng thời phản ánh kịp thời.',
      'Hằng năm tổ chức gặp mặt.',
    ])
  })

  it('does not divide in quotes, in lists of papers or before what is no act', () => {
    expect(one('1. Triển khai phong trào “Đoàn kết; tự quản. Văn minh”; trọng tâm là vùng cao.')).toHaveLength(1)
    expect(one('1. Tham mưu thực hiện Quyết định số 1/QĐ-UBND ngày 2/1/2026; Kế hoạch số 2/KH-UBND ngày 3/1/2026.')).toHaveLength(
      1,
    )
  })

  it('gives continuous work to leaves under a heading that says so, where they tell no other time', () => {
    const duties = one('1. Các nhiệm vụ thường xuyên\n- Nắm tình hình.\n- Năm 2028 khảo sát.')
    expect(duties.map(duty => duty.schedules.map(time => time.kind))).toEqual([['continuous'], ['by']])
  })

  it('finds no duty in money and effect', () => {
    expect(
      one('1. Kinh phí thực hiện do ngân sách bảo đảm.\n2. Chương trình có hiệu lực kể từ ngày ký.\n3. Báo cáo kết quả.').map(
        duty => duty.clause,
      ),
    ).toEqual(['I/3'])
  })

  it('lets “hai cơ quan” lead together after a frame of time', () => {
    expect(one('1. Kết thúc giai đoạn, trên cơ sở kết quả, hai cơ quan tổng kết.')[0]?.lead).toEqual([
      'Sở Dân tộc và Tôn giáo',
      'Công an tỉnh',
    ])
  })
})
