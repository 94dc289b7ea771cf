import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shared } from '../../../test/shared.ts'
import { Unreadable } from '../source.ts'
import { makeIdentity } from './fixtures/identity.ts'
import { revise, SHEET, signPdf, writePdf } from './fixtures/sheet.ts'
import { judgePdf } from './judge.ts'
import { samplePdf } from './sample.ts'
import { NO_LIST } from './trust.ts'

type Entry = { file: string; verdict: string; why: string }
const place = join(shared ?? '', 'data/signed-pdf')
const read = (file: string) => new Uint8Array(readFileSync(join(place, file)))
const entries: Entry[] = shared ? JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8')).files : []

const refusalOf = (bytes: Uint8Array): string | null => {
  try {
    judgePdf(bytes, NO_LIST)
    return null
  } catch (error) {
    if (error instanceof Unreadable) return error.code
    throw error
  }
}

/** Numbers from a fixed seed (mulberry32). */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t ^= t + Math.imul(t ^ (t >>> 7), 61 | t)
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

const mutate = (bytes: Uint8Array, next: () => number): Uint8Array => {
  const out = bytes.slice(0, next() < 0.3 ? Math.floor(next() * bytes.length) : bytes.length)
  for (let i = 0; i < 1 + next() * 20 && out.length; i++) out[Math.floor(next() * out.length)] = Math.floor(next() * 256)
  return out
}

/** The file saved so often anew, each time with an object that nothing shows, and at last with these. */
function manyRevisions(bytes: Uint8Array, many: number, last: Record<number, string> = { 31: 'null' }): Uint8Array {
  const parts = [Buffer.from(bytes)]
  let [end, previous] = [bytes.length, Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(bytes).toString('latin1'))![1])]
  for (let nth = 0; nth < many; nth++) {
    const object = `30 0 obj\n${nth}\nendobj\n`
    const table = `xref\n30 1\n${String(end).padStart(10, '0')} 00000 n \ntrailer\n<< /Root 1 0 R /Size 41 /Prev ${previous} >>\n`
    previous = end + object.length
    const part = Buffer.from(`${object}${table}startxref\n${previous}\n%%EOF\n`)
    parts.push(part)
    end += part.length
  }
  return revise(Buffer.concat(parts), last, { previous })
}

describe.skipIf(!shared)('public signed files', () => {
  test.each(entries)('$file is $verdict', ({ file, verdict }) => {
    expect(judgePdf(read(file), NO_LIST).integrity).toBe(verdict)
  })

  test('20 mutated signed files are judged or refused', () => {
    const next = seeded(2026)
    const bytes = read('pyhanko_minimal-two-fields-signed-twice.pdf')
    for (let i = 0; i < 20; i++) refusalOf(mutate(bytes, next))
  })
})

describe('files without a signature', () => {
  test('a plain PDF is unsigned', () => expect(judgePdf(samplePdf(), NO_LIST).integrity).toBe('unsigned'))
  test('an empty file is refused as empty', () => expect(refusalOf(new Uint8Array())).toBe('empty'))
  test('text is refused as no PDF', () => expect(refusalOf(Buffer.from('Kính gửi'))).toBe('unknown-format'))
  test('a truncated PDF is refused as damaged', () => expect(refusalOf(samplePdf().slice(0, 150))).toBe('corrupt'))
  test('an encrypted PDF is unsigned all the same', () =>
    expect(judgePdf(samplePdf('/Encrypt 9 0 R'), NO_LIST).integrity).toBe('unsigned'))
  test('a signature that names two numbers as its range is broken', () => {
    const signed = samplePdf('', '<< /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [0 10] /Contents <00> >>')
    expect(judgePdf(signed, NO_LIST).integrity).toBe('broken')
  })
  test('five thousand later revisions are judged to the last one', async () => {
    const signed = await signPdf(writePdf(), await makeIdentity({ name: 'Nguyễn Văn Thử', organization: 'Sở Thử nghiệm' }))
    const [plain, forged] = [manyRevisions(signed, 5000), manyRevisions(signed, 5000, { 4: SHEET[12]! })]
    expect(judgePdf(plain, NO_LIST).integrity).toBe('intact-with-notes')
    expect(judgePdf(forged, NO_LIST).integrity).toBe('broken')
  })

  test('200 mutated files are judged or refused', () => {
    const next = seeded(1)
    for (let i = 0; i < 200; i++) refusalOf(mutate(samplePdf(), next))
  })
})
