import type { PaperProfile } from './contract.ts'

const blank = ' '.repeat(5)

/** "5" → "05", "6A" → "06A"; longer numbers as they are (NĐ 30, Phụ lục I, II.3). */
const padNumber = (number: string): string => number.replace(/^\d(?!\d)/, '0$&')

/** "05/BC-SDTTG" for state papers, "05-BC/BTGDVTU" for Party papers; blanks stand for a number not yet issued. */
export const numberAndSymbol = (profile: PaperProfile, number: string | null, symbol: string): string =>
  `${number === null ? blank : padNumber(number)}${profile === 'nd30' ? '/' : '-'}${symbol}`

/** "Số: 05/BC-SDTTG" with a colon for state papers, "Số 05-BC/BTGDVTU" without for Party papers. */
export const numberLine = (profile: PaperProfile, number: string | null, symbol: string): string =>
  `${profile === 'nd30' ? 'Số: ' : 'Số '}${numberAndSymbol(profile, number, symbol)}`

/**
 * The symbol of a paper from the abbreviations of its type and of its issuing bodies, the lead first:
 * "BC-UBMTTQ-SDTTG" (NĐ 30), "BC/BTGDVTU-SDTTG" (Party). `type` is empty for a letter: only the Party writes "CV".
 */
export function symbolFor(profile: PaperProfile, type: string, bodies: string[]): string {
  if (profile !== 'nd30') return `${type || 'CV'}/${bodies.join('-')}`
  return [type, bodies.join('-')].filter(part => part !== '').join('-')
}
