import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseText } from '../../../formats/text/parse.ts'
import { findLabel, romanValue } from './labels.ts'
import { readProgramme } from './read-programme.ts'
import type { ImportResult } from './result.ts'

const read = (text: string): ImportResult => readProgramme(parseText(Buffer.from(text)))
const pathsOf = (text: string): string[] => read(text).clauses.map(clause => clause.path)

describe('labels', () => {
  it.each([
    ['III. NỘI DUNG', 'III'],
    ['II- NỘI DUNG', 'II'],
    ['Điều 5. Trách nhiệm', 'Điều 5'],
    ['Điều 5a. Trách nhiệm', 'Điều 5a'],
    ['Chương IV', 'Chương IV'],
    ['PHẦN THỨ HAI', 'Phần thứ hai'],
    ['1. Mục đích', '1'],
    ['1/ Mục đích', '1'],
    ['1- Mục đích', '1'],
    ['1.2.3. Tổ chức', '1.2.3'],
    ['1.2 Tổ chức', '1.2'],
    ['đ) Báo cáo', 'đ'],
    ['(2) Vận động', '2'],
    ['– Vận động', '-'],
    ['• Vận động', '•'],
  ])('%s is labelled %s', (line, name) => {
    expect(findLabel(line)?.name).toBe(name)
  })

  it.each([
    '01/CT-TTg ngày 09/01/2015',
    '1.433 hộ nghèo',
    '12/3/2026',
    'Điều 5 của Quy chế này',
    '-----',
    'T/M BAN THƯỜNG VỤ',
    '2030 theo kế hoạch',
  ])('%s carries none', line => {
    expect(findLabel(line)).toBeNull()
  })

  it('reads Roman numerals and refuses wrong ones', () => {
    expect(['I', 'IV', 'IX', 'XIV', 'XL'].map(romanValue)).toEqual([1, 4, 9, 14, 40])
    expect(['IIII', 'VX', ''].map(romanValue)).toEqual([null, null, null])
  })
})

describe('the outline', () => {
  it('lets a dash that returns after a plus go on with the dash list', () => {
    expect(pathsOf('I. NỘI DUNG\n1. Việc chung\n- Một\n- Hai:\n+ Hai a\n+ Hai b\n- Ba')).toEqual([
      'I',
      'I/1',
      'I/1/-1',
      'I/1/-2',
      'I/1/-2/+1',
      'I/1/-2/+2',
      'I/1/-3',
    ])
  })

  it('keeps printed numbers and letters, with a question where one comes twice or is missing', () => {
    const result = read('I. NỘI DUNG\n1. Một\n2. Hai\n2. Hai nữa\n4. Bốn\nk) Ca\nk) Ca nữa\nl) Lờ')
    expect(result.clauses.map(clause => clause.path)).toEqual(['I', 'I/1', 'I/2', 'I/2(2)', 'I/4', 'I/4/k', 'I/4/k(2)', 'I/4/l'])
    expect(result.questions.map(question => question.at)).toEqual(expect.arrayContaining(['I/2(2)', 'I/4', 'I/4/k(2)']))
  })

  it('hangs decimals under the clause they extend, or under the section', () => {
    expect(
      pathsOf(
        'I. MỘT\n1. Việc\n1.1. Việc nhỏ\n1.1.1. Việc nhỏ hơn\n1.2. Việc khác\nII. HAI\n2.1. Không có mục hai\n2.2. Cũng vậy',
      ),
    ).toEqual(['I', 'I/1', 'I/1/1.1', 'I/1/1.1/1.1.1', 'I/1/1.2', 'II', 'II/2.1', 'II/2.2'])
  })

  it('reads parts, capitals, sections and letters in their order', () => {
    const text =
      'Phần thứ nhất\nQUY ĐỊNH\nA. MỤC ĐÍCH\nI. Chung\n1. Một\na) Điểm a\nđ) Điểm đ\nB. YÊU CẦU\n1. Một\nPhần thứ hai\nTỔ CHỨC\n1. Một'
    expect(pathsOf(text)).toEqual([
      'Phần thứ nhất',
      'Phần thứ nhất/A',
      'Phần thứ nhất/A/I',
      'Phần thứ nhất/A/I/1',
      'Phần thứ nhất/A/I/1/a',
      'Phần thứ nhất/A/I/1/đ',
      'Phần thứ nhất/B',
      'Phần thứ nhất/B/1',
      'Phần thứ hai',
      'Phần thứ hai/1',
    ])
  })

  it('counts starred groups above the dashes they head', () => {
    expect(pathsOf('I. NỘI DUNG\n- Một.\n* Riêng vùng cao:\n- Hai.\n* Riêng biên giới:\n- Ba.')).toEqual([
      'I',
      'I/-1',
      'I/*1',
      'I/*1/-1',
      'I/*2',
      'I/*2/-1',
    ])
  })

  it('joins what only a broken line made look like a clause', () => {
    const text = [
      'I. NỘI DUNG',
      '1. Tổ chức thực hiện các chương trình phát triển kinh tế',
      '',
      '- xã hội theo đề án phát triển nguồn nhân lực giai đoạn 2026',
      '',
      '- 2030 và định hướng đến năm 2035 theo quy định tại khoản',
      '',
      '3. Điều 12 của Quy chế này và công tác Thi đua',
      '',
      '- Khen thưởng ở vùng đồng bào dân tộc thiểu số',
      '',
      '2. Tuyên truyền cho đồng bào dân tộc thiểu số',
      '- Hằng tháng',
      '+ Tin vùng cao',
    ].join('\n')
    expect(pathsOf(text)).toEqual(['I', 'I/1', 'I/2', 'I/2/-1', 'I/2/-1/+1'])
  })

  it('leaves out page numbers and running heads, also in the middle of a sentence', () => {
    const text =
      'I. NỘI DUNG\n1. Tuyên truyền ở các\nChương trình phối hợp A - B\n2\nxã vùng cao.\n2. Kiểm tra\nChương trình phối hợp A - B\n3\ncác thôn.\n- 4 -\n3. Sơ kết.'
    expect(read(text).clauses.map(clause => clause.text)).toEqual([
      'NỘI DUNG',
      'Tuyên truyền ở các xã vùng cao.',
      'Kiểm tra các thôn.',
      'Sơ kết.',
    ])
  })

  it('keeps the span of what is printed and heals only the text', () => {
    const text = 'I. NỘI DUNG\n1.  Thƣờng xuyên   trao đổi\n\nthông tin.'
    const source = parseText(Buffer.from(text.normalize('NFD')))
    const clause = readProgramme(source).clauses[1]
    expect(clause?.text).toBe('Thường xuyên trao đổi thông tin.')
    expect(clause?.source).toBe('1.  Thƣờng xuyên   trao đổi\n\nthông tin.')
    expect(clause?.source).toBe(source.text.slice(...(clause?.span ?? [0, 0])))
  })
})

type Tree = { children: Tree[] }
const treeOf = (depth: number): fc.Arbitrary<Tree> =>
  depth === 0 ? fc.constant({ children: [] }) : fc.record({ children: fc.array(treeOf(depth - 1), { maxLength: 4 }) })

const ROMANS = ['I', 'II', 'III', 'IV', 'V']
const LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e']
const LEVELS = [
  (i: number) => ({ label: `${ROMANS[i]}.`, name: ROMANS[i] ?? '' }),
  (i: number) => ({ label: `${i + 1}.`, name: String(i + 1) }),
  (i: number) => ({ label: `${LETTERS[i]})`, name: LETTERS[i] ?? '' }),
  (i: number) => ({ label: '-', name: `-${i + 1}` }),
  (i: number) => ({ label: '+', name: `+${i + 1}` }),
]

/** Prints a tree as a document and tells the paths it must be read back with. */
const print = (trees: readonly Tree[], depth = 0, above = ''): { lines: string[]; paths: string[] } => {
  const level = LEVELS[depth]
  if (!level) return { lines: [], paths: [] }
  const parts = trees.map((node, i) => {
    const { label, name } = level(i)
    const path = above ? `${above}/${name}` : name
    const below = print(node.children, depth + 1, path)
    const end = below.lines.length ? ':' : '.'
    return {
      lines: [`${label} Việc số ${'một hai ba bốn năm'.split(' ')[i]}${end}`, ...below.lines],
      paths: [path, ...below.paths],
    }
  })
  return { lines: parts.flatMap(part => part.lines), paths: parts.flatMap(part => part.paths) }
}

describe('any printed outline', () => {
  it('is read back with the same tree of labels', () => {
    fc.assert(
      fc.property(fc.array(treeOf(4), { minLength: 1, maxLength: 4 }), fc.boolean(), (trees, spaced) => {
        const { lines, paths } = print(trees)
        expect(pathsOf(lines.join(spaced ? '\n\n' : '\n'))).toEqual(paths)
      }),
      { seed: 20260112, numRuns: 150 },
    )
  })
})
