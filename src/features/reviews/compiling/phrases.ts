import { type ActivityKind, type KindBook, nameOfKind } from '../../activities/index.ts'
import type { MoneySource, Sentence } from '../contract.ts'

/** What is told in place of a count that gives somebody away. */
export const COUNT_WORDS = { few: 'dưới 05', some: 'từ 05 trở lên' } as const

/**
 * How a kind of work is told: "Đã {doing} 02 lớp {work} với 117 lượt người {people}". `reached` says the linking word
 * for what is neither people nor told well by "với": "tại 05 điểm".
 */
type Phrase = { doing: string; work: string; people: string; reached?: { unit: string; link: string } }

const told = (doing: string, work: string, people = 'tham gia', unit = '', link = ''): Phrase =>
  unit === '' ? { doing, work, people } : { doing, work, people, reached: { unit, link } }

const PHRASES: Record<ActivityKind, Phrase> = {
  communication: told('tổ chức', 'tuyên truyền, vận động', 'tham dự'),
  'legal-education': told('tổ chức', 'phổ biến, giáo dục pháp luật', 'tham dự'),
  training: told('tổ chức', 'tập huấn, bồi dưỡng', 'tham dự'),
  'voter-contact': told('tổ chức', 'tiếp xúc, đối thoại', 'tham dự'),
  visit: told('tổ chức', 'thăm hỏi, tặng quà', 'được thăm hỏi, tặng quà'),
  meeting: told('tổ chức', 'họp, gặp mặt đại biểu', 'tham dự'),
  exchange: told('tổ chức', 'giao lưu'),
  conference: told('tổ chức', 'hội nghị, hội thảo', 'tham dự'),
  congress: told('tổ chức', 'đại hội', 'tham dự'),
  commendation: told('biểu dương, khen thưởng', '', '', 'cá nhân', 'và'),
  survey: told('tiến hành', 'khảo sát, nắm tình hình', 'tham gia', 'điểm', 'tại'),
  inspection: told('tiến hành', 'kiểm tra', 'tham gia', 'đơn vị', 'tại'),
  supervision: told('tiến hành', 'giám sát', 'tham gia', 'công trình', 'đối với'),
  critique: told('gửi', 'phản biện xã hội, góp ý'),
  advice: told('gửi', 'tham mưu, đề xuất'),
  drafting: told('soạn thảo', 'văn bản, tài liệu'),
  urging: told('thực hiện', 'đôn đốc', 'tham gia', 'đơn vị', 'đối với'),
  'grassroots-trip': told('thực hiện', 'đi cơ sở', 'tham gia', 'xã', 'tại'),
  guidance: told('tổ chức', 'hướng dẫn', 'được hướng dẫn', 'đơn vị', 'cho'),
  appraisal: told('tham gia', 'thẩm định, nghiệm thu', 'tham gia', 'thành viên hội đồng', 'với'),
  staffing: told('thực hiện', 'công tác cán bộ'),
  support: told('thực hiện', 'chế độ, chính sách, hỗ trợ', '', 'suất', 'với'),
  information: told('gửi', 'thông tin', 'nhận', 'cơ quan nhận', 'tới'),
  model: told('xây dựng', 'mô hình'),
  other: told('thực hiện', ''),
}

const isKnown = (kind: string): kind is ActivityKind => Object.hasOwn(PHRASES, kind)

/** A province's own kind is told by its name. */
export const phraseOf = (kinds: KindBook, kind: string): Phrase =>
  isKnown(kind) ? PHRASES[kind] : told('thực hiện', inSentence(nameOfKind(kinds, kind)))

/** A name inside a sentence; what stands in capitals stays so. */
export const inSentence = (name: string): string =>
  /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)

/** Work by papers and instructions, counted in part I. */
export const LEADERSHIP_KINDS: string[] = ['advice', 'drafting', 'urging', 'guidance'] satisfies ActivityKind[]

const OF_PEOPLE = /người|học viên|đại biểu|hội viên|đoàn viên|cán bộ/u

/** What leads to the reached side and what closes it: " với 117 lượt người tham dự", " tại 05 điểm". */
export function linksOf({ people, reached }: Phrase, units: readonly string[]): [link: string, close: string] {
  if (units.every(unit => OF_PEOPLE.test(unit))) return [' với ', people === '' ? '' : ` ${people}`]
  return [reached && units.every(unit => unit === reached.unit) ? ` ${reached.link} ` : ' với ', '']
}

/** " mô hình" after "02 mô hình" would be said twice. */
export const workAfter = (unit: string, work: string): string => (work === '' || work.startsWith(unit) ? '' : ` ${work}`)

/** "a", "a và b", "a, b và c" of sentence parts. */
export function joined(parts: readonly Sentence[]): Sentence {
  return parts.flatMap((part, index) => {
    if (index === 0) return part
    return [index === parts.length - 1 ? ' và ' : ', ', ...part]
  })
}

/** "A", "A và B", "A, B và C" of names. */
export const listed = (names: readonly string[]): string => textOf(joined(names.map(name => [name])))

/** A sentence as plain text. */
export const textOf = (pieces: Sentence): string => pieces.map(piece => (typeof piece === 'string' ? piece : piece.text)).join('')

/** What pays, as reports name it. */
export const MONEY_SOURCE_NAMES: Readonly<Record<MoneySource, string>> = {
  own: 'dự toán của cơ quan',
  ntp: 'chương trình mục tiêu quốc gia',
  other: 'nguồn khác',
  several: 'nhiều nguồn',
  none: 'chưa có dự toán',
}
