import type { Word } from './shown-words.ts'

/** A scanned page lies a little askew; what leans more than this is a stamp or a watermark. */
const MOST_LEAN = 10

/** Whether a word runs along the direction `turn` (in quarter turns) of its page. */
export const isStraight = (word: Word, turn = 0): boolean => {
  const away = Math.abs(((word.angle - turn * 90 + 540) % 360) - 180)
  return away <= MOST_LEAN
}

/** A gap of so many em within one baseline parts two stamps. */
const STAMP_GAP = 3

/**
 * The texts of words that lean or stand across the page, one for each baseline of theirs: a watermark is often set letter by letter.
 */
export function turnedLines(words: readonly Word[]): string[] {
  const lines = new Map<string, { text: string; end: number }>()
  const found: string[] = []
  for (const word of words) {
    const [cos, sin] = [Math.cos((word.angle * Math.PI) / 180), Math.sin((word.angle * Math.PI) / 180)]
    const middle = (word.x0 + word.x1) / 2
    const along = cos * middle + sin * word.y
    const across = Math.round((cos * word.y - sin * middle) / Math.max(word.size, 1))
    const key = `${Math.round(word.angle)} ${across}`
    const before = lines.get(key)
    const near = before && Math.abs(along - before.end) < STAMP_GAP * word.size + Math.abs(word.x1 - word.x0)
    if (before && !near) found.push(before.text)
    lines.set(key, { text: near ? before.text + word.text : word.text, end: along })
  }
  return [...found, ...[...lines.values()].map(line => line.text)].filter(text => text.trim() !== '')
}
