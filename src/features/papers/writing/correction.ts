import { longDate } from '../../../kernel/dates.ts'
import { capital, lowered } from '../../../kernel/vietnamese.ts'
import {
  type Block,
  type Issue,
  type LetterField,
  letterPaper,
  type Paper,
  profileOf,
  type Wording,
  wordedBlocks,
} from '../../documents/index.ts'
import { nameOf } from '../kinds.ts'
import { type Correction, SLIPS, type Slip } from './contract.ts'

/** The paper that is corrected, as its letter cites it. */
export type Amended = { kind: string; cited: string; dated: string; subject: string }

const SLIP_WORDS: Record<Slip, string> = {
  form: 'thể thức',
  technique: 'kỹ thuật trình bày',
  procedure: 'thủ tục ban hành',
}
const RULE = 'khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư'

/** Công văn đính chính (NĐ 30/2020/NĐ-CP, Điều 18, khoản 3): what was printed and how it is to be read; its words may be changed around that. */
export function correctionLetter(
  issue: Issue,
  amended: Amended,
  written: Correction,
  words?: string[],
): { paper: Paper; wording: Wording } {
  const wording = { words: defaultWords(profileOf(issue) === 'nd30'), fields: fieldsOf(issue, amended, written) }
  const paper = letterPaper(issue, {
    about: `V/v đính chính ${named(amended)}`,
    addressees: written.addressees,
    blocks: wordedBlocks({ ...wording, words: words ?? wording.words }),
    recipients: [...issue.bodies.slice(1).map(body => body.name), 'Lưu: VT'],
  })
  return { paper, wording }
}

const defaultWords = (byDecree: boolean): string[] => [
  '{Cơ quan gửi} đã ban hành {Văn bản được đính chính}.',
  `Qua rà soát, văn bản nêu trên có sai sót về {Loại sai sót}.${byDecree ? ` Căn cứ ${RULE},` : ''} {Cơ quan gửi} đính chính như sau:`,
  '{Nội dung đính chính}',
  'Các nội dung khác của {Số và ngày của văn bản} không thay đổi.',
  '{Cơ quan gửi} thông báo để các cơ quan, đơn vị nhận văn bản biết và thực hiện.',
]

const fieldsOf = ({ bodies }: Issue, amended: Amended, { slips, errors }: Correction): LetterField[] => [
  { name: 'Cơ quan gửi', value: bodies.map(body => body.name).join(' và ') },
  { name: 'Văn bản được đính chính', value: `${cite(amended)} ${matterOf(amended)}`, kept: true },
  { name: 'Số và ngày của văn bản', value: cite(amended) },
  {
    name: 'Loại sai sót',
    value: SLIPS.filter(slip => slips.includes(slip))
      .map(slip => SLIP_WORDS[slip])
      .join(', '),
  },
  { name: 'Nội dung đính chính', value: errors.map(correctedBlock), kept: true },
]

/** "1. Dòng 4, trang 2: in là “…”, sửa thành “…”." One alone bears no number. */
const correctedBlock = (
  { where, wrong, right }: Correction['errors'][number],
  at: number,
  { length }: readonly unknown[],
): Block => ({
  kind: 'paragraph',
  ...(length > 1 ? { level: 2 as const, label: `${at + 1}.` } : {}),
  runs: [{ text: `${capital(where)}: đã in là “${wrong}”, nay sửa lại là “${right}”.` }],
})

/** "Báo cáo số 05/BC-MTTQ-SDTTG", "… ngày 15 tháng 7 năm 2026" */
const named = ({ kind, cited }: Amended): string => `${nameOf(kind)} số ${cited}`
const cite = (amended: Amended): string => `${named(amended)} ${longDate(amended.dated)}`

/** "về việc mời họp" of a letter; "sơ kết 6 tháng đầu năm 2026" of a report, as its title goes on in a sentence. */
function matterOf({ subject }: Amended): string {
  const matter = subject.replace(/^(?:V\/v|Về việc)\s+/iu, 'về việc ')
  const [first = ''] = matter.split(' ')
  const isName = first.length > 1 && first === first.toLocaleUpperCase('vi')
  return isName ? matter : lowered(matter)
}
