import { type Source, Unreadable } from '../../../formats/source.ts'
import { healInPlace } from './lines.ts'

const MARK = /^(?:độmật)?(?:tối|tuyệt)?mật$/u
/** The first half of a longer word broken over two lines: BẢO / MẬT. */
const HALF_WORD = /(?:bảo|bí)$/iu

/** A paper of the state's secrets bears its mark alone on a line or in a cell, often in its head or foot; such papers are not taken in. */
export const refuseSecret = (source: Source): void => {
  for (const text of [source.text, ...(source.aside ?? [])]) refuseMarked(text)
}

function refuseMarked(text: string): void {
  let before = ''
  for (const [line] of healInPlace(text).matchAll(/[^\n\f]+/g)) {
    const cells = line.split(/\t+|\s{3,}/).filter(cell => cell.trim())
    const marked = [line, ...cells].some(cell => isMark(cell))
    if (marked && !HALF_WORD.test(before)) throw new Unreadable('state-secret')
    before = line.trim() || before
  }
}

/** Blanks, stops and frames around the letters do not hide a mark; small letters alone are a broken line of a sentence. */
const isMark = (cell: string): boolean => {
  if (cell.length > 60) return false
  const bare = cell.normalize('NFKC').replace(/[\p{Z}\p{P}\p{S}\p{C}]/gu, '')
  return bare !== bare.toLowerCase() && MARK.test(bare.toLowerCase())
}
