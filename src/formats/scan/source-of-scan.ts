import { IDENTITY } from '../pdf/matrix.ts'
import { layOutPage } from '../pdf/page-layout.ts'
import { dropRunningHeads } from '../pdf/running-heads.ts'
import { linesLeftOut, writePages } from '../pdf/write-pages.ts'
import { type ReadProgress, type Source, Unreadable } from '../source.ts'
import { openScan, type ScannedPage } from './open-scan.ts'

/** Words about which the reader was not this sure are shown to be looked at. */
const SURE = 80

/** The text of a scan, in the same order of reading as that of a printed PDF. @throws Unreadable 'scan-blank' */
export function sourceOfScan(pages: readonly ScannedPage[]): Source {
  const layouts = pages.map(({ number, width, height, words }) => {
    const rules = { across: [], down: [] }
    return layOutPage({ width, height, upright: IDENTITY, words, rules, imageArea: 0, images: [], turned: [] }, number)
  })
  const kept = dropRunningHeads(layouts)
  const aside = linesLeftOut(layouts, kept)
  const source = writePages(kept, { format: 'pdf', signatures: [], notes: ['scan'], aside })
  if (!/\p{L}/u.test(source.text)) throw new Unreadable('scan-blank')
  return source
}

/** The words of each page that may have been read wrong. */
export function doubtfulWords(pages: readonly ScannedPage[]): Map<number, Set<string>> {
  const doubts = ({ words }: ScannedPage) => words.filter(({ sure, text }) => sure < SURE && /[\p{L}\d]/u.test(text))
  return new Map(pages.map(page => [page.number, new Set(doubts(page).map(word => word.text.normalize('NFC')))]))
}

/** Reads a whole scan at once, some seconds a page. */
export async function readScan(bytes: Uint8Array, progress?: ReadProgress): Promise<{ source: Source; pages: ScannedPage[] }> {
  const scan = await openScan(bytes)
  try {
    const pages: ScannedPage[] = []
    for (let number = 1; number <= scan.pages; number++) {
      pages.push(await scan.page(number))
      progress?.(number, scan.pages, 'page')
    }
    return { source: sourceOfScan(pages), pages }
  } finally {
    await scan.close()
  }
}
