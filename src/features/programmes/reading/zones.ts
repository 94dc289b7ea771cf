import { isCapitals } from './bodies.ts'
import { hangs, isClosed } from './breaks.ts'
import { cellsOf, isRecipientsHead, startsClosing } from './closing.ts'
import { findLabel } from './labels.ts'
import type { Line } from './lines.ts'

/** One text of a document: the main one, one issued by it (attached), or an annex. */
export type Zone = {
  kind: 'main' | 'attached' | 'annex'
  /** The annex's path ("Phụ lục II"), else "". */
  name: string
  title: Line | null
  head: Line[]
  body: Line[]
  closing: Line[]
}

export const KIND_LINE =
  /^(?:CHƯƠNG TRÌNH|KẾ HOẠCH|QUY CHẾ|QUI CHẾ|QUY ĐỊNH|NGHỊ QUYẾT|QUYẾT ĐỊNH|HƯỚNG DẪN|ĐỀ ÁN|PHƯƠNG ÁN|THỎA THUẬN|THOẢ THUẬN|BẢN THỎA THUẬN|THÔNG TRI|CHỈ THỊ|KẾT LUẬN|THÔNG BÁO|BẢN GHI NHỚ|ĐIỀU LỆ|NỘI QUY|DANH SÁCH|DANH MỤC|BIỂU|BẢNG|PHÂN CÔNG NHIỆM VỤ|LỘ TRÌNH|TIẾN ĐỘ)(?![\p{L}])/u

const ANNEX = /^phụ lục(?:\s+(?:số\s*:?\s*)?([IVXLC]{1,5}|\d{1,2}[a-zđ]?|[A-Z]))?(?![\p{L}\d])\s*[.:–-]?\s*(.*)$/iu

/** Divides the lines into the texts of the document and each text into head, clauses and closing. */
export const divide = (lines: readonly Line[], isTable: (line: Line) => boolean): Zone[] => {
  const bulletsOnly = !lines.some(line => isTop(line, false))
  let zone: Zone = newZone('main', '', null)
  const zones = [zone]
  let state: 'head' | 'body' | 'closing' = 'head'
  for (const [i, line] of lines.entries()) {
    const next = startsZone(lines, i, state)
    if (next) {
      zone = next
      zones.push(zone)
      state = 'head'
      continue
    }
    // A table of tasks below the signatures, without a title of its own.
    if (state === 'closing' && isTable(line)) {
      zone = newZone('attached', '', null)
      zones.push(zone)
      state = 'body'
    }
    if (state === 'body' && !isTable(line) && startsClosing(lines, i)) state = 'closing'
    if (state === 'head' && (isTable(line) || isTop(line, bulletsOnly))) state = 'body'
    zone[state].push(line)
  }
  return zones
}

const newZone = (kind: Zone['kind'], name: string, title: Line | null): Zone => ({
  kind,
  name,
  title,
  head: [],
  body: [],
  closing: [],
})

const startsZone = (lines: readonly Line[], i: number, state: string): Zone | null => {
  const line = lines[i]
  if (!line) return null
  const annex = findAnnex(line, lines[i - 1], state)
  if (annex) return newZone('annex', annex, line)
  return state !== 'head' && isAttachedTitle(lines, i, state) ? newZone('attached', '', line) : null
}

/** A sentence that goes on with the words "Phụ lục …". */
const breaksOff = (before: string, rest: string): boolean =>
  hangs(before) || (rest !== '' && before.length > 60 && !before.includes('\t') && !isClosed(before) && !isCapitals(before))

const findAnnex = (line: Line, before: Line | undefined, state: string): string | null => {
  const match = ANNEX.exec(line.text)
  if (!match || (state === 'body' && before && breaksOff(before.text, match[2] ?? ''))) return null
  const [, number, rest = ''] = match
  const heads =
    rest === '' ||
    rest.startsWith('(') ||
    isCapitals(rest) ||
    (number !== undefined && /^\p{Lu}/u.test(rest) && !/[.;]$/.test(rest))
  return heads && (number !== undefined || isCapitals(line.text) || rest === '' || rest.startsWith('('))
    ? `Phụ lục${number ? ` ${number}` : ''}`
    : null
}

/** The title of a text issued by the one before: a kind in capitals after a closing, or with "kèm theo" under it. */
const isAttachedTitle = (lines: readonly Line[], i: number, state: string): boolean => {
  const line = lines[i]
  if (!line || !KIND_LINE.test(line.text) || !isCapitals(line.text) || line.text.endsWith(':')) return false
  const below = lines.slice(i + 1, i + 9).map(next => next.text)
  return state === 'closing'
    ? !cellsOf(line.text).some(isRecipientsHead)
    : below.some(text => /^\(?\s*(?:ban hành\s+)?kèm theo/iu.test(text))
}

const BASIS = /^[-–—+*•]?\s*(?:căn cứ|thực hiện|xét|theo|thi hành|để|sau khi|trên cơ sở|nhằm)(?![\p{L}])/iu

/** Whether a line opens the first clause. A base that begins with a dash is none. */
const isTop = (line: Line, bulletsToo: boolean): boolean => {
  const label = findLabel(line.text)
  if (!label || (label.kind === 'bullet' && (!bulletsToo || BASIS.test(line.text)))) return false
  if (label.kind === 'letter' || label.kind === 'small-roman') return false
  return (
    label.order <= 1 || label.kind === 'bullet' || label.kind === 'article' || label.kind === 'roman' || label.kind === 'chapter'
  )
}
