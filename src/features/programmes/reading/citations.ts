import type { Flow } from './lines.ts'
import type { Citation } from './result.ts'

/** Cited documents in running text. `from`/`to` are offsets into the flow. */
export type Mention = Citation & { from: number; to: number }

const KIND_NAMES =
  'nghị quyết liên tịch|thông tư liên tịch|kế hoạch liên tịch|hướng dẫn liên tịch|nghị quyết|nghị định|quyết định|chỉ thị|kết luận|thông tư|thông báo|thông tri|kế hoạch|chương trình|công văn|công điện|quy định|quy chế|qui chế|hướng dẫn|đề án|báo cáo|tờ trình|văn bản|sắc lệnh|lệnh|pháp lệnh|bộ luật|luật|điều lệ|thỏa thuận|thoả thuận|đề cương|biên bản|giấy mời'

/** Small, with one capital, with each word's capital, all capitals: symbols are told by their capitals, so the pattern minds the case. */
const KINDS = KIND_NAMES.split('|')
  .flatMap(kind => [
    kind,
    kind.charAt(0).toUpperCase() + kind.slice(1),
    kind.replace(/(?<![\p{L}])\p{L}/gu, first => first.toUpperCase()),
    kind.toUpperCase(),
  ])
  .join('|')

/** "65-KL/TW", "1719/QĐ-TTg", "218-QĐ-TW", "04/2021/NQ-HĐND", "06A/CTrPH-MTTW-UBDT", also with a blank beside its dashes. */
const LETTERS = String.raw`(?=[\p{L}\d]*\p{Lu}[\p{L}\d]*\p{Lu})[\p{L}\d]{2,24}`
const SYMBOL = String.raw`\d{1,5}[A-Za-z]?(?:\s?[\/–-]\s?\d{4})?(?:\s?[\/–-]\s?${LETTERS}(?:\.${LETTERS})*){1,6}`

const NAMED = String.raw`(?:\s+(?![Ss]ố\s)[\p{L}\d-]+,?){0,32}?`

const CITED = new RegExp(
  String.raw`(?<![\p{L}])(${KINDS})(${NAMED})\s*(?:[,:]\s*)?(?:[Ss]ố\s*:?\s*(${SYMBOL}|\d{1,5}[A-Za-z]?(?![\p{L}\d/–]|-\p{L}))|(${SYMBOL}))`,
  'gu',
)

const DAY = String.raw`ngày\s+(\d{1,2})\s*(?:[\/.-]|tháng)\s*(\d{1,2})\s*(?:[\/.-]|năm)\s*(\d{4})`
const DATE_AFTER = new RegExp(String.raw`^\s*[,(]?\s*(?:ký\s+)?${DAY}`, 'iu')
const ISSUER_THEN_DATE = new RegExp(String.raw`^\s*,?\s*(?:của|do)\s+((?:[\p{L}\d-]+\s+){1,14}?),?\s*${DAY}`, 'iu')
const ISSUER =
  /^\s*,?\s*(?:của|do|giữa)\s+(.{2,160}?)(?=\s+(?:về|khóa|khoá|ban hành|quy định|phê duyệt|tiếp tục|hướng dẫn|triển khai|thực hiện|sửa đổi|nhiệm kỳ|và các|theo|đối với|trên địa bàn)(?![\p{L}])|[;,.()“”"]|$)/iu
const SUBJECT = /^[^.;]{0,60}?(?<![\p{L}])(?:về(?: việc)?|ban hành|quy định|phê duyệt)\s+([^.;]{3,200})/iu
/** "…, 19-NQ/TW": further numbers of the same kind. */
const FURTHER = new RegExp(String.raw`^\s*(?:,|và|;|,\s*và)\s*(?:số\s*:?\s*)?(${SYMBOL})`, 'u')

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0')
const isoOf = (day: string | undefined, month: string | undefined, year: string | undefined): string | null => {
  const valid = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return valid ? `${year}-${two(month)}-${two(day)}` : null
}

const tidyNumber = (number: string): string =>
  number
    .replace(/\s+/g, '')
    .replace(/–/g, '-')
    .replace(/[.,;]+$/, '')

/** Every mention with a number, in text order, then those by name only woven in. */
export const findMentions = (flow: Flow): Mention[] => {
  const mentions: Mention[] = []
  CITED.lastIndex = 0
  for (let match = CITED.exec(flow.text); match; match = CITED.exec(flow.text)) {
    const kind = (match[1] ?? '').toLowerCase()
    const between = (match[2] ?? '').trim()
    const end = match.index + match[0].length
    if (!mayHold(kind, between, match[3] ?? match[4] ?? '') || !isWhole(match, flow.text.slice(end, end + 12))) {
      CITED.lastIndex = match.index + kind.length
      continue
    }
    let mention = readMention(flow.text, kind, match[3] ?? match[4] ?? '', between, match.index, end)
    mentions.push(mention)
    for (let more = FURTHER.exec(flow.text.slice(mention.to)); more; more = FURTHER.exec(flow.text.slice(mention.to))) {
      mention = readMention(flow.text, kind, more[1] ?? '', '', mention.to, mention.to + more[0].length)
      mentions.push(mention)
    }
    CITED.lastIndex = mention.to
  }
  shareDates(mentions, flow.text)
  return [...mentions, ...findNamed(flow, mentions)].toSorted((a, b) => a.from - b.from)
}

/** A bare number ("Kết luận số 01") counts where its date or issuer follows. */
const isWhole = (match: RegExpExecArray, after: string): boolean =>
  /\p{L}/u.test(match[3] ?? match[4] ?? '') || /^\s*,?\s*(?:ngày|của|do|\()/u.test(after)

const HAS_KIND = new RegExp(`(?<![\\p{L}])(?:${KIND_NAMES})(?![\\p{L}])`, 'iu')

/** "Quy chế phối hợp giữa A và B số …" */
const JOINT = /^(?:chương trình|quy chế|qui chế|kế hoạch|nghị quyết liên tịch|hướng dẫn)(?: [\p{L}]+){0,4}? giữa /iu

/** Between kind and number stand a law's name, or a few words of a programme's ("phối hợp công tác"); else nothing. */
const mayHold = (kind: string, between: string, number: string): boolean => {
  if (!between) return true
  if (HAS_KIND.test(between)) return false
  if (JOINT.test(`${kind} ${between}`)) return /\p{L}/u.test(number)
  if (between.split(' ').length > 14) return false
  if (/luật|pháp lệnh/.test(kind)) return true
  if (between.includes(',')) return false
  if (/(?<![\p{L}])(?:này|trên|nêu|năm|ngày|và|theo|tại|của)(?![\p{L}])/iu.test(between)) return false
  return (
    /chương trình|kế hoạch|quy chế|hướng dẫn|đề án|công văn|văn bản|báo cáo|nghị quyết/.test(kind) &&
    between.split(' ').length <= 6
  )
}

const readMention = (text: string, kind: string, number: string, between: string, from: number, at: number): Mention => {
  const after = text.slice(at, at + 400)
  const dated = DATE_AFTER.exec(after)
  const issued = dated ? null : ISSUER_THEN_DATE.exec(after)
  const date = dated ? isoOf(dated[1], dated[2], dated[3]) : issued ? isoOf(issued[2], issued[3], issued[4]) : null
  const used = (dated ?? issued)?.[0].length ?? 0
  const issuer = issued?.[1]?.trim() ?? ISSUER.exec(after.slice(used))?.[1]?.trim() ?? null
  const name =
    SUBJECT.exec(after.slice(used))?.[1]
      ?.split(/\s[-–—_]{3,}|\s(?=Căn cứ\s|Theo đề nghị)/u)[0]
      ?.trim() ?? (/luật|pháp lệnh/.test(kind) ? between || null : null)
  return { kind, number: tidyNumber(number), date, issuer, name, from, to: at + used }
}

/** "Quyết định 217-QĐ/TW, Quyết định 218-QĐ-TW, ngày 12/12/2013": one date for both. */
const shareDates = (mentions: Mention[], text: string): void => {
  for (let i = mentions.length - 2; i >= 0; i--) {
    const [mention, next] = [mentions[i], mentions[i + 1]]
    if (!mention || !next || mention.date || !next.date || mention.kind !== next.kind) continue
    if (!/^\s*(?:,|và|,\s*và)?\s*$/u.test(text.slice(mention.to, next.from))) continue
    mention.date = next.date
    mention.issuer ??= next.issuer
  }
}

const BY_NAME =
  /(?<![\p{L}])(?:(Luật|Bộ luật|Pháp lệnh|Hiến pháp)\s+((?:\p{Lu}[\p{L}]*)(?:[\s,]+(?!số|ngày|và các|và \p{Lu}|của|về|theo|quy định)[\p{L}]+){0,12})|(Đề án|Chiến lược|Cuộc vận động|Chương trình)\s+[“"]([^”"]{4,160})[”"])/gu

const findNamed = (flow: Flow, numbered: readonly Mention[]): Mention[] => {
  const named: Mention[] = []
  for (const match of flow.text.matchAll(BY_NAME)) {
    const from = match.index
    const to = from + match[0].length
    const name = (match[2] ?? match[4] ?? '').trim()
    if (numbered.some(mention => mention.from < to && from < mention.to)) continue
    const dated = DATE_AFTER.exec(flow.text.slice(to))
    const date = dated ? isoOf(dated[1], dated[2], dated[3]) : null
    named.push({
      kind: (match[1] ?? match[3] ?? '').toLowerCase(),
      number: null,
      date,
      issuer: null,
      name,
      from,
      to: to + (dated?.[0].length ?? 0),
    })
  }
  return named
}

/** Each cited document once, in order of first mention; a later mention may tell the date or issuer that the first left out. */
export const distinct = (mentions: readonly Mention[], own: string | null): Citation[] => {
  const found: Citation[] = []
  for (const { from: _from, to: _to, ...cited } of mentions) {
    if (own && cited.number === own) continue
    const known = found.find(other => isSame(other, cited))
    if (!known) found.push({ ...cited })
    else {
      known.date ??= cited.date
      known.issuer ??= cited.issuer
      known.name ??= cited.name
    }
  }
  return found
}

const isSame = (a: Citation, b: Citation): boolean => {
  if (a.number === null || b.number === null)
    return a.number === b.number && a.kind === b.kind && a.name?.toLowerCase() === b.name?.toLowerCase()
  if (a.number !== b.number || (a.date && b.date && a.date !== b.date)) return false
  return a.kind === b.kind || /\p{L}/u.test(a.number)
}
