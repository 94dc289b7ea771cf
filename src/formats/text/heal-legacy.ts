import { TCVN3, TCVN3_STAND_INS, VNI_LETTERS, VNI_MARKS } from './legacy-tables.ts'
import { isSyllable } from './syllable.ts'

export type LegacyCode = 'tcvn3' | 'vni'

/** Letters that stand in Unicode Vietnamese only: a text with one of them is not in a legacy code. */
const MODERN = /[ăđĩũơưĂĐĨŨƠƯƢƣẠ-ỹ]|\p{M}/u

/**
 * Turns text of the ".Vn…" (TCVN3) or "VNI-…" fonts, shown as Latin-1 letters, into Vietnamese (NFC).
 * @param font name of the run's font; null where unknown: then the text changes only if that makes it Vietnamese
 */
export const healLegacy = (text: string, font: string | null): string => {
  const code = MODERN.test(text) ? null : (codeOfFont(font) ?? findLegacyCode(text))
  if (!code) return text
  const healed = decodeLegacy(text, code)
  return font && /^\.Vn.*H$/.test(font.trim()) ? healed.toUpperCase() : healed
}

const codeOfFont = (font: string | null): LegacyCode | null => {
  if (!font) return null
  if (/^\.Vn/i.test(font.trim())) return 'tcvn3'
  return /^VNI[-\s]/i.test(font.trim()) ? 'vni' : null
}

/** The legacy code of a text, told by which reading makes Vietnamese syllables of its words; null where none does better. */
export const findLegacyCode = (text: string): LegacyCode | null => {
  if (MODERN.test(text)) return null
  const words = markedWords(text)
  if (!words.length) return null
  const score = (read: (word: string) => string): number => words.filter(word => isSyllable(read(word))).length
  const asItIs = score(word => word)
  const ranked = (['tcvn3', 'vni'] as const)
    .map(code => ({ code, hits: score(word => decodeLegacy(word, code)) }))
    .toSorted((a, b) => b.hits - a.hits)
  const best = ranked[0]
  return best && best.hits > asItIs && best.hits * 5 >= words.length * 3 ? best.code : null
}

/** Words that hold a letter or sign from the upper half of Latin-1 (or what a PDF puts for one). */
export const markedWords = (text: string): string[] =>
  text.split(/[\s.,;:!?()[\]"“”'‘’/\\-]+/).filter(word => /[a-z]/i.test(word) && /[\u00a1-\u00ff\u2212\u2219\u03bc]/.test(word))

export const decodeLegacy = (text: string, code: LegacyCode): string => (code === 'vni' ? decodeVni(text) : decodeTcvn3(text))

const decodeTcvn3 = (text: string): string =>
  text
    .replace(/(?<=\p{L})[\u2212\u2219\u03bc]|[\u2212\u2219\u03bc](?=\p{L})/gu, sign => TCVN3_STAND_INS.get(sign) ?? sign)
    .replace(/[\u00a1-\u00fe]/g, byte => TCVN3.get(byte) ?? byte)
    .replace(/[^\n\f\t]+/g, raiseCapitals)

const WORD = /\p{L}+/gu
const inCapitals = (word: string): boolean => /[A-Z].*[A-Z]/.test(word) && !/[a-z]/.test(word)

/** The bytes know no marked capitals: "CHươNG TRìNH". What stands among capitals is one, and the whole line where nothing is small. */
const raiseCapitals = (line: string): string => {
  const raised = line.replace(WORD, word => (inCapitals(word) ? word.toUpperCase() : word))
  return raised !== line && !/[a-z]/.test(line) ? line.toUpperCase() : raised
}

const VNI_MARKED = new RegExp(`([AEIOUYÔÖ])([${[...VNI_MARKS.keys()].join('')}])`, 'gi')

const decodeVni = (text: string): string =>
  text
    .replace(VNI_MARKED, (_, base: string, mark: string) => base + (VNI_MARKS.get(mark.toLowerCase()) ?? mark))
    .replace(/[ÑñÔôÖöÆæÓóÒòÎî]/g, letter => VNI_LETTERS.get(letter) ?? letter)
    .normalize('NFC')
