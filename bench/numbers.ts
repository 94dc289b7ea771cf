import { newId } from '../src/kernel/ids.ts'
import type { Client } from './client.ts'
import { type Row, timed, timeRow } from './table.ts'

const NUMBERS = 1000
const CLIENTS = 20

type Book = { today: string; lines: { number: number; counted: boolean }[] }

/** Numbers taken from one book by many at once: none twice, and none left out between the first and the last. */
export async function numberRows(clerk: Client): Promise<Row[]> {
  const book = () => clerk.ask<Book>('papers.register', {})
  const { today, lines: before } = await book()
  const times: number[] = []
  const take = async () => {
    for (let at = 0; at < NUMBERS / CLIENTS; at++) {
      const input = { entryId: newId(), kind: 'CV', dated: today, keptFor: 'đo' }
      times.push(await timed(() => clerk.send('papers.keep-number', input)))
    }
  }
  const whole = await timed(() => Promise.all(Array.from({ length: CLIENTS }, take)))
  const taken = (await book()).lines.filter(line => line.counted).map(line => line.number)
  const fresh = taken.length - before.filter(line => line.counted).length
  const [first, last] = [Math.min(...taken), Math.max(...taken)]
  const faultless = fresh === NUMBERS && new Set(taken).size === taken.length && last - first + 1 === taken.length
  if (!faultless) throw new Error(`of ${NUMBERS} numbers ${fresh} were taken, from ${first} to ${last} in ${taken.length} lines`)
  return [
    timeRow(`a number taken while ${CLIENTS} clients take ${NUMBERS}`, times),
    timeRow('  all of them, no double and no gap', [whole]),
  ]
}
