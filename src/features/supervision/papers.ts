import { type IsoDate, printDate, yearOf } from '../../kernel/dates.ts'
import { t } from '../../ui/messages/index.ts'
import { type Block, issuerOf, type Paper, type PaperTable, profileFor, signatureFor, symbolFor } from '../documents/index.ts'
import type { Issuer, LoadedOverall, LoadedRegister } from './load-papers.ts'
import { proposalsOf } from './overall.ts'
import { periodWords } from './periods.ts'
import { FORM_NAMES } from './words.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
const heading = (label: string, text: string): Block => ({ kind: 'heading', level: 2, label, text })

/** Head and foot of a report of one body; number and day stay blank until the clerk gives them (NĐ 30/2020/NĐ-CP, Điều 15). */
function headOf(from: Issuer, day: IsoDate): Omit<Paper, 'subject' | 'blocks' | 'annexes'> {
  const profile = profileFor(issuerOf(from.kind), day)
  return {
    profile,
    bodies: [{ name: from.name, parent: from.superior }],
    number: null,
    symbol: symbolFor(profile, 'BC', [from.symbol]),
    place: from.place,
    date: null,
    year: yearOf(day),
    typeName: 'Báo cáo',
    addressees: [],
    bases: [],
    signatures: [signatureFor(from, profile, from.signer)],
    recipients: ['Lưu: VT'],
    language: 'vi',
    mark: 'DỰ THẢO',
  }
}

const COLUMNS: PaperTable['columns'] = (
  [
    ['TT', 1.1],
    ['Cuộc giám sát', 5],
    ['Nơi, chủ đầu tư', 4],
    ['Ngày xem', 2.2],
    ['Phát hiện', 5],
    ['Kiến nghị', 5],
    ['Trả lời', 4],
    ['Tình trạng', 2.6],
  ] as const
).map(([title, width], at) => ({ title, width, align: at === 0 || at === 3 ? 'center' : 'left' }))

/** The report on a period with the register of its supervisions as an annex. */
export function registerPaper({ from, period, figures: of, rows, day }: LoadedRegister): Paper {
  const subject = `Kết quả giám sát ${periodWords(period)}`
  const table = {
    caption: null,
    columns: COLUMNS,
    rows: rows.map((row, at) => ({
      cells: [
        String(at + 1),
        `${row.title}\n(${FORM_NAMES[row.form]})`,
        [row.object, row.place, row.investor].filter(Boolean).join('\n'),
        printDate(row.heldOn),
        row.found.join('\n'),
        row.asked.join('\n'),
        row.answer,
        t(`state.${row.state}`),
      ],
    })),
  }
  return {
    ...headOf(from, day),
    subject: [subject],
    blocks: [
      paragraph(
        `Trong ${periodWords(period)}, ${from.name} đã tiến hành ${of.held} cuộc giám sát đối với ${of.works} công trình; ghi nhận ${of.found} phát hiện, gửi ${of.asked} kiến nghị.`,
      ),
      paragraph(
        `Có ${of.repaired} kiến nghị đã được thực hiện, ${of.explained} kiến nghị đã được giải trình, đều đã xem lại tại chỗ. Nội dung cụ thể tại Phụ lục kèm theo.`,
      ),
    ],
    annexes: [{ label: 'Phụ lục', title: subject, landscape: true, blocks: [{ kind: 'table', table }] }],
  }
}

/** The overall supervision of a year: what was found, one supervision after the other, and what it proposes for the next period. */
export function overallPaper({ from, year, supervisions, day }: LoadedOverall): Paper {
  const proposals = proposalsOf(supervisions)
  return {
    ...headOf(from, day),
    subject: [`Kết quả giám sát tổng thể năm ${year}`],
    blocks: [
      heading('I.', 'Kết quả giám sát'),
      ...supervisions.flatMap((one, at): Block[] => [
        paragraph(`${at + 1}. ${[one.title, one.place].filter(Boolean).join(', ')}:`),
        ...one.findings.map(({ text, recommendation }) =>
          paragraph(`- ${text}${recommendation ? ` Kiến nghị: ${recommendation}` : ''}`),
        ),
      ]),
      heading('II.', 'Đề xuất cho giai đoạn sau'),
      ...(proposals.length === 0
        ? [paragraph('Chưa có đề xuất.')]
        : proposals.map(({ text, from: places }) => paragraph(`- ${text} (${places.join('; ')})`))),
    ],
    annexes: [],
  }
}
