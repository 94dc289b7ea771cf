import { describe, expect, it } from 'vitest'
import { composePaper } from './compose.ts'
import type { Paper } from './contract.ts'
import { partyProgramme } from './fixtures/programme.ts'
import { halfYearReview } from './fixtures/review.ts'

const review = (change: Partial<Paper> = {}) => composePaper({ ...halfYearReview(), ...change })
const [lead, second] = halfYearReview().signatures
const department = { name: 'Sở Dân tộc và Tôn giáo', parent: 'Ủy ban nhân dân tỉnh Sơn Hà' }

describe('the head of a paper', () => {
  it('stands the bodies of a joint state paper under one another, the lead first, names parted where their place begins', () => {
    expect(review().head.issuers).toEqual([
      { text: 'ỦY BAN MẶT TRẬN TỔ QUỐC\nVIỆT NAM TỈNH SƠN HÀ', role: 'body', starts: false },
      { text: 'ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ', role: 'parent', starts: true },
      { text: 'SỞ DÂN TỘC VÀ TÔN GIÁO\nTỈNH SƠN HÀ', role: 'body', starts: false },
    ])
  })

  it('prints a shared parent once', () => {
    const { issuers } = review({ bodies: [department, { ...department, name: 'Sở Nội vụ' }] }).head
    expect(issuers.map(line => line.text)).toEqual(['ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ', 'SỞ DÂN TỘC VÀ TÔN GIÁO', 'SỞ NỘI VỤ'])
  })

  it('joins the bodies of a joint Party paper with dashes', () => {
    const { issuers, number } = composePaper(partyProgramme('hd05', '2026-06-05')).head
    expect(issuers.map(line => line.text)).toEqual([
      'BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY SƠN HÀ - SỞ DÂN TỘC VÀ TÔN GIÁO TỈNH SƠN HÀ - HỘI NÔNG DÂN TỈNH SƠN HÀ',
    ])
    expect(number).toBe('Số 05-CTr/BTGDVTU-SDTTG-HND')
  })

  it('does not say the committee of a single Party body again under it', () => {
    const parent = 'Tỉnh ủy Sơn Hà'
    const commission = { name: `Ban Tuyên giáo và Dân vận ${parent}`, parent }
    const { issuers } = composePaper({ ...partyProgramme('hd05', '2026-06-05'), bodies: [commission] }).head
    expect(issuers.map(line => line.text)).toEqual(['TỈNH ỦY SƠN HÀ', 'BAN TUYÊN GIÁO\nVÀ DÂN VẬN'])
  })
})

describe('signatures', () => {
  it('stand with the lead at the right, each naming its body', () => {
    const [row] = review().signatures
    expect(row![1]!.lines.map(line => line.text)).toEqual([
      'TM. BAN THƯỜNG TRỰC',
      'ỦY BAN MẶT TRẬN TỔ QUỐC\nVIỆT NAM TỈNH SƠN HÀ',
      'PHÓ CHỦ TỊCH',
    ])
    expect(row![0]!.lines.map(line => line.text)).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'SỞ DÂN TỘC VÀ TÔN GIÁO\nTỈNH SƠN HÀ'])
  })

  it('go on below from the third', () => {
    const rows = review({ signatures: [lead!, second!, { ...second!, name: 'C' }, { ...second!, name: 'D' }] }).signatures
    expect(rows.map(row => row.map(cell => cell?.name))).toEqual([
      ['Nguyễn Vũ Quỳnh Phượng', 'Đinh Thị Ngọc Hường'],
      ['C', 'D'],
    ])
  })

  it('do not repeat the body on a paper of one body', () => {
    const { signatures, joint } = review({ signatures: [second!] })
    expect(joint).toBe(false)
    expect(signatures).toEqual([[null, { lines: expect.anything(), name: 'Nguyễn Vũ Quỳnh Phượng' }]])
    expect(signatures[0]![1]!.lines.map(line => line.text)).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'])
  })

  it('print a position under an authority in bold by NĐ 30, regular by the Party', () => {
    expect(review().signatures[0]![0]!.lines[1]).toEqual({ text: 'PHÓ GIÁM ĐỐC', bold: true })
    const party = composePaper(partyProgramme('hd05', '2026-06-05')).signatures[0]!
    expect(party[0]!.lines[1]).toEqual({ text: 'PHÓ GIÁM ĐỐC', bold: false })
    expect(party[1]!.lines[0]).toEqual({ text: 'TRƯỞNG BAN', bold: true })
  })
})

describe('the text of a paper', () => {
  it('ends with "./." by NĐ 30 and with "." in the Party', () => {
    const blocks: Paper['blocks'] = [{ kind: 'paragraph', runs: [{ text: 'Đề nghị các cơ quan thực hiện. ' }] }]
    expect(review({ blocks }).blocks).toEqual([{ kind: 'paragraph', runs: [{ text: 'Đề nghị các cơ quan thực hiện./.' }] }])
    expect(review({ blocks, profile: 'hd05' }).blocks).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Đề nghị các cơ quan thực hiện.' }] },
    ])
  })

  it('closes legal bases and recipients by the rules of the profile', () => {
    const bases = ['Căn cứ A;', '- Căn cứ B']
    expect(review({ bases, profile: 'hd05' }).bases).toEqual(['- Căn cứ A;', '- Căn cứ B.'])
    expect(review({ bases: ['Căn cứ A', 'Căn cứ B'], profile: 'hd36' }).bases).toEqual(['Căn cứ A;', 'Căn cứ B,'])
    expect(review({ recipients: ['Như trên;', 'Lưu: VT.'] }).recipients!.items).toEqual(['- Như trên;', '- Lưu: VT.'])
    expect(review({ recipients: ['Như trên', 'Lưu'], profile: 'hd36' }).recipients!.items).toEqual(['- Như trên,', '- Lưu.'])
  })

  it('ties each annex to its paper', () => {
    expect(review({ number: '5', date: '2026-07-02', bodies: [department] }).annexes[0]!.reference).toBe(
      '(Kèm theo Báo cáo số 05/BC-UBMTTQ-SDTTG ngày 02 tháng 7 năm 2026 của Sở Dân tộc và Tôn giáo)',
    )
    expect(review({ typeName: '', symbol: 'SDTTG', bodies: [department] }).annexes[0]!.reference).toMatch(
      /^\(Kèm theo Công văn số /,
    )
  })

  it('loses control characters but no letter and no line break', () => {
    expect(review({ subject: ['a\u0000b\uFEFFc\r\nd\te\u{D800}', 'Vie\u0323\u0302t'] }).subject).toEqual([
      'abc\nd e\uFFFD',
      'Việt',
    ])
  })

  it('refuses a table whose cells do not fit its columns', () => {
    const columns = [{ title: 'TT', width: 1, align: 'left' as const }]
    const table = { caption: null, columns, rows: [{ cells: ['1', '2'] }] }
    expect(() => review({ blocks: [{ kind: 'table', table }] })).toThrow(RangeError)
  })
})
