import { printNumber } from '../../../kernel/numbers.ts'
import type { Sentence } from '../contract.ts'

/** How a kind of work is told: "Đã {doing} 02 lớp {work} với 117 lượt người {people}". */
type Phrase = { doing: string; work: string; people: string }

const told = (doing: string, work: string, people = 'tham gia'): Phrase => ({ doing, work, people })

const PHRASES: Record<string, Phrase> = {
  communication: told('tổ chức', 'tuyên truyền, vận động', 'tham dự'),
  movement: told('tổ chức', 'hưởng ứng phong trào thi đua, cuộc vận động'),
  training: told('tổ chức', 'tập huấn, bồi dưỡng', 'tham dự'),
  supervision: told('tiến hành', 'giám sát'),
  inspection: told('tiến hành', 'kiểm tra'),
  survey: told('tiến hành', 'khảo sát'),
  critique: told('tổ chức', 'phản biện xã hội'),
  opinion: told('tổ chức', 'nắm tình hình, tâm tư, nguyện vọng của Nhân dân'),
  petition: told('thực hiện', 'phản ánh, kiến nghị với cơ quan có thẩm quyền'),
  'voter-contact': told('tổ chức', 'tiếp xúc cử tri', 'tham dự'),
  model: told('xây dựng', 'mô hình'),
  commendation: told('tổ chức', 'biểu dương, khen thưởng', 'được biểu dương, khen thưởng'),
  visit: told('tổ chức', 'thăm hỏi, chúc mừng, tặng quà', 'được thăm hỏi, tặng quà'),
  meeting: told('tổ chức', 'gặp mặt, họp mặt', 'tham dự'),
  information: told('thực hiện', 'trao đổi, cung cấp thông tin'),
  congress: told('tổ chức', 'đại hội', 'tham dự'),
  planning: told('xây dựng', 'kế hoạch'),
  cascade: told('hướng dẫn ký kết', 'chương trình phối hợp ở cấp dưới'),
  guidance: told('thực hiện', 'chỉ đạo, hướng dẫn', 'được hướng dẫn'),
  urging: told('thực hiện', 'đôn đốc'),
  review: told('tổ chức', 'sơ kết, tổng kết', 'tham dự'),
  research: told('thực hiện', 'nghiên cứu, thẩm định'),
  advice: told('thực hiện', 'tham mưu'),
  drafting: told('thực hiện', 'soạn thảo, góp ý văn bản'),
  'grassroots-trip': told('tổ chức', 'đi cơ sở'),
  twinning: told('thực hiện', 'kết nghĩa'),
  cadre: told('thực hiện', 'công tác cán bộ'),
  benefit: told('thực hiện', 'hỗ trợ, chính sách', 'được thụ hưởng'),
}

/** A kind that has no words of its own is told by its number and unit alone. */
const PLAIN: Phrase = told('thực hiện', '')

export const phraseOf = (kind: string): Phrase => PHRASES[kind] ?? PLAIN

/** Work by papers and instructions, counted in part I. */
export const LEADERSHIP_KINDS = ['planning', 'cascade', 'guidance', 'urging', 'advice', 'drafting']

/** "mô hình" after "02 mô hình" would be said twice. */
export function workAfter(unit: string, work: string): string {
  const rest = work === unit ? '' : work.startsWith(`${unit} `) ? work.slice(unit.length + 1) : work
  return rest === '' ? '' : ` ${rest}`
}

/** Numbers as papers print them: whole ones below ten with a zero, "02", "117", "1.433". */
export const printCount = (value: number): string =>
  Number.isInteger(value) && value > 0 && value < 10 ? `0${value}` : printNumber(value)

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
