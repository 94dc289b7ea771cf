const INDEFINITE = 0x80

/**
 * Whether values are written as X.690 (8.2, 8.3, 8.8, 8.19) allows at all, in BER as in DER. Readers differ on what a number
 * with needless bytes is, so that what one verifies another refuses.
 */
export const isWellEncoded = (bytes: Uint8Array): boolean => {
  for (let at = 0; at < bytes.length; ) {
    const head = readHead(bytes, at)
    // The end of contents of an indefinite length, or what other readers refuse by themselves.
    if (!head || head.tag === 0) return true
    const value = bytes.subarray(head.start, head.end)
    if (!(head.constructed ? isWellEncoded(value) : isWellWritten(head.tag, value))) return false
    at = head.end
  }
  return true
}

type Head = { tag: number; constructed: boolean; start: number; end: number }

/** The head of the value at `at`; its end is that of all bytes where its length is indefinite. */
const readHead = (bytes: Uint8Array, at: number): Head | null => {
  const [tag, length] = [bytes[at]!, bytes[at + 1]]
  if (length === undefined || (tag & 0x1f) === 0x1f) return null
  const constructed = (tag & 0x20) !== 0
  if (length < INDEFINITE) return { tag, constructed, start: at + 2, end: at + 2 + length }
  if (length === INDEFINITE) return { tag, constructed, start: at + 2, end: bytes.length }
  const start = at + 2 + (length & 0x7f)
  return { tag, constructed, start, end: start + bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0) }
}

const isWellWritten = (tag: number, value: Uint8Array): boolean => {
  if (tag === 2 || tag === 10) return isNumber(value)
  if (tag === 1) return value.length === 1
  if (tag === 5) return value.length === 0
  return tag !== 6 || isIdentifier(value)
}

/** 8.3.2: the first nine bits are not all alike. */
const isNumber = ([first, second]: Uint8Array): boolean =>
  first !== undefined && (second === undefined || !((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))

/** 8.19.2: no arc begins with an empty group, and the last one ends. */
const isIdentifier = (bytes: Uint8Array): boolean =>
  bytes.length > 0 && bytes.at(-1)! < 0x80 && bytes.every((byte, i) => byte !== 0x80 || (i > 0 && bytes[i - 1]! >= 0x80))
