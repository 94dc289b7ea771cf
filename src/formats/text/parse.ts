import type { Source } from '../source.ts'
import { Unreadable } from '../source.ts'
import { decodeLegacy, findLegacyCode, healLegacy, type LegacyCode } from './heal-legacy.ts'
import { isSyllable } from './syllable.ts'

export { healLegacy }

/**
 * Reads a plain text file of any encoding met in Vietnamese offices: UTF-8 or UTF-16 with or without a byte order mark,
 * windows-1258, TCVN3 or VNI bytes. Notes tell which, where it was not UTF-8.
 * @throws Unreadable 'empty' for a file without any printed sign, 'wrong-extension' for one that is no text (a picture, a program)
 */
export const parseText = (bytes: Uint8Array): Source => {
  const { text: raw, note } = decode(bytes)
  if (isBinary(raw)) throw new Unreadable('wrong-extension')
  const text = normalise(raw)
  if (!text.trim()) throw new Unreadable('empty')
  return { format: 'txt', text, pages: pagesOf(text), tables: [], signatures: [], notes: note ? [note] : [] }
}

/** Signs that no text editor writes; a text may hold a few of them, other files are full of them. */
const MOST_CONTROLS = 0.02

const isBinary = (text: string): boolean =>
  (text.match(/(?![\t\n\v\f\r\u0085])\p{Cc}|\ufffd/gu)?.length ?? 0) > MOST_CONTROLS * text.length + 2

type Decoded = { text: string; note: string | null }

const decode = (bytes: Uint8Array): Decoded => {
  const wide = findWide(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes), note: 'utf-16' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const code = findLegacyCode(text)
    return code ? { text: decodeLegacy(text, code), note: code } : { text, note: null }
  } catch {
    return decodeBytes(bytes)
  }
}

/** UTF-16 by its mark, or by the zero bytes that stand on one side of nearly every pair of an unmarked text. */
const findWide = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0] as [number, number]
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2 === 0 ? 0 : 1]++
  const pairs = sample.length / 2
  if (zeros[1] > pairs / 4 && zeros[0] < pairs / 50) return 'utf-16le'
  return zeros[0] > pairs / 4 && zeros[1] < pairs / 50 ? 'utf-16be' : null
}

/** Bytes that are no clean UTF-8: the reading that makes most words Vietnamese. */
const decodeBytes = (bytes: Uint8Array): Decoded => {
  const latin = new TextDecoder('windows-1252').decode(bytes)
  const legacy = (code: LegacyCode): Decoded => ({ text: decodeLegacy(latin, code), note: code })
  const readings: Decoded[] = [
    { text: new TextDecoder('utf-8').decode(bytes), note: null },
    { text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC'), note: 'windows-1258' },
    legacy('tcvn3'),
    legacy('vni'),
  ]
  const [first, ...others] = readings.map(reading => ({ reading, hits: countVietnamese(reading.text) }))
  if (!first) return { text: latin, note: null }
  return others.reduce((best, next) => (next.hits > best.hits ? next : best), first).reading
}

const countVietnamese = (text: string): number =>
  (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter(word => /\P{ASCII}/u.test(word) && isSyllable(word)).length

const normalise = (text: string): string =>
  text
    .replace(/\r\n?|[\v\u0085\u2028\u2029]/g, '\n')
    // Controls other than tab, line and page ends print nothing, and a database refuses NUL.
    .replace(/(?![\t\n\f])\p{Cc}|\ufeff/gu, '')
    .normalize('NFC')

const pagesOf = (text: string): Source['pages'] => {
  const parts = text.split('\f')
  if (parts.length === 1) return []
  let start = 0
  return parts.map((part, i) => {
    const span = [start, start + part.length] as const
    start += part.length + 1
    return { number: i + 1, span }
  })
}
