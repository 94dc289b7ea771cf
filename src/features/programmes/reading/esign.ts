import type { SourceSignature } from '../../../formats/source.ts'
import type { Line } from './lines.ts'

/** Electronic signatures as their appearance prints them into the text. */

const ISO = /(\d{4})-(\d{2})-(\d{2})[T\s]+(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?/
const LOCAL = /(\d{1,2})[./-](\d{1,2})[./-](\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{2}:?\d{2})?/
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/
const SEAL = /^(.{2,120}?)\s*<\s*([^<>\s]+@[^<>\s]+)\s*>\s*đã ký lên văn bản này/iu
const SIGNED_BY = /^(?:được ký bởi|ký bởi|người ký|ký số bởi|signed by|digitally signed by)\s*:\s*(.+)$/iu
const PARTS =
  /^(?:e-?mail|cơ quan|đơn vị|tổ chức|ngày ký|thời gian ký|giờ ký|thời điểm ký|date|location|lý do|reason|địa điểm|vị trí)\s*:/iu
const BARE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\S*$/
const CERTIFIER =
  /^CỤC CHỨNG THỰC SỐ VÀ BẢO MẬT THÔNG TIN|^BAN CƠ YẾU CHÍNH PHỦ$|^signature (?:not verified|valid)|^chữ ký số (?:hợp lệ|chưa được xác thực)/iu

const two = (digits: string | undefined): string => (digits ?? '0').padStart(2, '0')

/** ISO time with offset; Vietnam's where none is printed. */
export const findSigningTime = (text: string): string | null => {
  const iso = ISO.exec(text)
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}T${iso[4]}:${iso[5]}:${iso[6]}${offset(iso[7])}`
  const local = LOCAL.exec(text)
  if (!local) return null
  return `${local[3]}-${two(local[2])}-${two(local[1])}T${two(local[4])}:${local[5]}:${two(local[6])}${offset(local[7])}`
}

const offset = (printed: string | undefined): string => (printed ? printed.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2') : '+07:00')

/** Takes the signature appearances out of the lines. */
export const takeSignatures = (lines: readonly Line[]): { signatures: SourceSignature[]; rest: Line[] } => {
  const signatures: SourceSignature[] = []
  const rest: Line[] = []
  let time: string | null = null
  // Between time and seal stands the place of signing, a line or two.
  let placeFrom = 0
  let open: SourceSignature | null = null
  for (const line of lines) {
    const seal = SEAL.exec(line.text)
    const by = SIGNED_BY.exec(line.text)?.[1]
    if (seal) {
      signatures.push({ name: seal[1]?.trim() ?? '', email: seal[2] ?? null, signedAt: time })
      if (time && placeFrom >= rest.length - 2) rest.length = placeFrom
      time = null
    } else if (by) {
      open = readSignedBy(by)
      signatures.push(open)
    } else if (BARE_TIME.test(line.text)) {
      time = findSigningTime(line.text)
      placeFrom = rest.length
    } else if (open && PARTS.test(line.text)) fill(open, line.text)
    else if (!CERTIFIER.test(line.text)) {
      rest.push(line)
      if (!time) open = null
    }
  }
  return { signatures, rest }
}

const readSignedBy = (text: string): SourceSignature => {
  const cut = text.split(/[;,]?\s*(?:e-?mail|cơ quan|đơn vị|ngày ký|thời gian ký|giờ ký|date)\s*:/iu)[0] ?? text
  return {
    name: cut
      .replace(EMAIL, '')
      .replace(/[<>;,]+\s*$/, '')
      .trim(),
    email: EMAIL.exec(text)?.[0] ?? null,
    signedAt: findSigningTime(text),
  }
}

const fill = (signature: SourceSignature, text: string): void => {
  signature.email ??= EMAIL.exec(text)?.[0] ?? null
  signature.signedAt ??= findSigningTime(text)
}

const same = (a: SourceSignature, b: SourceSignature): boolean =>
  a.signedAt && b.signedAt ? Date.parse(a.signedAt) === Date.parse(b.signedAt) : a.name.toLowerCase() === b.name.toLowerCase()

/** The file's own signatures and the printed ones, each once. */
export const mergeSignatures = (own: readonly SourceSignature[], printed: readonly SourceSignature[]): SourceSignature[] => {
  return [...own, ...printed.filter(signature => !own.some(other => same(other, signature)))]
}
