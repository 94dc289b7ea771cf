import { Scanner } from './scanner.ts'
import { Damaged, Dict, Ref, Stream, type Value } from './values.ts'

export type Numbered = { number: number; value: Value; end: number }

/** "12 0 obj … endobj" at an offset. `lengthOf` finds a stream's length where it stands in an object of its own. */
export const readObject = (bytes: Buffer, offset: number, lengthOf?: (ref: Ref) => number | null): Numbered => {
  const scanner = new Scanner(bytes, offset)
  const number = scanner.integer()
  scanner.integer()
  if (!scanner.takes('obj')) throw new Damaged(`no object at ${offset}`)
  const value = scanner.value()
  const end = scanner.at
  if (!(value instanceof Dict) || !scanner.takes('stream')) return { number, value, end }
  if (bytes[scanner.at] === 13) scanner.at++
  if (bytes[scanner.at] === 10) scanner.at++
  const told = value.get('Length')
  const length = told instanceof Ref ? lengthOf?.(told) : told
  const stop = typeof length === 'number' ? scanner.at + length : -1
  const fits = stop >= scanner.at && new Scanner(bytes, stop).takes('endstream')
  const found = fits ? stop : bytes.indexOf('endstream', scanner.at)
  if (found < 0) throw new Damaged('open stream')
  return { number, value: new Stream(value, bytes.subarray(scanner.at, found)), end: found }
}
