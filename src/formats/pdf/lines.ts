import { healLegacy } from '../text/parse.ts'
import { WORD_GAP, type Word } from './shown-words.ts'

/** A piece of a printed line that belongs together; `top`…`bottom` is the height of its letters. Points, y downwards. */
export type Segment = { text: string; x0: number; x1: number; top: number; bottom: number; size: number }

/** A drawn blank narrower than this (in em, between the signs beside it) is an artefact of justification. */
const LEAST_BLANK = 0.08

/** A gap of so many em may be the gutter between two columns. */
export const GUTTER = 0.8

/** Groups words into lines from top to bottom, and every line into segments from left to right, parted at wide gaps. */
export const findSegments = (words: readonly Word[]): Segment[] =>
  groupLines(words).flatMap(line =>
    splitLine(line)
      .map(toSegment)
      .filter(segment => segment.text !== ''),
  )

/** The text of a table cell: its lines from top to bottom, divided by `\n`. */
export const cellText = (words: readonly Word[]): string => groupLines(words).map(joinWords).join('\n').replace(CUT_SYMBOL, '')

/** The end of a line within the number or symbol of a paper: "30/2020/" above "NĐ-CP". */
const CUT_SYMBOL = /(?<=\d\/)\n(?=[\d\p{Lu}])|(?<=\/\p{Lu}{1,6}-)\n(?=\p{Lu})/gu

const isInk = (word: Word): boolean => word.text.trim() !== ''

const topOf = (word: Word): number => word.y - 0.7 * word.size
const bottomOf = (word: Word): number => word.y + 0.2 * word.size

/** Words whose heights overlap by half stand on one line, so that superscripts stay with theirs. */
const groupLines = (words: readonly Word[]): Word[][] => {
  const lines: { words: Word[]; top: number; bottom: number; ink: number }[] = []
  for (const word of words.toSorted((a, b) => a.y - b.y)) {
    const top = topOf(word)
    const bottom = bottomOf(word)
    const home = lines.slice(-3).findLast(line => {
      const shared = Math.min(bottom, line.bottom) - Math.max(top, line.top)
      return shared >= 0.5 * Math.min(bottom - top, line.bottom - line.top)
    })
    if (!home) lines.push({ words: [word], top, bottom, ink: word.size })
    else {
      home.words.push(word)
      // A line is as high as its largest letters, not as its superscripts.
      if (word.size > home.ink && isInk(word)) Object.assign(home, { top, bottom, ink: word.size })
    }
  }
  return lines.map(line => line.words.toSorted((a, b) => a.x0 - b.x0)).filter(line => line.some(isInk))
}

/** A number, letter or dash in front of a line: the gap behind it is a tab and no gutter. */
const LABEL =
  /^(?:[-–—+*•●▪■□❖➢✓o]|\(?(?:\d{1,3}|\p{L}{1,2}|[IVXLC]{1,6})[.)\]:/-]?|\p{L}{1,5}[.):]|\d{1,3}(?:\.\d{1,3}){1,5}\.?|(?:Điều|Chương|Mục|Phần)\s+\S{1,8})$/u

/** A label has few pieces. */
const LONGEST_LABEL = 12

const splitLine = (line: readonly Word[]): Word[][] => {
  const ink = line.filter(isInk)
  const gaps = ink.slice(1).map((word, i) => word.x0 - ink[i]!.x1)
  const blank = median(gaps.filter((gap, i) => gap > LEAST_BLANK * ink[i]!.size))
  const parts: Word[][] = [[]]
  let last: Word | null = null
  for (const word of line) {
    const part = parts.at(-1)!
    const gap = last && isInk(word) ? word.x0 - last.x1 : 0
    const wide = gap > GUTTER * word.size && (gap > 2.2 * blank || gaps.length === 1)
    const label = wide && parts.length === 1 && part.length <= LONGEST_LABEL && LABEL.test(joinWords(part))
    if (wide && !label) parts.push([word])
    else part.push(word)
    if (isInk(word)) last = word
  }
  return parts
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const toSegment = (words: readonly Word[]): Segment => {
  const ink = words.filter(isInk)
  const largest = ink.reduce((best, word) => (word.size > best.size ? word : best))
  const [x0, x1] = [Math.min(...ink.map(word => word.x0)), Math.max(...ink.map(word => word.x1))]
  return { text: joinWords(words), x0, x1, top: topOf(largest), bottom: bottomOf(largest), size: largest.size }
}

/** Sets the words of one line beside each other: a blank is where a gap is seen, whatever blanks the file holds. */
const joinWords = (line: readonly Word[]): string => {
  const runs: { text: string; font: string }[] = []
  let last: Word | null = null
  let between = false
  for (const word of line) {
    if (!isInk(word)) between = true
    if (!isInk(word) || (last && isShadow(last, word))) continue
    const gap = last ? word.x0 - last.x1 : 0
    const text = gap > (between ? LEAST_BLANK : WORD_GAP) * word.size ? ` ${word.text}` : word.text
    const run = runs.at(-1)
    if (run?.font === word.font) run.text += text
    else runs.push({ text, font: word.font })
    last = word
    between = false
  }
  const healed = runs.map(run => (legacyCodeOf(run.font) ? healLegacy(run.text, run.font) : run.text))
  // A rule drawn with underscores is a rule.
  return healed.join('').replace(/_{4,}/g, '').trim()
}

/** The code of the fonts from before Unicode, told by their names. */
export const legacyCodeOf = (font: string): 'tcvn3' | 'vni' | null => {
  if (/^\.Vn/i.test(font)) return 'tcvn3'
  return /^VNI[-\s]/i.test(font) ? 'vni' : null
}

/** The same letters drawn twice, a hair apart, imitate bold. */
const isShadow = (a: Word, b: Word): boolean =>
  a.text === b.text && Math.abs(a.x0 - b.x0) < 0.12 * a.size && Math.abs(a.y - b.y) < 0.12 * a.size
