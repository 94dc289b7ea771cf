import { fromCapitals, isCapitals, nameKey, startsNamedBody, trimName } from './bodies.ts'
import { cellsOf } from './closing.ts'
import type { Line } from './lines.ts'
import { KIND_LINE } from './zones.ts'

/** What stands above the first clause. `issuers` are the bodies at the top left; `opening` the sentences under the title. */
export type Header = {
  title: string
  kind: string
  number: string | null
  date: string | null
  place: string | null
  issuers: string[]
  opening: string[]
}

const MOTTO =
  /^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc\.?|\*|[-–—_*=.\s]+)$/iu
const NUMBER = /^số\s*:?\s*((?:\d{1,5}[A-Za-z]?)?\s*[/-]?\s*[^\s,;]*(?:\s?[-/]\s?[^\s,;]+)*)/iu
const PLACE_DATE =
  /^([\p{L}\s.'’-]{2,40}?)\s*,\s*(?:ngày\s+)(\d{0,2}|[.…_\s]*)\s*(?:tháng\s+|[/.-])(\d{0,2}|[.…_\s]*)\s*(?:năm\s+|[/.-])(\d{4})\s*\.?$/iu
const OPENING =
  /^[-–—*•]?\s*(?:căn cứ|thực hiện|triển khai|thi hành|xét|theo|để|sau khi|trên cơ sở|nhằm|tiếp tục|hôm nay|phát huy|với|trong|xuất phát|quyết định|nay|kính gửi)(?![\p{L}])/iu

/** A broken line may begin with such a word too, but small. */
const opens = (text: string): boolean => OPENING.test(text) && !/^\p{Ll}/u.test(text)

export const readHeader = (lines: readonly Line[]): Header => {
  const cells = lines.flatMap(line => cellsOf(line.text))
  const number = cells.map(cell => findNumber(cell)).find(Boolean) ?? null
  const dated = cells.map(cell => PLACE_DATE.exec(cell)).find(Boolean)
  const at = lines.findIndex(line => isTitle(line.text))
  const { words, end } = titleWords(lines, at)
  const opening = paragraphs(lines.slice(end))
  const title = oneLine(words)
  return {
    title: title.split(' ').length > 3 ? title : (titleInOpening(opening, title) ?? title),
    kind: kindOf(title),
    number,
    date: dated ? isoDate(dated) : null,
    place: dated?.[1]?.trim() ?? null,
    issuers: issuersOf(at < 0 ? lines : lines.slice(0, at)),
    opening,
  }
}

const isTitle = (text: string): boolean => KIND_LINE.test(text) && (isCapitals(text) || text.split(' ').length <= 4)

const findNumber = (cell: string): string | null => {
  const found = NUMBER.exec(cell)?.[1]?.replace(/\s+/g, '').replace(/–/g, '-') ?? ''
  return /^\d/.test(found) && /\p{L}|\d$/u.test(found) ? found.replace(/[.,;]+$/, '') : null
}

const isoDate = (match: RegExpExecArray): string | null => {
  const [day, month] = [Number(match[2]), Number(match[3])]
  if (!(day >= 1 && day <= 31 && month >= 1 && month <= 12)) return null
  return `${match[4]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The title: its kind and the lines under it until the sentences begin; a title printed twice counts once. */
const titleWords = (lines: readonly Line[], at: number): { words: string[]; end: number } => {
  if (at < 0) return { words: [], end: 0 }
  const words: string[] = []
  let end = at
  for (const { text } of lines.slice(at)) {
    if (end > at && ((opens(text) && !isSubject(lines.slice(end), end - at)) || isDecree(text) || MOTTO.test(text))) {
      if (!MOTTO.test(text)) break
    } else if (end > at && isTitle(text) && nameKey(text) === nameKey(words[0] ?? '')) words.length = 0
    if (end > at + 1 && /[.;:]$/.test(text) && !isCapitals(text)) break
    if (!MOTTO.test(text)) words.push(text)
    end++
  }
  return { words, end }
}

/** "Thực hiện …" right under a bare kind is its subject, unless a full stop or colon makes it a sentence of the opening. */
const isSubject = (lines: readonly Line[], below: number): boolean => {
  if (below !== 1 || !/^(?:thực hiện|triển khai|tiếp tục)(?![\p{L}])/iu.test(lines[0]?.text ?? '')) return false
  for (const [i, { text }] of lines.entries()) {
    if (text.startsWith('(') || MOTTO.test(text) || (i > 0 && opens(text))) return true
    if (/[.;:]$/.test(text)) return false
  }
  return true
}

/** The authority that decides, in capitals under the subject of a decision ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"). */
const isDecree = (text: string): boolean =>
  isCapitals(text) &&
  /^(?:CHỦ TỊCH|ỦY BAN|UỶ BAN|THỦ TƯỚNG|HỘI ĐỒNG|BAN THƯỜNG|BỘ TRƯỞNG|GIÁM ĐỐC|QUYẾT ĐỊNH\s*:|BAN CHẤP HÀNH|TỈNH ỦY)/u.test(text)

const oneLine = (words: readonly string[]): string => {
  const [first = '', ...rest] = words.map(fromCapitals)
  const joined = rest.map(text =>
    text.replace(/^(?:Giữa|Về|Của|Ban hành|Phối hợp|Quy định|Thực hiện|Triển khai|Giai đoạn|Năm|Trên)(?![\p{L}])/u, word =>
      word.toLowerCase(),
    ),
  )
  return [first, ...joined].join(' ').replace(/\s+/g, ' ').trim()
}

/** A title that is a bare kind: the sentence "… thống nhất xây dựng Chương trình …, như sau:" tells the rest. */
const titleInOpening = (opening: readonly string[], kind: string): string | null => {
  if (!kind) return null
  const told = new RegExp(
    `(?:xây dựng|ban hành|ký kết|thống nhất)\\s+(${kind}\\s.{10,300}?)(?:,?\\s*(?:cụ thể\\s*)?(?:như sau|gồm|với các nội dung).*|[.:;].*)?$`,
    'iu',
  )
  for (const text of opening.toReversed()) {
    const found = told.exec(text)?.[1]
    if (found) return found.replace(/[,;:\s]+$/, '')
  }
  return null
}

const KINDS =
  /^(chương trình|kế hoạch liên tịch|kế hoạch|quy chế|qui chế|quy định|nghị quyết liên tịch|nghị quyết|quyết định|hướng dẫn liên tịch|hướng dẫn|đề án|phương án|bản thỏa thuận|bản thoả thuận|thỏa thuận|thoả thuận|thông tri|chỉ thị|kết luận|thông báo|bản ghi nhớ|điều lệ|nội quy|danh sách|danh mục)(?![\p{L}])/iu

const kindOf = (title: string): string => KINDS.exec(title)?.[1]?.toLowerCase() ?? ''

/** The last base may end with a comma; the bodies that agree stand below it. */
const ENDED_BASE = /^[-–—*•]?\s*(?:căn cứ|xét|theo)(?![\p{L}]).*,$/iu

/** Sentences of the opening, broken lines joined. */
const paragraphs = (lines: readonly Line[]): string[] => {
  const found: string[] = []
  for (const { text } of lines) {
    const last = found.at(-1)
    if (last !== undefined && ENDED_BASE.test(last) && startsNamedBody(text) && !/^\p{Ll}/u.test(text)) found.push(text)
    else if (last !== undefined && !/[.;:,]$/.test(last) && !opens(text)) found[found.length - 1] = `${last} ${text}`
    else if (last?.endsWith(',') && !opens(text)) found[found.length - 1] = `${last} ${text}`
    else found.push(text)
  }
  return found.map(text => text.replace(/\s+/g, ' '))
}

/** A line that breaks off inside a name. */
const HALF_NAME =
  /(?:^|\s)(?:BỘ CHỈ HUY|BỘ TƯ LỆNH|BAN CHỈ HUY|BAN THƯỜNG TRỰC|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|VĂN PHÒNG|THƯỜNG TRỰC|ĐOÀN)$/u

/** Joint bodies stand with dashes between them; without, the lines name the superior first and the issuer last. */
const issuersOf = (lines: readonly Line[]): string[] => {
  const words = lines
    .flatMap(line => cellsOf(line.text))
    .filter(cell => isCapitals(cell) && !MOTTO.test(cell) && !KIND_LINE.test(cell) && !cell.startsWith('SỐ'))
  const joined: string[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (
      last !== undefined &&
      (/[-–]$/.test(last) || /^[-–]/.test(word) || HALF_NAME.test(last) || !startsNamedBody(fromCapitals(word)))
    )
      joined[joined.length - 1] = `${last} ${word}`
    else joined.push(word)
  }
  const bodies = joined
    .flatMap(text => text.split(/\s+[-–]\s+/))
    .map(text => trimName(fromCapitals(text)))
    .filter(startsNamedBody)
  return joined.some(text => /\s[-–]\s/.test(text)) ? withOrgans(bodies) : bodies.slice(-1)
}

/** "BAN THƯỜNG TRỰC" on a line under its body is that body's. */
const withOrgans = (bodies: readonly string[]): string[] =>
  bodies.reduce<string[]>((named, body) => {
    const above = named.at(-1)
    if (!above || !/^Ban (?:Thường trực|Thường vụ|Chấp hành)$/u.test(body)) return [...named, body]
    return [...named.slice(0, -1), `${body} ${above}`]
  }, [])
