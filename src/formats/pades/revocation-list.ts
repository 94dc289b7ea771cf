import { fromBER, GeneralizedTime, ObjectIdentifier, Sequence, UTCTime } from 'asn1js'

/** A list of certificates called back (CRL, RFC 5280, 5.1), as far as it is asked. */
export type RevocationList = {
  made: Date
  next: Date | null
  /** What is signed, and how. */
  content: Uint8Array
  algorithm: string
  signature: Uint8Array
  /** Since when a number is called back; null where it is not. */
  since: (number: Uint8Array) => Date | null
}

/** Where a value stands in the bytes: its tag at `from`, what it holds from `start` to `end`. */
type Value = { tag: number; from: number; start: number; end: number }

const [INTEGER, BIT_STRING, UTC_TIME, GENERALIZED_TIME, SEQUENCE] = [0x02, 0x03, 0x17, 0x18, 0x30]
const LONG = 0x80

/**
 * The list of a national issuer has tens of thousands of entries: they are looked through where they stand, and none is built.
 * @throws RangeError where the bytes are no list
 */
export function readRevocationList(der: Uint8Array): RevocationList {
  const [head, algorithm, signature] = valuesIn(der, valueAt(der, 0))
  const told = valuesIn(der, expected(head, SEQUENCE))
  const times = told.filter(one => one.tag === UTC_TIME || one.tag === GENERALIZED_TIME)
  // After the times an ordinary sequence holds the entries; before them stand how it is signed, and by whom.
  const entries = told.find(one => one.tag === SEQUENCE && one.from > (times.at(-1)?.from ?? der.length))
  return {
    made: timeOf(der, times[0]),
    next: times[1] ? timeOf(der, times[1]) : null,
    content: der.subarray(head!.from, head!.end),
    algorithm: algorithmOf(der, algorithm),
    signature: der.subarray(expected(signature, BIT_STRING).start + 1, signature!.end),
    since: number => (entries ? sinceIn(der, entries, withoutZeros(number)) : null),
  }
}

function sinceIn(der: Uint8Array, entries: Value, wanted: Uint8Array): Date | null {
  for (let at = entries.start; at < entries.end; ) {
    const entry = valueAt(der, at)
    const { start, end } = expected(valueAt(der, entry.start), INTEGER)
    if (Buffer.compare(withoutZeros(der.subarray(start, end)), wanted) === 0) return timeOf(der, valueAt(der, end))
    at = entry.end
  }
  return null
}

function valueAt(der: Uint8Array, from: number): Value {
  const short = der[from + 1] ?? LONG
  const count = short < LONG ? 0 : short - LONG
  const start = from + 2 + count
  const length = count === 0 ? short : Number(`0x${Buffer.from(der.subarray(from + 2, start)).toString('hex')}`)
  const end = start + length
  if (short === LONG || !(end <= der.length)) throw new RangeError('cut off')
  return { tag: der[from]!, from, start, end }
}

function valuesIn(der: Uint8Array, { start, end }: Value): Value[] {
  const found: Value[] = []
  for (let at = start; at < end; at = found.at(-1)!.end) found.push(valueAt(der, at))
  return found
}

function expected(value: Value | undefined, tag: number): Value {
  if (value?.tag !== tag) throw new RangeError('no list')
  return value
}

const read = (der: Uint8Array, value: Value | undefined) =>
  value ? fromBER(new Uint8Array(der.subarray(value.from, value.end))).result : null

function timeOf(der: Uint8Array, value: Value | undefined): Date {
  const time = read(der, value)
  if (time instanceof UTCTime || time instanceof GeneralizedTime) return time.toDate()
  throw new RangeError('no time')
}

function algorithmOf(der: Uint8Array, value: Value | undefined): string {
  const algorithm = read(der, value)
  const [name] = algorithm instanceof Sequence ? algorithm.valueBlock.value : []
  return name instanceof ObjectIdentifier ? name.getValue() : ''
}

function withoutZeros(number: Uint8Array): Uint8Array {
  const first = number.findIndex(byte => byte !== 0)
  return first < 0 ? number.subarray(number.length) : number.subarray(first)
}
