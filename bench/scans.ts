import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openScan, type ScannedPage } from '../src/formats/scan/open-scan.ts'
import { sourceOfScan } from '../src/formats/scan/source-of-scan.ts'
import { shared } from '../test/shared.ts'
import { type Row, timeRow } from './table.ts'

const SCAN = 'data/files/gazette-NQ-99-NQ-CP-2026-scan.pdf'
/** Its pages that were typed by hand: a mark of each word in the order of the page, never the text itself. */
const TYPED = new URL('./typed-gazette.json', import.meta.url)
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
  const byPage = JSON.parse(await readFile(TYPED, 'utf8')) as Record<string, string[]>
  for (const [number, typed] of Object.entries(byPage)) {
    const read = marksOf(source.text.slice(...source.pages[Number(number) - 1]!.span))
    const share = inOrder(typed, read) / typed.length
    const measured = `${(100 * share).toFixed(1)} % of ${typed.length}`
    rows.push({ what: `  words of page ${number} read right`, wanted: `≥ ${100 * RIGHT} %`, measured, over: RIGHT / share })
  }
  return rows
}

/** The first 24 bits of the SHA-256 of each word. */
const marksOf = (text: string): string[] => {
  const words = text.normalize('NFC').split(/\s+/).filter(Boolean)
  return words.map(word => createHash('sha256').update(word).digest('hex').slice(0, 6))
}

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
