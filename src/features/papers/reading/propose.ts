import { isIsoDate } from '../../../kernel/dates.ts'
import { fold } from '../../../kernel/vietnamese.ts'
import { fromCapitals } from '../../programmes/index.ts'
import { isPaperKind, kindOf, PAPER_KINDS, type PaperKind } from '../kinds.ts'
import { digits, type Head, headOf, isOrnament, isStamp } from './head.ts'
import { issuerIn, type KnownIssuer } from './issuer.ts'

/** What a machine has read at the top of a paper, for the clerk to compare; null where it found nothing. */
export type Proposed = {
  issuer: string | null
  cited: string | null
  dated: string | null
  kind: PaperKind | null
  subject: string | null
}

/** What a paper says of itself by the layouts of NĐ 30/2020/NĐ-CP, Phụ lục I, HD 36 and HD 05-HD/VPTW; `known`: names that were met before. */
export function proposeFrom(text: string, known: readonly KnownIssuer[]): Proposed {
  const head = headOf(text)
  const titleAt = head.lines.findIndex(line => titled(line) !== null)
  const kind = titleAt < 0 ? kindBySymbol(head.cited) : titled(head.lines[titleAt]!)
  const subject = titleAt < 0 ? matterOf(head) : wordsFrom(head.lines.slice(titleAt + 1))
  return {
    issuer: cut(issuerIn(head, known), 300),
    cited: cut(head.cited, 60),
    dated: head.lines.map(dayIn).find(day => day !== null) ?? null,
    kind: kind ?? (subject === null ? null : 'CV'),
    subject: cut(subject, 500),
  }
}

const cut = (words: string | null, most: number): string | null => (words === null || words === '' ? null : words.slice(0, most))

const PLACED_DAY =
  /^[^,]{2,40}?[,.]?\s*ng[a-z]y\W*([\doli]{1,2})\s*(?:th[a-z]{1,3}g\W*|[/.-])([\doli]{1,2})\s*(?:n[a-z]m\W*|[/.-])([\doli]{4})\W*$/

/** "Sơn Hà, ngày 05 tháng 7 năm 2026" → "2026-07-05". */
function dayIn(line: string): string | null {
  const found = PLACED_DAY.exec(fold(line))
  if (!found) return null
  const [day, month, year] = found.slice(1).map(digits)
  const iso = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return isIsoDate(iso) ? iso : null
}

const TITLES = new Map(Object.entries(PAPER_KINDS).map(([kind, name]) => [fold(name), kind as PaperKind]))

/** A line in capitals that is the name of a type and nothing more, or with few words behind it. */
function titled(line: string): PaperKind | null {
  if (line !== line.toUpperCase() || line.length > 60) return null
  const bare = fold(line)
    .replace(/[^a-z ]/g, '')
    .trim()
  const exact = TITLES.get(bare)
  if (exact) return exact
  return /^(?:chuong trinh|ke hoach|quy che|nghi quyet|huong dan) (?:phoi hop|lien tich)/.test(bare) ? kindOf(line) : null
}

/** "BC" of "05/BC-SDTTG", "CTr" of "06A/CTrPH-MTTW-UBDT", "KH" of "05-KH/BTGDVTU". */
function kindBySymbol(cited: string | null): PaperKind | null {
  const first = cited
    ?.split(/[/-]/)
    .slice(1)
    .find(part => !/^\d/.test(part))
  if (!first) return null
  if (first === 'CTrPH') return 'CTr'
  return isPaperKind(first) ? first : null
}

const ABOUT = /^\W*(?:v\s?[/il1|]?\s?v|v[ee] viec)\W?\s+/
const STOPS =
  /^\W*(?:kinh gui|kinh trinh|noi nhan|can cu|thuc hien|thi hanh|theo|xet|trien khai|de |nham|hom nay|thoi gian|quyet dinh)/
const LABEL = /^(?:[IVX1l]{1,4}\s*[.)-]|\d{1,2}\s*[.)]|Điều\s|a\))/u
const AUTHORITY = /^(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG BAN|BAN THƯỜNG|ỦY BAN|UỶ BAN|HỘI ĐỒNG|TỈNH ỦY|BÍ THƯ|CHÁNH )/u

/** The matter of a letter stands under its number: "V/v …", of a Party paper without these words. */
function matterOf({ lines, numberAt }: Head): string | null {
  const at = lines.findIndex(line => ABOUT.test(fold(line)))
  if (at >= 0) return wordsFrom([lines[at]!.replace(/^\W*[Vv](?:\s?[/Il1|]?\s?[Vv]|ề việc)\W?\s+/u, ''), ...lines.slice(at + 1)])
  return numberAt === null ? null : wordsFrom(lines.slice(numberAt + 1))
}

/** Lines up to an empty one, a rule, the addressees or the first sentence, as one: "Cung cấp thông tin về …". */
function wordsFrom(lines: readonly string[]): string | null {
  const taken: string[] = []
  for (const line of lines) {
    const before = taken.at(-1)
    if (line === '' || isOrnament(line)) {
      if (before === undefined) continue
      break
    }
    if (isStamp(line) || dayIn(line) !== null || ends(line, before) || taken.length === MOST_SUBJECT_LINES) break
    taken.push(line)
  }
  // A speck behind a line looks like a full stop.
  const words = fromCapitals(taken.join(' ').replace(/\. (?=\p{Ll})/gu, ' '))
    .replace(/\s+/g, ' ')
    .replace(/[.;,:\s]+$/, '')
  return words === '' ? null : words.charAt(0).toUpperCase() + words.slice(1)
}

const MOST_SUBJECT_LINES = 7

/** A sentence of the text, an authority that decides, or what follows a line that was not filled. */
function ends(line: string, before: string | undefined): boolean {
  if (before === undefined) return /^\W*kinh (?:gui|trinh)/.test(fold(line))
  // A broken line of the subject may begin with such a word too, but small.
  if (
    (STOPS.test(fold(line)) && !/^\P{L}*\p{Ll}/u.test(line)) ||
    LABEL.test(line) ||
    (AUTHORITY.test(line) && line === line.toUpperCase())
  )
    return true
  return before.length * 2 < line.length && !/^\p{Ll}/u.test(line)
}
