import { foldTone } from '../../../kernel/vietnamese.ts'
import { isCapitals } from './bodies.ts'
import { findLabel } from './labels.ts'
import type { Line } from './lines.ts'

/** What tells the end of a text: signature block and "Nơi nhận". */

/** Cells of a line set in columns by tabs or by runs of spaces. */
export const cellsOf = (text: string): string[] =>
  text
    .split(/\t+|\s{3,}/)
    .map(cell => cell.trim())
    .filter(Boolean)

export const isRecipientsHead = (cell: string): boolean => /^nơi (?:nhận|gửi)\s*(?::|$)/iu.test(cell)

/** "TM.", "KT.", "T/M", "ĐẠI DIỆN": for whom somebody signs. */
export const FOR = /^(?:(?:T[./]?M|K[./]?T|T[./]?L|T[./]?UQ|Q)\s*\.?\s*(?=\p{Lu}{2})|ĐẠI DIỆN(?![\p{L}])\s*)/u

const POST =
  /(?:^|(?<!^đoàn|\sđoàn)\s)(?:phó |quyền )?(?:chủ tịch|trưởng ban|trương ban|giám đốc|bí thư|chánh văn phòng|chánh án|chánh thanh tra|viện trưởng|chỉ huy trưởng|chính ủy|bộ trưởng|thứ trưởng|thủ tướng|chủ nhiệm|tổng thư ký|tổng giám đốc|tổng biên tập|trưởng phòng|trưởng đoàn|hiệu trưởng|cục trưởng|vụ trưởng|chi cục trưởng|ủy viên|tư lệnh|trưởng công an|phó trưởng|phó ban|đội trưởng|hội trưởng)(?![\p{L}])/u

const AUTHORITY_BODY =
  /^(?:ban|sở|ủy ban|ubnd|hđnd|hội|đoàn|công an|bộ|cục|tỉnh|huyện|thành|đảng|mặt trận|ubmttq|văn phòng|liên đoàn|tòa án|viện|đài|báo|trường|trung tâm|phòng|chính phủ|quốc hội|thường trực)/

export const isForLine = (cell: string): boolean => FOR.test(cell)

/** A line of a post: in capitals, or a post and nothing more. */
export const isPost = (cell: string): boolean => {
  const key = foldTone(cell.replace(FOR, ''))
  if (!POST.test(key)) return false
  return (
    isCapitals(cell) ||
    (key.split(' ').length <= 5 && /^(?:phó |quyền )?\p{L}/u.test(key) && POST.exec(key)?.index === 0 && !/[,;:.]$/.test(key))
  )
}

export const isBodyInCapitals = (cell: string): boolean =>
  isCapitals(cell) && (FOR.test(cell) || AUTHORITY_BODY.test(foldTone(cell)))

const RANK =
  /^(?:(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|đại tướng|ts\.?|ths\.?|pgs\.?|gs\.?|bs\.?|luật sư|linh mục|hòa thượng|thượng tọa|đại đức)\s*\.?\s+/iu
const NAME_WORD = /^\p{Lu}[\p{Ll}\p{M}]*(?:['’.-]?\p{Lu}?[\p{Ll}\p{M}]+)*$|^\p{Lu}$/u
const NO_NAME =
  /^(?:ban|sở|ủy|uỷ|hội|đoàn|chủ|phó|trưởng|nơi|lưu|tỉnh|huyện|thành|công an|bộ|như|phòng|văn phòng|giám đốc|đảng|mặt trận|thường|chánh|ngày|điều|phụ|kính|việt nam)(?![\p{L}])/iu

/** The person's name in a cell of a signature block, rank and degree left out. */
export const findPerson = (cell: string): string | null => {
  const bare = cell
    .replace(/^[([]?\s*đã ký\s*[)\]:]?\s*/iu, '')
    .replace(RANK, '')
    .replace(RANK, '')
    .trim()
  const words = bare.split(/\s+/)
  if (words.length < 2 || words.length > 7 || NO_NAME.test(bare) || isPost(bare)) return null
  return words.every(word => NAME_WORD.test(word)) ? bare : null
}

export const isSignedMark = (cell: string): boolean => /^[([]?\s*(?:đã ký|daky|ký tên|ký,|đã kí|signed)/iu.test(cell)

/** Whether the text ends before this line: it begins a signature block or the list of recipients. */
export const startsClosing = (lines: readonly Line[], i: number): boolean => {
  const line = lines[i]
  if (!line) return false
  const cells = cellsOf(line.text)
  if (cells.some(isRecipientsHead)) return true
  if (!cells.every(cell => isBodyInCapitals(cell) || isPost(cell)) || findLabel(line.text)) return false
  return leadsToName(lines, i)
}

/** Capitals, posts and marks of signing only, until a person's name or the recipients. */
const leadsToName = (lines: readonly Line[], from: number): boolean => {
  let posts = 0
  for (const line of lines.slice(from, from + 20)) {
    const cells = cellsOf(line.text)
    if (posts > 0 && cells.some(cell => findPerson(cell) || isRecipientsHead(cell))) return true
    if (cells.some(isRecipientsHead)) return true
    if (cells.some(cell => isPost(cell) || isForLine(cell))) posts++
    if (
      !cells.every(cell => isCapitals(cell) || isPost(cell) || isSignedMark(cell) || /^[-*_.\s]+$/.test(cell) || findPerson(cell))
    )
      return false
  }
  return false
}
