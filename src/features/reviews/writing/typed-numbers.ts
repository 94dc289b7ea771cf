import type { CompiledBlock, Sentence } from '../contract.ts'

/** Where a number stands in words. */
export type Range = { from: number; to: number }
/** In place of a figure, which is one sign in the text. */
export const FIGURE_SIGN = '\uFFFC'

/** A number by itself: no piece of a word, of a date (21/11) or of the number of a paper (12/KH-MTTQ, 49-CT/TW). */
const NUMBER = /(?<![\p{L}\p{N}/.]|\p{L}-)\d+(?:[.,]\d+)*%?(?![\p{L}\p{N}]|\/[\p{L}\p{N}]|-\p{L})/gu
const YEAR = /^(?:19|20)\d\d$/
/** What names a day, a place in a law or a paper, or a village, and no amount. */
const NAMED = new RegExp(
  '(?:^|[\\s(“"])(?:(?<!tổng )số|điều|khoản|điểm|mục|phần|chương|phụ lục|biểu|mẫu|ngày|mùng|tháng|năm|quý|thứ|nđ|qđ|tt|ct|kl|nq|hd|kh|cv' +
    '|thôn|bản|buôn|làng|ấp|xóm|khối|khóm|tổ|tổ dân phố|khu phố|quốc lộ)\\s+$',
  'iu',
)
const NAMED_PAPER = /(?:Luật|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Kết luận|Kế hoạch|Công văn|Hướng dẫn)\s+$/u
const OF_TIME = /^\s+(?:giờ|ngày|tuần|tháng|quý|năm)(?!\p{L})/iu

/**
 * Numbers in a line that somebody typed and that no record stands behind. Years, days, numbers of laws and papers are none, nor what
 * compiling itself tells in these words (`told`): the target of a plan, the place in a clause.
 */
export function typedNumbers(line: string, told: string): Range[] {
  return [...line.matchAll(NUMBER)].flatMap(({ 0: number, index: from }) => {
    const to = from + number.length
    const [before, after] = [line.slice(0, from), line.slice(to)]
    return isAmount(number, before, after) && !isTold({ before, number, after }, told) ? [{ from, to }] : []
  })
}

function isAmount(number: string, before: string, after: string): boolean {
  if (YEAR.test(number) || NAMED.test(before) || NAMED_PAPER.test(before) || OF_TIME.test(after)) return false
  const isLabel = before.trim() === '' && /^[.)]\s/.test(after)
  return !isLabel && !(before.endsWith('(') && after.startsWith(')') && number.length < 3)
}

/** The number with the word on either side stands so in what compiling tells. */
function isTold({ before, number, after }: { before: string; number: string; after: string }, told: string): boolean {
  const [left, right] = [/\S+\s*$/.exec(before)?.[0] ?? '', /^\s*\S+/.exec(after)?.[0] ?? '']
  return left + right !== '' && told.includes(left + number + right)
}

export const lineOf = (pieces: Sentence): string =>
  pieces.map(piece => (typeof piece === 'string' ? piece : FIGURE_SIGN)).join('')

/** The words of compiled lines, in which numbers are looked up. */
export const toldWords = (lines: readonly { pieces: Sentence }[]): string => lines.map(one => lineOf(one.pieces)).join('\n')

/** How many numbers of a text somebody has typed. */
export function countTyped(blocks: readonly CompiledBlock[], told: string): number {
  const lines = blocks.flatMap(block => {
    if (block.kind === 'table') return block.rows.flat().map(lineOf)
    if (block.kind === 'sentence') return [lineOf(block.pieces)]
    return block.kind === 'asked' ? block.text.split('\n') : []
  })
  return lines.reduce((count, line) => count + typedNumbers(line, told).length, 0)
}
