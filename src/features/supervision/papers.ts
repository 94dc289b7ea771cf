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
    ['Nơi, chủ đầu tư', 3.8],
    ['Ngày xem', 2.6],
    ['Phát hiện', 5],
    ['Kiến nghị', 5],
    ['Trả lời', 3.8],
    ['Tình trạng', 2.6],
  ] as const
).map(([title, width], at) => ({ title, width, align: at === 0 || at === 3 ? 'center' : 'left' }))

/** What the figures say; of what there was none nothing is said to have been done. */
function openingOf({ from, period, figures: of }: LoadedRegister): string[] {
  const within = `Trong ${periodWords(period)}, ${from.name}`
  if (of.held === 0) return [`${within} chưa tiến hành cuộc giám sát nào.`]
  const settled = [
    ...(of.repaired > 0 ? [`${of.repaired} kiến nghị đã được thực hiện`] : []),
    ...(of.explained > 0 ? [`${of.explained} kiến nghị đã được giải trình`] : []),
  ]
  const came =
    settled.length > 0
      ? `Có ${settled.join(', ')}; đã xem lại tại chỗ. `
      : of.asked > 0
        ? 'Chưa có kiến nghị nào được thực hiện hoặc giải trình và xem lại tại chỗ. '
        : ''
  return [
    `${within} đã tiến hành ${of.held} cuộc giám sát đối với ${of.works} công trình; ghi nhận ${of.found} phát hiện, gửi ${of.asked} kiến nghị.`,
    `${came}Nội dung cụ thể tại Phụ lục kèm theo.`,
  ]
}

/** The report on a period with the register of its supervisions as an annex. */
export function registerPaper(loaded: LoadedRegister): Paper {
  const { period, rows } = loaded
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
    opening: openingOf(loaded),
    sections: [],
    recipients: ['Lưu: VT'],
    annexes: rows.length === 0 ? [] : [{ title: subject, landscape: true, table }],
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
          text: `${[one.title, one.place].filter(Boolean).join(', ')}: ${one.findings.length > 0 ? '' : 'không có phát hiện.'}`.trim(),
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
            : proposals.map(({ text, from: places }) => ({ text: `${text.replace(/[\s.;]+$/u, '')} (${places.join('; ')}).` })),
      },
    ],
    recipients: ['Lưu: VT'],
  })
}
