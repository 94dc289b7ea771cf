import type { SourceSignature } from '../source.ts'
import { readCertificateSubject } from './signer.ts'

/**
 * Finds the signature dictionaries of a PDF. They stand in the file as they are, never packed, for a signature must name its
 * own bytes. This tells who is said to have signed and when; it verifies nothing.
 */
export const findSignatures = (bytes: Uint8Array): SourceSignature[] => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: SourceSignature[] = []
  for (let at = file.indexOf('/ByteRange'); at >= 0 && found.length < 100; at = file.indexOf('/ByteRange', at + 1)) {
    const dictionary = dictionaryAround(file, at)
    const signature = dictionary && readSignature(dictionary)
    if (signature) found.push(signature)
  }
  return found
}

/** The certificate and its chain, written in hex, stay below this. */
const LARGEST = 2_000_000

/** So much of a reason or address is looked at. */
const LONGEST_TEXT = 1000

const dictionaryAround = (file: Buffer, at: number): Buffer | null => {
  const start = file.lastIndexOf(' obj', at)
  const end = file.indexOf('endobj', at)
  return start < 0 || end < 0 || end - start > LARGEST ? null : file.subarray(start, end)
}

const readSignature = (dictionary: Buffer): SourceSignature | null => {
  const source = dictionary.toString('latin1')
  const contents = /\/Contents\s*<([\da-fA-F\s]*)>/.exec(source)
  const words = contents ? source.slice(0, contents.index) + source.slice(contents.index + contents[0].length) : source
  // A document time stamp is nobody's signature.
  if (/\/Type\s*\/DocTimeStamp|\/SubFilter\s*\/ETSI\.RFC3161/.test(words)) return null
  const subject = contents ? readCertificateSubject(Buffer.from((contents[1] ?? '').replace(/\s/g, ''), 'hex')) : null
  const told = ['Reason', 'ContactInfo', 'Location'].map(key => findText(words, key).slice(0, LONGEST_TEXT)).join(' ')
  const name = subject?.name ?? findText(words, 'Name')
  if (!name) return null
  return { name, email: findEmail(told) ?? subject?.email ?? null, signedAt: parsePdfDate(findText(words, 'M')) }
}

const findEmail = (text: string): string | null => /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(text)?.[0] ?? null

const findText = (dictionary: string, key: string): string => {
  const literal = new RegExp(`/${key}\\s*\\(((?:\\\\[^]|[^\\\\()])*)\\)`).exec(dictionary)
  if (literal) return decodePdfText(Buffer.from(unescapePdf(literal[1] ?? ''), 'latin1'))
  const hex = new RegExp(`/${key}\\s*<([\\da-fA-F\\s]*)>`).exec(dictionary)
  return hex ? decodePdfText(Buffer.from((hex[1] ?? '').replace(/\s/g, ''), 'hex')) : ''
}

const ESCAPES = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
])

/** ISO 32000-1, 7.3.4.2: escapes in a literal string. */
const unescapePdf = (text: string): string =>
  text.replace(/\\([0-7]{1,3}|\r\n|[^])/g, (_, code: string) => {
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff)
    return /^[\r\n]/.test(code) ? '' : (ESCAPES.get(code) ?? code)
  })

const decodePdfText = (bytes: Buffer): string => {
  const wide = bytes[0] === 0xfe && bytes[1] === 0xff
  if (wide) return new TextDecoder('utf-16be').decode(bytes.subarray(2)).normalize('NFC').trim()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC').trim()
  } catch {
    return new TextDecoder('windows-1252').decode(bytes).trim()
  }
}

/** "D:20260527075525+07'00'" as ISO 8601 with its offset; null where it is no date. */
export const parsePdfDate = (text: string): string | null => {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(text)
  if (!match) return null
  const [, year, month, day, hour, minute, second, zulu, hours, minutes] = match
  const offset = hours ? `${hours}:${minutes ?? '00'}` : zulu
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}${offset ?? ''}`
  return Number.isNaN(Date.parse(iso)) ? null : iso
}
