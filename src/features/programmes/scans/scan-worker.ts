import { readFile } from 'node:fs/promises'
import { serve } from '../../../engine/workers/serve.ts'
import { readFile as readWords } from '../../../formats/read-file.ts'
import { openScan, type ScannedPage } from '../../../formats/scan/open-scan.ts'
import { doubtfulWords, sourceOfScan } from '../../../formats/scan/source-of-scan.ts'
import { type Source, Unreadable } from '../../../formats/source.ts'
import { healInPlace } from '../reading/lines.ts'
import { readProgramme } from '../reading/read-programme.ts'
import type { Clause } from '../reading/result.ts'
import { refuseSecret } from '../reading/secret.ts'
import type { Read } from '../reading-worker.ts'
import { storable } from '../storable.ts'

export type ScanTask =
  | { work: 'count'; path: string }
  | { work: 'open'; path: string; name: string }
  | { work: 'page'; path: string; number: number }
  | { work: 'text'; pages: ScannedPage[] }
  | { work: 'plain'; pages: ScannedPage[] }

/** `doubts`: words that may have been read wrong. */
export type PlainText = { text: string; doubts: string[] }
export type Opened = PlainText | { pages: number }

serve({
  async answer(task: ScanTask): Promise<{ pages: number } | ScannedPage | Read | PlainText> {
    if (task.work === 'text') return readText(task.pages)
    if (task.work === 'plain') return plainText(task.pages)
    if (task.work === 'open') return open(task)
    const scan = await openScan(new Uint8Array(await readFile(task.path)))
    try {
      return task.work === 'count' ? { pages: scan.pages } : storable(unmarked(await scan.page(task.number)))
    } finally {
      await scan.close()
    }
  },
})

/** A file that has words of its own is read at once; of one whose pages are pictures, they are counted. */
async function open({ path, name }: { path: string; name: string }): Promise<Opened> {
  const bytes = new Uint8Array(await readFile(path))
  try {
    const source = await readWords({ name, bytes })
    refuseSecret(source)
    return storable({ text: plainOf(source), doubts: [] })
  } catch (error) {
    if (!(error instanceof Unreadable && error.code === 'scan')) throw error
  }
  const scan = await openScan(bytes)
  try {
    return { pages: scan.pages }
  } finally {
    await scan.close()
  }
}

function plainText(pages: readonly ScannedPage[]): PlainText {
  const doubts = new Set([...doubtfulWords(pages).values()].flatMap(words => [...words]))
  return storable({ text: plainOf(sourceOfScan(pages)), doubts: [...doubts] })
}

/** Of a book, its beginning: longer than what is found by its words. */
const MOST_LETTERS = 500_000
const plainOf = ({ text }: Source): string => healInPlace(text.slice(0, MOST_LETTERS))

/** A page with a mark of secrecy is not kept; a blank page is. */
function unmarked(page: ScannedPage): ScannedPage {
  try {
    refuseSecret(sourceOfScan([page]))
  } catch (error) {
    if (!(error instanceof Unreadable && error.code === 'scan-blank')) throw error
  }
  return page
}

function readText(pages: readonly ScannedPage[]): Read {
  const source = sourceOfScan(pages)
  const result = readProgramme(source)
  const doubted = doubtfulWords(pages)
  const doubts = Object.fromEntries(result.clauses.map(clause => [clause.path, doubtsIn(clause, source, doubted)]))
  const { format, text, notes } = source
  return storable({ source: { format, text, pages: pages.length, notes }, result, doubts })
}

/** The words of a clause that its page was read with doubt, each once. */
function doubtsIn({ span, source: words }: Clause, { pages }: Source, doubted: Map<number, Set<string>>): string[] {
  const on = pages.filter(page => page.span[0] < span[1] && page.span[1] > span[0])
  const known = new Set(on.flatMap(page => [...(doubted.get(page.number) ?? [])]))
  return [...new Set(words.split(/\s+/))].filter(word => known.has(word))
}
