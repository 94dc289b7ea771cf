import { type IsoDate, longDate, printDate } from '../../kernel/dates.ts'
import { type Block, type IssuingBody, letterPaper, type Paper } from '../documents/index.ts'

/** An earlier letter on the matter. */
export type Cited = { number: string | null; date: IsoDate | null; day: IsoDate }

export type LetterContent = {
  kind: 'forward' | 'urge'
  from: IssuingBody
  to: string
  subject: string
  field: string
  /** Of the handling unit's letter: with the village. */
  place: string
  text: string
  origin: string
  voices: number
  receivedOn: IsoDate
  /** The term that has passed, or that is asked for. */
  due: { on: IsoDate; basis: string } | null
  earlier: Cited[]
  /** Where the people say that the answer has not settled the matter: the answer and what they say. */
  unsettled: { answer: Cited | null; said: string } | null
  day: IsoDate
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })

/** "Công văn số 12/MTTQ-BTT ngày 05 tháng 3 năm 2026"; one without a number by its day. */
export const citeLetter = ({ number, date, day }: Cited): string =>
  number ? `Công văn số ${number} ${longDate(date ?? day)}` : `công văn ngày ${printDate(day)}`

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} và ${parts.at(-1)}`

/** The words of a letter, one entry a paragraph: what the page shows before it leaves, and what the paper prints. */
export const letterText = (content: LetterContent): string[] => (content.kind === 'forward' ? forwardText : urgeText)(content)

function forwardText({ from, to, origin, voices, receivedOn, field, place, text, due }: LetterContent): string[] {
  const many = voices > 1 ? ` (${voices} ý kiến)` : ''
  return [
    `Ngày ${printDate(receivedOn)}, ${from.name} tiếp nhận kiến nghị qua ${origin.toLocaleLowerCase('vi')} tại ${place}, lĩnh vực ${field.toLocaleLowerCase('vi')}${many}, với nội dung như sau:`,
    ...text.split('\n').filter(line => line.trim() !== ''),
    `${from.name} chuyển nội dung kiến nghị nêu trên đến ${to} để xem xét, giải quyết theo thẩm quyền.`,
    `Đề nghị ${to} thông báo đã nhận và trả lời bằng văn bản${due ? ` trước hết ngày ${printDate(due.on)} (${due.basis})` : ''} để ${from.name} thông báo đến Nhân dân./.`,
  ]
}

function urgeText({ from, to, subject, place, earlier, due, unsettled }: LetterContent): string[] {
  const sent = `${from.name} đã gửi ${to} ${listed(earlier.map(citeLetter))} về kiến nghị “${subject}” tại ${place}.`
  const why = unsettled
    ? [
        `${to} đã trả lời${unsettled.answer ? ` tại ${citeLetter(unsettled.answer)}` : ''}. Kiểm tra lại tại cơ sở, Nhân dân cho biết nội dung kiến nghị chưa được giải quyết dứt điểm${unsettled.said ? `: ${unsettled.said}` : ''}.`,
      ]
    : [
        `Thời hạn trả lời là ngày ${due ? printDate(due.on) : '…'}${due ? ` (${due.basis})` : ''}; đến nay ${from.name} chưa nhận được văn bản trả lời.`,
      ]
  return [sent, ...why, `Đề nghị ${to} quan tâm giải quyết và trả lời bằng văn bản để ${from.name} thông báo đến Nhân dân./.`]
}

/** "V/v …" */
export const letterSubject = ({ kind, subject }: Pick<LetterContent, 'kind' | 'subject'>): string =>
  `V/v ${kind === 'forward' ? 'chuyển kiến nghị' : 'đôn đốc giải quyết kiến nghị'}: ${subject}`

/** The letter as a paper; number and date stay blank until the clerk gives them (NĐ 30/2020/NĐ-CP, Điều 15). */
export const letterOf = (content: LetterContent): Paper =>
  letterPaper(
    { bodies: [content.from], day: content.day, mark: 'DỰ THẢO' },
    { about: letterSubject(content), addressees: [content.to], blocks: letterText(content).map(paragraph) },
  )
