import { inflateSync } from 'node:zlib'
import { Damaged, dictOf, listOf, nameOf, type Stream } from './values.ts'

const LARGEST = 64 * 1024 * 1024

/** The bytes of a stream that the file's own structure stands in (cross references, packed objects): Flate or none. */
export const inflate = ({ dict, raw }: Stream): Buffer => {
  const filters = [dict.get('Filter')].flat().filter(filter => filter !== undefined && filter !== null)
  if (filters.length === 0) return raw
  if (filters.length > 1 || nameOf(filters[0]) !== 'FlateDecode') throw new Damaged('unknown filter')
  const parameters = dictOf(listOf(dict.get('DecodeParms'))[0] ?? dict.get('DecodeParms'))
  const number = (key: string, otherwise: number) => Number(parameters?.get(key) ?? otherwise)
  const plain = expand(raw)
  if (number('Predictor', 1) < 10) return plain
  const pixel = Math.ceil((number('Colors', 1) * number('BitsPerComponent', 8)) / 8)
  return unpredict(plain, Math.ceil((number('Columns', 1) * number('Colors', 1) * number('BitsPerComponent', 8)) / 8), pixel)
}

const expand = (raw: Buffer): Buffer => {
  try {
    return inflateSync(raw, { maxOutputLength: LARGEST })
  } catch {
    throw new Damaged('stream does not unpack')
  }
}

/** PNG predictors (ISO 32000-1, 7.4.4.4): each row begins with the number of its filter. */
const unpredict = (bytes: Buffer, width: number, pixel: number): Buffer => {
  if (!(width > 0 && width < 1_000_000 && pixel > 0)) throw new Damaged('predictor')
  const rows = Math.floor(bytes.length / (width + 1))
  const out = Buffer.alloc(rows * width)
  for (let row = 0; row < rows; row++) {
    const filter = bytes[row * (width + 1)]!
    for (let i = 0; i < width; i++) {
      const at = row * width + i
      const left = i >= pixel ? out[at - pixel]! : 0
      const up = row ? out[at - width]! : 0
      const corner = row && i >= pixel ? out[at - width - pixel]! : 0
      out[at] = bytes[row * (width + 1) + 1 + i]! + guess(filter, left, up, corner)
    }
  }
  return out
}

const guess = (filter: number, left: number, up: number, corner: number): number => {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [number, number, number]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
