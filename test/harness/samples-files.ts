import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { samplesDir } from '../../src/app/samples.ts'
import { packSample, paragraph } from '../../src/formats/docx/read/sample-docx.ts'
import { typesetSample } from '../../src/formats/pdf/sample-pdf.ts'
import { TCVN3, VNI_LETTERS, VNI_MARKS } from '../../src/formats/text/legacy-tables.ts'

const programme = readFileSync(join(samplesDir, 'chuong-trinh.txt'), 'utf8')
const HORN = '\u031b'
const TITLE = 'CHƯƠNG TRÌNH PHỐI HỢP CÔNG TÁC'
let last = 1000

/** The sample programme under a number that no other file of the run has; `above` stands on lines of its own over the title. */
export const programmeText = (above = ''): string =>
  programme.replace('07/CTrPH', `${++last}/CTrPH`).replace(TITLE, `${above}\n\n${TITLE}`)

const escapeXml = (text: string): string => text.replace(/[&<>]/g, sign => `&#${sign.charCodeAt(0)};`)

/** One paragraph for each line; `head` stands at the top of every page. */
export const toDocx = (text: string, head = ''): Uint8Array =>
  packSample({
    header: paragraph(head),
    body: text
      .split('\n')
      .map(line => paragraph(escapeXml(line)))
      .join(''),
  })

/** Set as it stands, no sign of it is markup; `head` stands at the top of every page. */
export const toPdf = (text: string, head = ''): Uint8Array =>
  typesetSample(`#set page(header: [${head}])\n${text.replace(/[^\p{L}\p{N}\s]/gu, String.raw`\$&`)}`)

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A DOCX of a main part only, which may be as odd as one likes. */
export const bareDocx = (document: string | Uint8Array): Uint8Array =>
  zipSync({ 'word/document.xml': typeof document === 'string' ? strToU8(document) : document })

export const wordDocument = (body: string, prolog = ''): string =>
  `${prolog}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`

/** Zeros packed a thousand to one, and a directory that declares 4 GB less two bytes. */
export const docxBomb = (): Uint8Array => {
  const bytes = bareDocx(new Uint8Array(20 * 1024 * 1024))
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length - 4; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xffff_fffe, true)
  }
  return bytes
}

/** A PDF that is opened with a password only: a trailer with the entries of ISO 32000-1, 7.6.3.2. */
export const lockedPdf = (): Uint8Array => {
  const secret = `<${'5a'.repeat(32)}>`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
    `<</Filter/Standard/V 2/R 3/Length 128/P -44/O ${secret}/U ${secret}>>`,
  ]
  let text = '%PDF-1.6\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj${object}endobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 5\n0000000000 65535 f \n${places.join('')}`
  const trailer = `trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n${text.length}\n%%EOF\n`
  return strToU8(text + table + trailer)
}

const swap = (pairs: ReadonlyMap<string, string>): Map<string, string> => new Map([...pairs].map(([code, sign]) => [sign, code]))
const tcvn3 = swap(TCVN3)
const vniLetters = swap(VNI_LETTERS)
const vniMarks = [...swap(VNI_MARKS)].toSorted(([a], [b]) => b.length - a.length)

/** Bytes of the TCVN3 fonts, which know no marked capitals. */
export const toTcvn3 = (text: string): Uint8Array =>
  Buffer.from(
    text.normalize('NFC').replace(/[^\0-~]/gu, sign => tcvn3.get(sign) ?? tcvn3.get(sign.toLowerCase()) ?? '?'),
    'latin1',
  )

/** Bytes of the VNI fonts: a letter, then a byte for its marks. */
export const toVni = (text: string): Uint8Array =>
  Buffer.from(
    text.normalize('NFC').replace(/[^\0-~]/gu, sign => {
      const whole = vniLetters.get(sign)
      if (whole) return whole
      const [base = '', ...marks] = sign.normalize('NFD').split('')
      const letter = vniLetters.get((base + marks.filter(mark => mark === HORN).join('')).normalize('NFC')) ?? base
      const mark = vniMarks.find(([found]) => found.split('').every(one => marks.includes(one)))?.[1] ?? ''
      return letter + (base === base.toUpperCase() ? mark.toUpperCase() : mark)
    }),
    'latin1',
  )
