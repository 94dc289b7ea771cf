import { setImmediate } from 'node:timers/promises'
import { type ReadProgress, type Source, Unreadable } from '../source.ts'
import { layOutPage, type PageLayout } from './page-layout.ts'
import { readAnnotations, readPageMarks } from './page-marks.ts'
import { openPdfFile } from './pdfjs.ts'
import { dropRunningHeads } from './running-heads.ts'
import { findSignatures } from './signatures.ts'
import { linesLeftOut, writePages } from './write-pages.ts'

/** pdf.js keeps fonts of all pages; they are let go every so many pages. */
const PAGES_BETWEEN_CLEANUPS = 25

/** A page with fewer letters than this beside a large image is a picture of a page. */
const LETTERS_OF_A_PAGE = 200

/** So many pictures of pages from the first on, and the rest need not be unpacked to know a scan. */
const ENOUGH_PICTURES = 30

/** pdf.js' modes without annotations, and with: stamps and form fields lie upon the text and are none of it. */
const NO_ANNOTATIONS = 0
const ANNOTATIONS = 1

/**
 * Reads a PDF: lines in reading order, pages divided by form feeds, ruled tables by their grid, running heads left out.
 * @throws Unreadable 'password', 'corrupt', 'scan' (pages are pictures), 'empty' (nothing printed at all)
 */
export const parsePdf = async (bytes: Uint8Array, progress?: ReadProgress): Promise<Source> => {
  const layouts = await readPages(bytes, progress)
  const pages = dropRunningHeads(layouts)
  refuseWithoutText(pages)
  const notes = [...legacyNotes(pages), ...(pages.some(isPicture) ? ['scanned-pages'] : [])]
  return writePages(pages, { format: 'pdf', signatures: findSignatures(bytes), notes, aside: linesLeftOut(layouts, pages) })
}

const readPages = async (bytes: Uint8Array, progress?: ReadProgress): Promise<PageLayout[]> => {
  const pdf = await orUnreadable(openPdfFile(bytes))
  try {
    const layouts: PageLayout[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await orUnreadable(pdf.getPage(number))
      const drawing = await orUnreadable(page.getOperatorList({ annotationMode: NO_ANNOTATIONS }))
      const layout = layOutPage(await readPageMarks(page, drawing), number)
      layouts.push({ ...layout, upon: [...layout.upon, ...(await orUnreadable(noted(page)))] })
      page.cleanup()
      if (number === ENOUGH_PICTURES && layouts.every(isPicture)) throw new Unreadable('scan')
      if (number % PAGES_BETWEEN_CLEANUPS === 0) await pdf.cleanup()
      progress?.(number, pdf.numPages, 'page')
      await setImmediate()
    }
    return layouts
  } finally {
    await pdf.loadingTask.destroy()
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof openPdfFile>>['getPage']>>

/** What notes and stamps upon a page say: in their words, and as they are drawn. Links say nothing. */
async function noted(page: Page): Promise<string[]> {
  const notes = (await page.getAnnotations()).filter(note => note.subtype !== 'Link')
  if (notes.length === 0) return []
  const drawn = await readAnnotations(page, await page.getOperatorList({ annotationMode: ANNOTATIONS }))
  const told = notes.flatMap(note => [note.contentsObj?.str, note.fieldValue, ...(note.textContent ?? [])])
  return [...drawn, ...told.filter(text => typeof text === 'string')].flatMap(text => text.split(/[\r\n]+/))
}

/** What pdf.js cannot do with a file is the file's fault; an error of our own is not hidden behind it. */
const orUnreadable = async <T>(step: Promise<T>): Promise<T> => {
  try {
    return await step
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    throw new Unreadable(locked ? 'password' : 'corrupt', error instanceof Error ? error.message : '')
  }
}

const lettersOf = (page: PageLayout): number => {
  const texts = [
    ...page.segments.map(s => s.text),
    ...page.tables.flatMap(t => t.rows.flatMap(row => row.map(cell => cell.text))),
  ]
  return texts.reduce((sum, text) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0)
}

const isPicture = (page: PageLayout): boolean => page.pictured && lettersOf(page) < LETTERS_OF_A_PAGE

const refuseWithoutText = (pages: readonly PageLayout[]): void => {
  if (pages.filter(isPicture).length * 2 > pages.length) throw new Unreadable('scan')
  if (pages.every(page => lettersOf(page) === 0)) throw new Unreadable(pages.some(page => page.pictured) ? 'scan' : 'empty')
}

const legacyNotes = (pages: readonly PageLayout[]): string[] => [...new Set(pages.flatMap(page => page.legacy))]
