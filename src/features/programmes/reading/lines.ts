import type { Source } from '../../../formats/source.ts'
import { healFont } from '../../../kernel/vietnamese.ts'
import { findLabel } from './labels.ts'

/** One printed line: offsets into the source text without the blanks at both ends; `text` is healed and as long as the slice. */
export type Line = { start: number; end: number; text: string; page: boolean }

/** A document laid out for reading. `plain` is the healed source text, sign for sign as long as the source. */
export type Sheet = { plain: string; lines: Line[]; wrapped: boolean; width: number }

const CYRILLIC = 'АВЕКМНОРСТУХІЈЅавекмнорстухіјѕԚԜԛԝ'
const LATIN = 'ABEKMHOPCTYXIJSabekmhopctyxijsQWqw'

/** Heals fonts, Cyrillic look-alikes and odd spaces without moving any offset. */
export const healInPlace = (text: string): string =>
  healFont(text)
    .replace(/[\u0400-\u04ff\u0500-\u052f]/g, letter => LATIN[CYRILLIC.indexOf(letter)] ?? letter)
    .replace(/[\u00a0\u2000-\u200b\u202f\ufeff\u00ad]/g, ' ')

/** Divides a source into printed lines; page furniture (page numbers, running heads) and empty lines are left out. */
export const layOut = (source: Source): Sheet => {
  const plain = healInPlace(source.text)
  const lines = withoutFurniture(splitLines(plain, pageStarts(source)), source.format)
  const set = lines.filter(line => !line.text.includes('\t'))
  const lengths = set.map(line => line.text.length).toSorted((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  const small = set.filter(line => /^\p{Ll}/u.test(line.text)).length
  const full = set.filter(line => line.text.length >= width * 0.8).length
  return {
    plain,
    lines,
    // A page breaks most sentences before a small letter.
    wrapped: lines.length > 8 && (small * 5 > lines.length || (small > 5 && small * 3 > full)),
    width,
  }
}

const pageStarts = (source: Source): ReadonlySet<number> => new Set(source.pages.map(page => page.span[0]))

const splitLines = (plain: string, starts: ReadonlySet<number>): Line[] => {
  const lines: Line[] = []
  let page = true
  for (const found of plain.matchAll(/[^\n\f]*(?:\n|\f|$)/g)) {
    const raw = found[0].replace(/[\n\f]$/, '')
    page ||= starts.has(found.index)
    const text = raw.trim()
    const start = found.index + raw.indexOf(text)
    if (text) lines.push({ start, end: start + text.length, text, page })
    if (text) page = false
    if (found[0].endsWith('\f')) page = true
  }
  return lines
}

const PAGE_NUMBER = /^(?:[-–—]\s*)?(?:trang\s+)?\d{1,3}(?:\s*\/\s*\d{1,3})?(?:\s*[-–—])?$/i
const GAZETTE = /CÔNG BÁO\s*\/\s*Số\s|^CÔNG BÁO\/\S/

/**
 * Of a PDF a number is a page's only at its edge, or next to a running head that stands there: elsewhere it is the last word of a line
 * that ran over ("từ 01 đến / 03"), be it the second line of the page.
 */
const withoutFurniture = (lines: Line[], format: Source['format']): Line[] => {
  const bounds = (i: number): boolean => lines[i]?.page === true || i + 1 >= lines.length || lines[i + 1]!.page
  const outermost = runningHeads(lines.filter((_, i) => bounds(i)))
  const isHead = (i: number): boolean => {
    const line = bounds(i) ? lines[i] : undefined
    return line !== undefined && (GAZETTE.test(line.text) || outermost.has(shape(line)))
  }
  const atEdge = (i: number): boolean => bounds(i) || isHead(i + 1) || isHead(i - 1)
  const isNumber = (i: number): boolean => PAGE_NUMBER.test(lines[i]?.text ?? '') && (format !== 'pdf' || atEdge(i))
  const isEdge = (i: number): boolean => bounds(i) || isNumber(i - 1) || isNumber(i + 1)
  const heads = runningHeads(lines.filter((_, i) => isEdge(i) && !isNumber(i)))
  return lines.filter((line, i) => !isNumber(i) && !GAZETTE.test(line.text) && !(i > 0 && isEdge(i) && heads.has(shape(line))))
}

/** Shapes of lines that stand at the edge of many pages: on two at least, and on nearly half of them. No clause is one. */
const runningHeads = (edges: readonly Line[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const line of edges) {
    const head = line.text.length < 120 && !findLabel(line.text) && !/^\p{Ll}/u.test(line.text)
    if (head) counts.set(shape(line), (counts.get(shape(line)) ?? 0) + 1)
  }
  // A page has two edges.
  return new Set([...counts].filter(([, count]) => count > 1 && count * 5 >= edges.length).map(([text]) => text))
}

const shape = (line: Line): string => line.text.replace(/\d+/g, '0').replace(/\s+/g, ' ')

/** Words of lines on one line, each sign with its offset in the source: where a finding in running text stands on the paper. */
export type Flow = { text: string; at: number[] }

/** Joins slices of the healed text with single spaces. */
export const flowOf = (plain: string, slices: readonly (readonly [start: number, end: number])[]): Flow => {
  const signs: string[] = []
  const at: number[] = []
  for (const [start, end] of slices) {
    if (signs.length && signs.at(-1) !== ' ') {
      signs.push(' ')
      at.push(start)
    }
    for (let i = start; i < end; i++) {
      const sign = plain.charAt(i)
      const blank = /\s/.test(sign)
      if (blank && (signs.length === 0 || signs.at(-1) === ' ')) continue
      signs.push(blank ? ' ' : sign)
      at.push(i)
    }
  }
  return { text: signs.join(''), at }
}

/** The source span of a stretch of a flow, without the blanks at its ends. */
export const spanOf = (flow: Flow, from: number, to: number): [number, number] => {
  let first = from
  let last = to
  while (first < last && flow.text[first] === ' ') first++
  while (last > first && flow.text[last - 1] === ' ') last--
  const start = flow.at[first] ?? flow.at.at(-1) ?? 0
  return last > first ? [start, (flow.at[last - 1] ?? start) + 1] : [start, start]
}
