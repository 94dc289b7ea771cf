import { printDate } from '../../kernel/dates.ts'
import { printMoney } from '../../kernel/numbers.ts'
import { type Block, type Issue, letterPaper, type Paper, type PaperTable, paperOf } from '../documents/index.ts'
import { citeProgramme } from '../programmes/index.ts'
import type { PackageContent, PackedActivity } from './contract.ts'
import { calledIn } from './figures.ts'
import { amountsText, figureText, heldText, inSentence, subjectOf, sumsText } from './words.ts'

/** `day` is of the sending, else today: it decides the form of the paper. */
export type LetterState = { sent: boolean; day: string }

/**
 * The letter that goes with a package (công văn). Number and date stay blank: the clerk gives both in the body's own register
 * (NĐ 30/2020/NĐ-CP, Điều 15).
 */
export const letterOf = (content: PackageContent, state: LetterState): Paper =>
  letterPaper(issueOf(content, state), { about: subjectOf(content), addressees: [content.to.name], blocks: textOf(content) })

/** The table of activities and figures by itself, to be read and copied from. */
export function annexOf(content: PackageContent, state: LetterState): Paper {
  const { from, to, label, period } = content
  return paperOf('letter', issueOf(content, state), {
    typeName: 'Phụ lục',
    subject: [
      `Hoạt động và số liệu ${inSentence(label)} của ${from.name}`,
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

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
const dashes = (lines: readonly string[]): Block[] =>
  lines.map((line, at) => {
    const text = `${line}${at === lines.length - 1 ? '.' : ';'}`
    return { kind: 'paragraph', level: 4, label: '-', runs: [{ text }] }
  })

function textOf(content: PackageContent): Block[] {
  const { from, to, label, period, note, figures, activities, files } = content
  const days = `số liệu từ ngày ${printDate(period.from)} đến hết ngày ${printDate(period.to)}`
  const many = `Trong kỳ đã thực hiện ${activities.length} hoạt động (danh mục tại Phụ lục kèm theo), gồm:`
  return [
    paragraph(
      `Thực hiện ${citeProgramme(content.programme)}, ${from.name} cung cấp thông tin ${inSentence(label)} (${days}) như sau:`,
    ),
    ...note.split('\n').flatMap(line => (line.trim() === '' ? [] : [paragraph(line.trim())])),
    ...(activities.length === 0
      ? [paragraph(`Trong kỳ, ${from.name} không ghi nhận hoạt động nào.`)]
      : [paragraph(many), ...dashes(figures.map(one => `${calledIn(one)}: ${figureText(one)}`))]),
    ...(files.length > 0 ? [paragraph('Tài liệu gửi kèm:'), ...dashes(files.map(file => file.name))] : []),
    paragraph(`Đề nghị ${to.name} xác nhận đã nhận, hoặc trả lại và nêu rõ lý do./.`),
  ]
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
