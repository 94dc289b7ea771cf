import type { Random } from '../bench/random.ts'

/** A damaged or doctored copy: bytes flipped, numbers changed, parts cut off, doubled or taken from another file. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let copy = new Uint8Array(bytes)
  for (let times = 1 + random.below(3); times > 0 && copy.length > 0; times--) copy = random.pick(WAYS)(copy, other, random)
  return copy
}

type Way = (bytes: Uint8Array<ArrayBuffer>, other: Uint8Array, random: Random) => Uint8Array<ArrayBuffer>

const flip: Way = (bytes, _other, random) => {
  for (let times = 1 + random.below(20); times > 0; times--) bytes[random.below(bytes.length)] = random.below(256)
  return bytes
}

/** Offsets, lengths and counts stand as digits. */
const renumber: Way = (bytes, _other, random) => {
  const start = random.below(bytes.length)
  let at = start + Math.max(0, bytes.subarray(start).findIndex(isDigit))
  for (; isDigit(bytes[at] ?? 0); at++) bytes[at] = 0x30 + random.below(10)
  return bytes
}
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

const cut: Way = (bytes, _other, random) => bytes.slice(0, random.below(bytes.length))

const takeOut: Way = (bytes, _other, random) => {
  const [from, length] = [random.below(bytes.length), 1 + random.below(2000)]
  return join(bytes.subarray(0, from), bytes.subarray(from + length))
}

const double: Way = (bytes, _other, random) => {
  const [from, length] = [random.below(bytes.length), 1 + random.below(2000)]
  return join(bytes.subarray(0, from + length), bytes.subarray(from))
}

const graft: Way = (bytes, other, random) => {
  const [at, from] = [random.below(bytes.length), random.below(other.length || 1)]
  return join(bytes.subarray(0, at), other.subarray(from, from + 1 + random.below(5000)), bytes.subarray(at))
}

const WAYS: readonly Way[] = [flip, flip, renumber, renumber, cut, takeOut, double, graft]

const join = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat(parts))
