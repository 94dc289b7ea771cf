// Reads one file again and again by the real functions, in a process of its own so that its memory is told apart.
// Run by imports.ts: import-child.ts FILE ROUNDS WARM_UP. Prints one line of JSON.
import { readFile as readBytes } from 'node:fs/promises'
import { basename } from 'node:path'
import { readProgramme } from '../src/features/programmes/index.ts'
import { readFile } from '../src/formats/read-file.ts'

export type Measured = { times: number[]; peakMb: number; pages: number; clauses: number }

const [path = '', rounds = '1', warmUp = '0'] = process.argv.slice(2)
const bytes = await readBytes(path)
const times: number[] = []
let [pages, clauses] = [0, 0]
for (let round = 0; round < Number(rounds) + Number(warmUp); round++) {
  const begin = performance.now()
  const source = await readFile({ name: basename(path), bytes: new Uint8Array(bytes) })
  const reading = readProgramme(source)
  times.push(performance.now() - begin)
  pages = source.pages.length
  clauses = reading.clauses.length
}
const measured: Measured = {
  times: times.slice(Number(warmUp)),
  peakMb: process.resourceUsage().maxRSS / 1024,
  pages,
  clauses,
}
console.log(JSON.stringify(measured))
