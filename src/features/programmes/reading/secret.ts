import { type Source, Unreadable } from '../../../formats/source.ts'
import { healInPlace } from './lines.ts'

const MARK = /^[[(]?(?:TỐI|Tối|TUYỆT|Tuyệt)?(?:MẬT|Mật|mật)[\])]?$/u
/** The first half of a longer word broken over two lines: BẢO / MẬT. */
const HALF_WORD = /(?:bảo|bí)$/iu

/** A paper of the state's secrets bears its mark alone on a line or in a cell; such papers are not taken in. */
export const refuseSecret = (source: Source): void => {
  let before = ''
  for (const line of healInPlace(source.text).split(/[\n\f]/)) {
    const cells = line.split(/\t+|\s{3,}/).filter(cell => cell.trim())
    const marked = [line, ...cells].some(cell => isMark(cell))
    if (marked && !HALF_WORD.test(before)) throw new Unreadable('state-secret')
    before = line.trim()
  }
}

/** Blanks between the letters do not hide a mark; a small "mật" alone is a broken word. */
const isMark = (cell: string): boolean => {
  const bare = cell.replace(/\s+/g, '').normalize('NFC')
  return MARK.test(bare) && bare !== 'mật'
}
