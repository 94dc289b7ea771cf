import { type IsoDate, longDate, printDate } from '../../kernel/dates.ts'
import {
  type IssuingBody,
  type LetterField,
  letterPaper,
  type Paper,
  paragraph,
  type Wording,
  wordedBlocks,
} from '../documents/index.ts'

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

/** "Công văn số 12/MTTQ-BTT ngày 05 tháng 3 năm 2026"; one without a number by its day. */
export const citeLetter = ({ number, date, day }: Cited): string =>
  number ? `Công văn số ${number} ${longDate(date ?? day)}` : `công văn ngày ${printDate(day)}`

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} và ${parts.at(-1)}`

/** What a letter says by default, with its facts. */
export const letterWording = (content: LetterContent): Wording => (content.kind === 'forward' ? forwarding : urging)(content)

/** The words of a letter, one entry a paragraph: what the page shows before it leaves. */
export const letterText = (content: LetterContent): string[] =>
  wordedBlocks(letterWording(content)).flatMap(block =>
    block.kind === 'paragraph' ? [block.runs.map(run => run.text).join('')] : [],
  )

const sidesOf = ({ from, to, subject, place }: LetterContent): LetterField[] => [
  { name: 'Cơ quan gửi', value: from.name },
  { name: 'Nơi nhận', value: to },
  { name: 'Kiến nghị', value: subject },
  { name: 'Địa bàn', value: place },
]

function forwarding(content: LetterContent): Wording {
  const { origin, voices, receivedOn, field, text, due } = content
  const many = voices > 1 ? ' ({Số ý kiến} ý kiến)' : ''
  const term = due ? ' trước hết ngày {Hạn trả lời} ({Căn cứ của hạn})' : ''
  return {
    words: [
      `Ngày {Ngày tiếp nhận}, {Cơ quan gửi} tiếp nhận kiến nghị qua {Nguồn} tại {Địa bàn}, lĩnh vực {Lĩnh vực}${many}, với nội dung như sau:`,
      '{Nội dung kiến nghị}',
      '{Cơ quan gửi} chuyển nội dung kiến nghị nêu trên đến {Nơi nhận} để xem xét, giải quyết theo thẩm quyền.',
      `Đề nghị {Nơi nhận} thông báo đã nhận và trả lời bằng văn bản${term} để {Cơ quan gửi} thông báo đến Nhân dân./.`,
    ],
    fields: [
      ...sidesOf(content),
      { name: 'Ngày tiếp nhận', value: printDate(receivedOn) },
      { name: 'Nguồn', value: origin.toLocaleLowerCase('vi') },
      { name: 'Lĩnh vực', value: field.toLocaleLowerCase('vi') },
      { name: 'Số ý kiến', value: String(voices) },
      {
        name: 'Nội dung kiến nghị',
        value: text
          .split('\n')
          .filter(line => line.trim() !== '')
          .map(paragraph),
        kept: true,
      },
      ...termOf(due),
    ],
  }
}

const termOf = (due: LetterContent['due']): LetterField[] =>
  due
    ? [
        { name: 'Hạn trả lời', value: printDate(due.on) },
        { name: 'Căn cứ của hạn', value: due.basis },
      ]
    : []

function urging(content: LetterContent): Wording {
  const { earlier, due, unsettled } = content
  const answer = unsettled?.answer ? ' tại {Văn bản trả lời}' : ''
  const said = unsettled?.said ? ': {Ý kiến tại cơ sở}' : ''
  const why = unsettled
    ? `{Nơi nhận} đã trả lời${answer}. Kiểm tra lại tại cơ sở, Nhân dân cho biết nội dung kiến nghị chưa được giải quyết dứt điểm${said}.`
    : `Thời hạn trả lời là ngày ${due ? '{Hạn trả lời} ({Căn cứ của hạn})' : '…'}; đến nay {Cơ quan gửi} chưa nhận được văn bản trả lời.`
  return {
    words: [
      '{Cơ quan gửi} đã gửi {Nơi nhận} {Công văn đã gửi} về kiến nghị “{Kiến nghị}” tại {Địa bàn}.',
      why,
      'Đề nghị {Nơi nhận} quan tâm giải quyết và trả lời bằng văn bản để {Cơ quan gửi} thông báo đến Nhân dân./.',
    ],
    fields: [
      ...sidesOf(content),
      { name: 'Công văn đã gửi', value: listed(earlier.map(citeLetter)), kept: true },
      ...(unsettled?.answer ? [{ name: 'Văn bản trả lời', value: citeLetter(unsettled.answer) }] : []),
      ...(unsettled?.said ? [{ name: 'Ý kiến tại cơ sở', value: unsettled.said }] : []),
      ...termOf(due),
    ],
  }
}

/** "V/v …" */
export const letterSubject = ({ kind, subject }: Pick<LetterContent, 'kind' | 'subject'>): string =>
  `V/v ${kind === 'forward' ? 'chuyển kiến nghị' : 'đôn đốc giải quyết kiến nghị'}: ${subject}`

/** The letter as a paper; number and date stay blank until the clerk gives them (NĐ 30/2020/NĐ-CP, Điều 15). */
export function letterOf(content: LetterContent, words?: string[]): Paper {
  const wording = letterWording(content)
  return letterPaper(
    { bodies: [content.from], day: content.day, mark: 'DỰ THẢO' },
    {
      about: letterSubject(content),
      addressees: [content.to],
      blocks: wordedBlocks({ ...wording, words: words ?? wording.words }),
    },
  )
}
