import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openScan, type ScannedPage } from '../src/formats/scan/open-scan.ts'
import { sourceOfScan } from '../src/formats/scan/source-of-scan.ts'
import { shared } from '../test/shared.ts'
import { type Row, timeRow } from './table.ts'

const SCAN = 'data/files/gazette-NQ-99-NQ-CP-2026-scan.pdf'
/** Pages of it that were typed by hand, `bench/typed/`. */
const TYPED = [1, 4]
const SECONDS_A_PAGE = 6
/** Of the words of a page that was typed. */
const RIGHT = 0.95

/** A gazette of four scanned pages: how long each takes, and how many of its words are read as they were typed by hand. */
export async function scanRows(): Promise<Row[]> {
  if (!shared) return [{ what: 'a scan is read', wanted: '', measured: '../shared is absent', over: null }]
  const scan = await openScan(new Uint8Array(await readFile(join(shared, SCAN))))
  const times: number[] = []
  const pages: ScannedPage[] = []
  for (let number = 1; number <= scan.pages; number++) {
    const begin = performance.now()
    pages.push(await scan.page(number))
    times.push(performance.now() - begin)
  }
  await scan.close()
  const source = sourceOfScan(pages)
  const rows = [timeRow('a page of a scan is read', times, { by: 'median', ms: SECONDS_A_PAGE * 1000 })]
  for (const number of TYPED) {
    const typed = wordsOf(await readFile(new URL(`./typed/gazette-page-${number}.txt`, import.meta.url), 'utf8'))
    const read = wordsOf(source.text.slice(...source.pages[number - 1]!.span))
    const share = inOrder(typed, read) / typed.length
    const measured = `${(100 * share).toFixed(1)} % of ${typed.length}`
    rows.push({ what: `  words of page ${number} read right`, wanted: `≥ ${100 * RIGHT} %`, measured, over: RIGHT / share })
  }
  return rows
}

const wordsOf = (text: string): string[] => text.normalize('NFC').split(/\s+/).filter(Boolean)

/** How many words both have in the same order: the longest common subsequence. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  let above = Array.from({ length: b.length + 1 }, () => 0)
  for (const word of a) {
    const line = [0]
    for (const [at, other] of b.entries()) line.push(word === other ? above[at]! + 1 : Math.max(line[at]!, above[at + 1]!))
    above = line
  }
  return above.at(-1)!
}
