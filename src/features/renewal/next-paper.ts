import { type IsoDate, longDate } from '../../kernel/dates.ts'
import { type Block, type Paper, paperOf, paragraph } from '../documents/index.ts'
import type { Party } from '../programmes/index.ts'
import type { EndingProgramme } from './load-next.ts'
import { type NextClause, nextText } from './next-text.ts'

export type NextPaper = {
  ending: readonly EndingProgramme[]
  /** The parties under the names of the day. */
  issuers: readonly Party[]
  from: number
  to: number
  today: IsoDate
}

/** The draft of the programme that follows, in the official layout (NĐ 30/2020/NĐ-CP, Phụ lục I): what was agreed, line by line. */
export function nextPaper({ ending, issuers, from, to, today }: NextPaper): Paper {
  const names = issuers.map(party => party.name).join(' và ')
  const place = ending[0]?.place
  const bodies = issuers.map(party => ({ ...party, place: place ?? party.place, signer: null }))
  const period = `giai đoạn ${from} - ${to}`
  const cited = ending.map(citedAs)
  const opening = `Tiếp nối ${cited.join(' và ')}, ${names} thống nhất ban hành Chương trình phối hợp công tác ${period}, như sau:`
  const recipients = ending[0]?.recipients ?? []
  return paperOf(
    'joint-programme',
    { bodies, day: today, mark: 'DỰ THẢO' },
    {
      subject: [`phối hợp công tác giữa ${names}`, period],
      typeName: 'Chương trình',
      bases: cited.map(one => `Căn cứ kết quả thực hiện ${one}`),
      blocks: [paragraph(opening), ...nextText(ending.map(programme => programme.lines.map(lineOf))).map(blockOf)],
      recipients: recipients.length > 0 ? recipients : [...issuers.map(party => party.name), 'Lưu: VT'],
    },
  )
}

const lineOf = (line: EndingProgramme['lines'][number]) => ({ ...line, settled: line.agreed })

/** "Chương trình số 07/CTrPH-MTTQ-SDTTG ngày 12 tháng 01 năm 2026"; without a number by its title. */
const citedAs = ({ number, date, title }: EndingProgramme): string =>
  number ? `Chương trình số ${number}${date ? ` ${longDate(date)}` : ''}` : title

function blockOf({ depth, label, heading, text }: NextClause): Block {
  if (heading) return { kind: 'heading', level: depth === 0 ? 1 : 2, label, text }
  return { kind: 'paragraph', level: 3, label, runs: [{ text }] }
}
