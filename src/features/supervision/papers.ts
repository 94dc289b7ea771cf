import { type IsoDate, printDate } from '../../kernel/dates.ts'
import { t } from '../../ui/messages/index.ts'
import { type Issue, type IssuingBody, type Paper, type PaperTable, writtenPaper } from '../documents/index.ts'
import type { LoadedOverall, LoadedRegister } from './load-papers.ts'
import { proposalsOf } from './overall.ts'
import { periodWords } from './periods.ts'
import { FORM_NAMES } from './words.ts'

/** Number and day stay blank until the clerk gives them (NĐ 30/2020/NĐ-CP, Điều 15). */
const draftOf = ({ from, day }: { from: IssuingBody; day: IsoDate }): Issue => ({ bodies: [from], day, mark: 'DỰ THẢO' })

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
export function registerPaper(loaded: LoadedRegister): Paper {
  const { from, period, figures: of, rows } = loaded
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
  return writtenPaper('review', draftOf(loaded), {
    subject: [subject],
    opening: [
      `Trong ${periodWords(period)}, ${from.name} đã tiến hành ${of.held} cuộc giám sát đối với ${of.works} công trình; ghi nhận ${of.found} phát hiện, gửi ${of.asked} kiến nghị.`,
      `Có ${of.repaired} kiến nghị đã được thực hiện, ${of.explained} kiến nghị đã được giải trình, đều đã xem lại tại chỗ. Nội dung cụ thể tại Phụ lục kèm theo.`,
    ],
    sections: [],
    recipients: ['Lưu: VT'],
    annexes: [{ title: subject, landscape: true, table }],
  })
}

/** The overall supervision of a year: what was found, one supervision after the other, and what it proposes for the next period. */
export function overallPaper(loaded: LoadedOverall): Paper {
  const { year, supervisions } = loaded
  const proposals = proposalsOf(supervisions)
  return writtenPaper('review', draftOf(loaded), {
    subject: [`Kết quả giám sát tổng thể năm ${year}`],
    sections: [
      {
        title: 'Kết quả giám sát',
        clauses: supervisions.map(one => ({
          text: `${[one.title, one.place].filter(Boolean).join(', ')}:`,
          under: one.findings.map(({ text, recommendation }) => ({
            text: `${text}${recommendation ? ` Kiến nghị: ${recommendation}` : ''}`,
          })),
        })),
      },
      {
        title: 'Đề xuất cho giai đoạn sau',
        clauses:
          proposals.length === 0
            ? [{ text: 'Chưa có đề xuất.' }]
            : proposals.map(({ text, from: places }) => ({ text: `${text} (${places.join('; ')})` })),
      },
    ],
    recipients: ['Lưu: VT'],
  })
}
