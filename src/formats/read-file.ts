import { parseDocx } from './docx/parse.ts'
import { parsePdf } from './pdf/parse.ts'
import { sniffPicture } from './photo/kinds.ts'
import { MAX_FILE_BYTES, type ReadProgress, type Source, Unreadable } from './source.ts'
import { parseText } from './text/parse.ts'

/**
 * The one door for a file of any kind that is read: tells the kind by name and first bytes, and reads it.
 * @throws Unreadable with the reason ('scan': its pages are pictures, see scan/); a damaged file gives no other error
 */
export const readFile = async (file: { name: string; bytes: Uint8Array }, progress?: ReadProgress): Promise<Source> => {
  const { name, bytes } = file
  if (bytes.length > MAX_FILE_BYTES) throw new Unreadable('too-large')
  if (bytes.length === 0) throw new Unreadable('empty')
  const kind = kindOf(bytes)
  const told = name.toLowerCase().match(/\.([^./\\]+)$/)?.[1] ?? ''
  if (kind === 'ole') throw new Unreadable(isEncrypted(bytes) ? 'password' : 'legacy-doc')
  const expected = EXTENSIONS.get(told)
  if (!expected) throw new Unreadable(told === 'doc' ? 'legacy-doc' : 'unknown-format')
  if (expected !== kind) throw new Unreadable('wrong-extension')
  return READERS[kind](bytes, progress)
}

type Kind = 'text' | 'zip' | 'pdf' | 'picture'

const EXTENSIONS = new Map<string, Kind>([
  ['txt', 'text'],
  ['docx', 'zip'],
  ['docm', 'zip'],
  ['pdf', 'pdf'],
  ['jpg', 'picture'],
  ['jpeg', 'picture'],
  ['png', 'picture'],
])

const READERS: Record<Kind, (bytes: Uint8Array, progress?: ReadProgress) => Promise<Source>> = {
  text: async bytes => parseText(bytes),
  zip: parseDocx,
  pdf: parsePdf,
  picture: async () => {
    throw new Unreadable('scan')
  },
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06]

/** ISO 32000-1, appendix H: readers accept the header anywhere within the first 1,024 bytes. */
const PDF_HEAD = 1024

const kindOf = (bytes: Uint8Array): Kind | 'ole' => {
  const starts = (magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte)
  if (starts(OLE)) return 'ole'
  if (starts(ZIP) || starts(EMPTY_ZIP)) return 'zip'
  if (sniffPicture(bytes) !== null) return 'picture'
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(PDF_HEAD, bytes.length))
  return head.includes('%PDF-') ? 'pdf' : 'text'
}

/** An encrypted DOCX is an OLE file with this stream ([MS-OFFCRYPTO] 2.3); its directory writes names in UTF-16. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
