import { inflate } from './inflate.ts'
import { Scanner } from './scanner.ts'
import { Damaged, type Stream, type Value } from './values.ts'

export type PackHead = { bytes: Buffer; numbers: number[]; starts: number[] }

const MOST = 200_000

/** Which objects an object stream holds and where in it (ISO 32000-1, 7.5.7). */
export const readPackHead = (stream: Stream, number = (key: string): Value => stream.dict.get(key) ?? null): PackHead => {
  const [count, first] = [Number(number('N')), Number(number('First'))]
  if (!(count >= 0 && count <= MOST && first >= 0)) throw new Damaged('head of a pack')
  const bytes = inflate(stream)
  const head = new Scanner(bytes, 0)
  const [numbers, starts]: [number[], number[]] = [[], []]
  for (let i = 0; i < count; i++) {
    numbers.push(head.integer())
    starts.push(first + head.integer())
  }
  return { bytes, numbers, starts }
}

export const readPacked = ({ bytes, starts }: PackHead, index: number): Value => {
  const start = starts[index]
  return start === undefined ? null : new Scanner(bytes, start).value()
}
