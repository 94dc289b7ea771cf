import { printDate } from '../../kernel/dates.ts'
import { printMoney } from '../../kernel/numbers.ts'
import { lowered } from '../../kernel/vietnamese.ts'
import {
  annexLabel,
  type Block,
  type Issue,
  letterPaper,
  type Paper,
  type PaperTable,
  paperOf,
  paragraph,
  profileOf,
  type Wording,
  wordedBlocks,
} from '../documents/index.ts'
import { citeProgramme } from '../programmes/index.ts'
import type { PackageContent, PackedActivity } from './contract.ts'
import { calledIn } from './figures.ts'
import { amountsText, figureText, heldText, subjectOf, sumsText } from './words.ts'

/** `day` is of the sending, else today: it decides the form of the paper. */
export type LetterState = { sent: boolean; day: string }

/**
 * The letter that goes with a package (công văn). Number and date stay blank: the clerk gives both in the body's own register
 * (NĐ 30/2020/NĐ-CP, Điều 15).
 */
export const letterOf = (content: PackageContent, state: LetterState, words?: string[]): Paper => {
  const wording = letterWording(content)
  const blocks = wordedBlocks({ ...wording, words: words ?? wording.words })
  return letterPaper(issueOf(content, state), { about: subjectOf(content), addressees: [content.to.name], blocks })
}

/** The letter as it is issued: with its table as an annex of the same file, which is signed with it. */
export function letterWithAnnex(content: PackageContent, state: LetterState, words?: string[]): Paper {
  const letter = letterOf(content, state, words)
  if (content.activities.length === 0) return letter
  const { subject, blocks } = annexOf(content, state)
  const label = annexLabel(profileOf(issueOf(content, state)), 1, 1)
  return { ...letter, annexes: [{ label, title: subject[0]!, blocks, landscape: false }] }
}

/** The table of activities and figures by itself, to be read and copied from. */
export function annexOf(content: PackageContent, state: LetterState): Paper {
  const { from, to, label, period } = content
  return paperOf('letter', issueOf(content, state), {
    typeName: 'Phụ lục',
    subject: [
      `Hoạt động và số liệu ${lowered(label)} của ${from.name}`,
      `(Kèm theo Công văn gửi ${to.name}; số liệu từ ngày ${printDate(period.from)} đến hết ngày ${printDate(period.to)})`,
    ],
    blocks: [
      { kind: 'table', table: figureTable(content) },
      { kind: 'table', table: activityTable(content.activities) },
    ],
    signatures: [],
  })
}

const issueOf = ({ from, signer }: PackageContent, { sent, day }: LetterState): Issue => ({
  bodies: [{ ...from, signer }],
  day,
  mark: sent ? null : 'DỰ THẢO',
})

const dashes = (lines: readonly string[]): Block[] =>
  lines.map((line, at) => {
    const text = `${line}${at === lines.length - 1 ? '.' : ';'}`
    return { kind: 'paragraph', level: 4, label: '-', runs: [{ text }] }
  })

/** What the letter says by default, with its facts; what the sender has written to it was agreed to by the leader and stays. */
export function letterWording({ from, to, label, period, programme, note, figures, activities, files }: PackageContent): Wording {
  const lines = note.split('\n').filter(line => line.trim() !== '')
  return {
    words: [
      'Thực hiện {Căn cứ}, {Cơ quan gửi} cung cấp thông tin {Kỳ thông tin} ({Thời gian của số liệu}) như sau:',
      ...(lines.length > 0 ? ['{Nội dung thông tin}'] : []),
      ...(activities.length === 0
        ? ['Trong kỳ, {Cơ quan gửi} không ghi nhận hoạt động nào.']
        : ['Trong kỳ đã thực hiện {Số hoạt động} hoạt động (danh mục tại Phụ lục kèm theo), gồm:', '{Số liệu}']),
      ...(files.length > 0 ? ['Tài liệu gửi kèm:', '{Tài liệu gửi kèm}'] : []),
      'Đề nghị {Nơi nhận} xác nhận đã nhận, hoặc trả lại và nêu rõ lý do./.',
    ],
    fields: [
      { name: 'Căn cứ', value: citeProgramme(programme) },
      { name: 'Cơ quan gửi', value: from.name },
      { name: 'Nơi nhận', value: to.name },
      { name: 'Kỳ thông tin', value: lowered(label) },
      {
        name: 'Thời gian của số liệu',
        value: `số liệu từ ngày ${printDate(period.from)} đến hết ngày ${printDate(period.to)}`,
        kept: true,
      },
      ...(lines.length > 0
        ? [{ name: 'Nội dung thông tin', value: lines.map(line => paragraph(line.trim())), kept: true as const }]
        : []),
      { name: 'Số hoạt động', value: String(activities.length) },
      ...(activities.length > 0
        ? [{ name: 'Số liệu', value: dashes(figures.map(one => `${calledIn(one)}: ${figureText(one)}`)), kept: true as const }]
        : []),
      ...(files.length > 0
        ? [{ name: 'Tài liệu gửi kèm', value: dashes(files.map(file => file.name)), kept: true as const }]
        : []),
    ],
  }
}

function figureTable({ figures }: PackageContent): PaperTable {
  const rows = figures.map((one, at) => ({
    cells: [String(at + 1), calledIn(one), String(one.activities), sumsText(one), one.money > 0 ? printMoney(one.money) : ''],
  }))
  const columns = [
    { title: 'TT', width: 1, align: 'center' as const },
    { title: 'Loại việc', width: 6, align: 'left' as const },
    { title: 'Số hoạt động', width: 2, align: 'right' as const },
    { title: 'Kết quả', width: 6, align: 'left' as const },
    { title: 'Kinh phí', width: 3, align: 'right' as const },
  ]
  return { caption: 'Số liệu', columns, rows }
}

function activityTable(activities: readonly PackedActivity[]): PaperTable {
  const rows = activities.map((one, at) => ({
    cells: [String(at + 1), heldText(one), one.title, one.place, amountsText(one)],
  }))
  const columns = [
    { title: 'TT', width: 1, align: 'center' as const },
    { title: 'Thời gian', width: 3, align: 'left' as const },
    { title: 'Hoạt động', width: 6, align: 'left' as const },
    { title: 'Địa điểm', width: 4, align: 'left' as const },
    { title: 'Kết quả', width: 4, align: 'left' as const },
  ]
  return { caption: 'Hoạt động', columns, rows }
}
