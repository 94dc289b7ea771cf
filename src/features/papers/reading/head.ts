import { fold } from '../../../kernel/vietnamese.ts'
import { cellsOf } from '../../programmes/index.ts'

/** What stands at the top of a first page, up to the matter itself; '' where a line was left blank. */
export type Head = { lines: string[]; numberAt: number | null; cited: string | null }

/** The head of a paper with its letterhead, title and addressees is never longer. */
const MOST_LINES = 45

/** Digits of a number or a day that a reader of letters takes for letters. */
export const digits = (text: string): string => text.replace(/[OoQ]/g, '0').replace(/[lI|!]/g, '1')

const NUMBER =
  /^(?:[^\p{L}\d]{0,3}|\S{1,3}\s*[:;]\s*)([\dOolI]{1,5}[A-Za-z]?)\s*([/-])\s*((?:\d{4}\s*\/\s*)?\p{Lu}[\p{L}\d.]*(?:\s?[-/]\s?[\p{L}\d.]+)*)\W*$/u
const SO = /^\W{0,2}(?:s[o06]|5[o06]|\$o|8o)\s*[:.;,]?\s*/

/** "05/BC-SDTTG", "138-CV/BTGDVTU", "28/2021/QĐ-TTg" out of "Số: 05 /BC – SDTTG"; null where the line has none. */
export function numberIn(cell: string): string | null {
  const plain = cell.replace(/[–—]/g, '-').replaceAll('Ð', 'Đ').trim()
  const told = SO.exec(fold(plain))
  const found = NUMBER.exec(told ? plain.slice(told[0].length) : plain)
  if (!found) return null
  const [, number = '', mark, symbol = ''] = found
  const counted =
    /[A-Za-z]$/.test(number) && !/[OolI]$/.test(number) ? digits(number.slice(0, -1)) + number.slice(-1) : digits(number)
  return `${counted}${mark}${symbol.replace(/\s+/g, '').replace(/\.+$/, '')}`
}

/** The first lines of the text, with the line of its number. Lines in two columns are taken apart. */
export function headOf(text: string): Head {
  const lines = text
    .split(/[\n\f]/)
    .flatMap(line => (line.trim() === '' ? [''] : cellsOf(line)))
    .slice(0, MOST_LINES)
  const numberAt = lines.findIndex(line => numberIn(line) !== null)
  return { lines, numberAt: numberAt < 0 ? null : numberAt, cited: numberAt < 0 ? null : numberIn(lines[numberAt]!) }
}

const MOTTO = /^(?:cong hoa xa hoi|dang cong san viet|doc lap ?- ?tu do|.{0,6}lap.{0,12}hanh phuc)/
/** Quốc hiệu, tiêu ngữ, the Party's name, stars, rules and specks. */
export const isOrnament = (line: string): boolean => MOTTO.test(fold(line)) || (line !== '' && !/[\p{L}\d]{2}/u.test(line))

const URGENCY = /^\W*(?:khan|thuong khan|hoa toc|luu hanh noi bo|xem xong tra lai)\W*$/
export const isStamp = (line: string): boolean => URGENCY.test(fold(line))
