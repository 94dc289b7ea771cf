import { describe, expect, it } from 'vitest'
import { composePaper } from '../compose.ts'
import type { Paper, PaperProfile } from '../contract.ts'
import * as samples from '../fixtures/sample-papers.ts'
import { decidingAuthority } from './decision.ts'

const KINDS: [make: (profile: PaperProfile) => Paper, title: string, state: string, party: string][] = [
  [samples.programme, 'CHƯƠNG TRÌNH', 'Số: 05/CTrPH-MTTQ-SDTTG', 'Số 05-CTrPH/BTGDVTU-SDTTG'],
  [samples.plan, 'KẾ HOẠCH', 'Số: 05/KH-MTTQ-SDTTG', 'Số 05-KH/BTGDVTU-SDTTG'],
  [samples.review, 'BÁO CÁO', 'Số: 05/BC-MTTQ-SDTTG', 'Số 05-BC/BTGDVTU-SDTTG'],
  [samples.amendment, 'CHƯƠNG TRÌNH', 'Số: 05/CTrPH-MTTQ-SDTTG', 'Số 05-CTrPH/BTGDVTU-SDTTG'],
  [samples.invitation, 'GIẤY MỜI', 'Số: 05/GM-MTTQ-SDTTG', 'Số 05-GM/BTGDVTU-SDTTG'],
  [samples.minutes, 'BIÊN BẢN', 'Số: 05/BB-MTTQ-SDTTG', 'Số 05-BB/BTGDVTU-SDTTG'],
  [samples.memorandum, 'BẢN GHI NHỚ', 'Số: 05/BGN-MTTQ-SDTTG', 'Số 05-BGN/BTGDVTU-SDTTG'],
  [samples.agreement, 'BẢN THỎA THUẬN', 'Số: 05/BTT-MTTQ-SDTTG', 'Số 05-BTT/BTGDVTU-SDTTG'],
  [samples.decision, 'QUYẾT ĐỊNH', 'Số: 05/QĐ-SDTTG', 'Số 05-QĐ/BTGDVTU'],
  [samples.letter, '', 'Số: 05/SDTTG', 'Số 05-CV/BTGDVTU'],
]

describe.each(KINDS)('%o', (make, title, state, party) => {
  it('has its name, its number and its end in each form', () => {
    const [front, old, new_] = (['nd30', 'hd36', 'hd05'] as const).map(profile => composePaper(make(profile)))
    expect([front!.typeName, front!.head.number]).toEqual([title, state])
    expect([old!.head.number, new_!.head.number]).toEqual([party, party])
    const end = (sheet: typeof front) => {
      const last = sheet!.blocks.at(-1)
      return last?.kind === 'paragraph' ? last.runs.at(-1)!.text.slice(-3) : ''
    }
    expect(end(front)).toBe('./.')
    expect(end(new_)).not.toBe('./.')
  })
})

describe('a decision', () => {
  it('names who decides above its bases and numbers its articles', () => {
    const sheet = composePaper(samples.decision('nd30'))
    expect(sheet.decree).toEqual({ authority: 'GIÁM ĐỐC SỞ DÂN TỘC VÀ TÔN GIÁO TỈNH SƠN HÀ', word: 'QUYẾT ĐỊNH:' })
    expect(sheet.blocks.map(block => 'label' in block && block.label)).toEqual(['Điều 1.', 'Điều 2.', 'Điều 3.'])
  })

  it('is made by the head, or by an organ that decides together', () => {
    expect(decidingAuthority(samples.DEPARTMENT)).toBe('Giám đốc Sở Dân tộc và Tôn giáo tỉnh Sơn Hà')
    expect(decidingAuthority(samples.COMMISSION)).toBe('Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy Sơn Hà')
    expect(decidingAuthority(samples.FRONT)).toBe('Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà')
  })
})

describe('minutes', () => {
  it('are signed by the secretary at the left and the chair at the right', () => {
    const [row] = composePaper(samples.minutes('nd30')).signatures
    expect(row!.map(cell => cell!.lines[0]!.text)).toEqual(['THƯ KÝ', 'CHỦ TRÌ'])
  })
})
