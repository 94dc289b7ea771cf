import { capital } from '../../../kernel/vietnamese.ts'

const LONGEST_TITLE = 140

/** The beginning of a clause, up to its first stop or 140 characters, without the mark that ends it. */
export function shortTitle(text: string): string {
  const sentence = text.split(/[;:]|\.(?=\s|$)/u)[0]!.trim()
  if (sentence.length <= LONGEST_TITLE) return sentence.replace(/[\s,]+$/u, '')
  const cut = sentence.slice(0, LONGEST_TITLE)
  const comma = cut.lastIndexOf(', ')
  if (comma > LONGEST_TITLE / 2) return cut.slice(0, comma)
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,]+$/u, '')}…`
}

const isShouted = (word: string): boolean => word === word.toLocaleUpperCase('vi') && word !== word.toLocaleLowerCase('vi')

/**
 * A printed title within a sentence: "CHƯƠNG TRÌNH PHỐI HỢP CÔNG TÁC Giữa A với B" → "Chương trình phối hợp công tác giữa A với B".
 * Only capitals at the beginning are lowered; a short one such as "UBMTTQ" further on is an abbreviation and stays.
 */
export function calmTitle(title: string): string {
  const words = title.trim().split(/\s+/)
  const run = words.findIndex(word => !isShouted(word))
  const length = run === -1 ? words.length : run
  if (length < 2) return title.trim()
  const calm = words.slice(0, length).join(' ').toLocaleLowerCase('vi')
  const rest = words
    .slice(length)
    .join(' ')
    .replace(/^(Giữa|Về|Của)(?=\s)/u, word => word.toLocaleLowerCase('vi'))
  return [capital(calm), rest].filter(Boolean).join(' ')
}
