import { describe, expect, it } from 'vitest'
import { parseText } from '../../../formats/text/parse.ts'
import { readProgramme } from './read-programme.ts'
import type { Commitment, ImportResult } from './result.ts'

const read = (text: string): ImportResult => readProgramme(parseText(Buffer.from(text)))
const pathsOf = (result: ImportResult): string[] => result.clauses.map(clause => clause.path)
const at = (result: ImportResult, path: string): Commitment[] => result.commitments.filter(duty => duty.clause === path)
const names = (result: ImportResult): string[] => result.parties.map(party => party.name)

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
