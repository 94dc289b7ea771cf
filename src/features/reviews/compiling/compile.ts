import { longDate, printDate } from '../../../kernel/dates.ts'
import type { ReportPeriod } from '../../../kernel/periods.ts'
import { capital } from '../../../kernel/vietnamese.ts'
import {
  type CompiledBlock,
  type CompiledReview,
  type CompileInput,
  EDITION,
  type ReviewHead,
  type Section,
  type Sentence,
} from '../contract.ts'
import { FigureBook } from '../figures.ts'
import { annexRows } from './annex.ts'
import { comingItems, gaps } from './gaps.ts'
import { honourBlocks } from './honours.ts'
import { leadership } from './leadership.ts'
import { movementBlocks } from './movements.ts'
import { petitionBlocks } from './petitions.ts'
import { listed } from './phrases.ts'
import { picturesOf } from './pictures.ts'
import { results } from './results.ts'
import { figure } from './sentences.ts'
import { supervisionBlocks } from './supervisions.ts'
import { termRows } from './term.ts'
import { moneyBySource } from './term-targets.ts'
import { calmTitle } from './titles.ts'

/**
 * A review as data, from what was recorded: parts I–V and the table of figures. Pure: the same input gives the same review.
 * Assessment, causes, directions and proposals are only ever what officers wrote.
 */
export function compile(input: CompileInput, book = new FigureBook(input)): CompiledReview {
  const done = results(book, input)
  const next = (blocks: readonly CompiledBlock[]) => blocks.filter(block => block.kind === 'heading').length + 1
  const seen = supervisionBlocks(book, input, next(done))
  const moved = movementBlocks(book, input, next([...done, ...seen]))
  const voices = petitionBlocks(book, input, next([...done, ...seen, ...moved]))
  const honoured = honourBlocks(book, input, next([...done, ...seen, ...moved, ...voices]))
  const blocks: CompiledBlock[] = [
    opening(input),
    ...following(input),
    part('I.', 'Tình hình, công tác lãnh đạo, chỉ đạo'),
    asked(input, 'leadership'),
    ...leadership(book, input),
    part('II.', 'Kết quả thực hiện các nội dung phối hợp'),
    overall(book, input),
    ...moneyBySource(book, input),
    ...done,
    ...seen,
    ...moved,
    ...voices,
    ...honoured,
    ...gaps(book, input, next([...done, ...seen, ...moved, ...voices, ...honoured])),
    ...assessment(input),
    part('IV.', `Phương hướng, nhiệm vụ ${nextPeriod(input.period)}`),
    asked(input, 'directions'),
    ...coming(input),
    part('V.', 'Kiến nghị, đề xuất'),
    asked(input, 'proposals'),
    closing(input),
  ]
  const pictures = picturesOf(book, input)
  return {
    edition: EDITION,
    head: headOf(input),
    blocks,
    pictures,
    annex: input.years.length > 0 ? termRows(book, input) : annexRows(book, input),
    figures: book.figures,
  }
}

const part = (label: string, text: string): CompiledBlock => ({ kind: 'heading', level: 1, label, text })
const under = (label: string, text: string, level: 2 | 3 = 2): CompiledBlock => ({ kind: 'heading', level, label, text })
const says = (pieces: Sentence): CompiledBlock => ({ kind: 'sentence', pieces, dash: false })
const asked = ({ texts }: CompileInput, section: Section, lead = ''): CompiledBlock => ({
  kind: 'asked',
  section,
  lead,
  text: texts[section] ?? '',
})

/** "sơ kết năm 2026", "tổng kết giai đoạn 2026–2030" */
export const reviewName = (period: ReportPeriod): string =>
  `${period.kind === 'final' ? 'tổng kết' : 'sơ kết'} ${periodName(period)}`

/** "6 tháng đầu năm 2026", "năm 2026", "giai đoạn 2026–2030" */
export function periodName({ kind, year, half, first = year }: ReportPeriod): string {
  if (kind === 'final') return `giai đoạn ${first}–${year}`
  if (kind === 'year') return `năm ${year}`
  return half === 1 ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`
}

function nextPeriod({ kind, year, half }: ReportPeriod): string {
  if (kind === 'final') return 'giai đoạn tiếp theo'
  return kind === 'half-year' && half === 1 ? `6 tháng cuối năm ${year}` : `năm ${year + 1}`
}

function headOf({ programme, parties, period }: CompileInput): ReviewHead {
  return {
    occasion: capital(reviewName(period)),
    subject: `thực hiện ${calmTitle(programme.title)}`,
    place: programme.place ?? parties[0]?.place ?? '',
    recipients: [...programme.recipients.filter(line => !/^lưu\b/iu.test(line)), 'Lưu: VT'],
    parties,
    period,
  }
}

function opening({ programme, parties, period }: CompileInput): CompiledBlock {
  const kind = capital(programme.kind)
  const number = programme.number ? ` số ${programme.number}` : ''
  const date = programme.date ? ` ${longDate(programme.date)}` : ''
  const names = listed(parties.map(party => party.name))
  const counted = `số liệu từ ngày ${printDate(period.from)} đến hết ngày ${printDate(period.to)}`
  return says([`Thực hiện ${kind}${number}${date}, ${names} báo cáo kết quả ${periodName(period)} (${counted}) như sau:`])
}

/** What a report is beside the one that was frozen before. */
function following({ follows, period }: CompileInput): CompiledBlock[] {
  if (!follows) return []
  const what = { replaces: 'thay thế', supplements: 'bổ sung, cập nhật số liệu của' }[follows.how]
  return [says([`Báo cáo này ${what} báo cáo ${reviewName(period)} đã chốt ngày ${printDate(follows.frozenOn)}.`])]
}

function overall(book: FigureBook, { period, before }: CompileInput): CompiledBlock {
  const now = book.enter({ kind: 'activities', from: period.from, to: period.to })
  if (now.value === 0) return says(['Trong kỳ chưa có hoạt động nào được ghi nhận.'])
  const money = book.enter({ kind: 'money', from: period.from, to: period.to })
  const past = book.enter({ kind: 'activities', ...before })
  return says([
    'Trong kỳ, các cơ quan đã thực hiện ',
    figure(book, now.query),
    ...(money.value > 0 ? [', tổng kinh phí ', figure(book, money.query)] : []),
    ...(past.value > 0 ? [` (cùng kỳ năm ${period.year - 1}: `, figure(book, past.query), ')'] : []),
    '. Kết quả theo từng nội dung như sau:',
  ])
}

const assessment = (input: CompileInput): CompiledBlock[] => [
  part('III.', 'Đánh giá chung'),
  under('1.', 'Ưu điểm'),
  asked(input, 'strengths'),
  under('2.', 'Tồn tại, hạn chế'),
  asked(input, 'difficulties'),
  under('3.', 'Nguyên nhân'),
  asked(input, 'causes-objective', 'Nguyên nhân khách quan'),
  asked(input, 'causes-subjective', 'Nguyên nhân chủ quan'),
  under('4.', 'Bài học kinh nghiệm'),
  asked(input, 'lessons'),
]

function coming(input: CompileInput): CompiledBlock[] {
  const items = comingItems(input)
  return items.length === 0
    ? []
    : [says([`Các nội dung của kế hoạch năm ${input.period.year} đến hạn sau kỳ báo cáo:`]), ...items]
}

function closing({ parties, period }: CompileInput): CompiledBlock {
  const names = listed(parties.map(party => party.name))
  return says([`Trên đây là báo cáo ${reviewName(period)} của ${names}.`])
}
