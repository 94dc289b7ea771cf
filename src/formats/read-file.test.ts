import { array, assert, asyncProperty, nat, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packSample, paragraph } from './docx/read/sample-docx.ts'
import { typesetSample } from './pdf/sample-pdf.ts'
import { readFile } from './read-file.ts'
import { MAX_FILE_BYTES, Unreadable } from './source.ts'

const docx = packSample({ body: paragraph('Điều 1. Phạm vi') })
const text = new TextEncoder().encode('Điều 1. Phạm vi')

const ole = (stream: string): Uint8Array =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.alloc(600), ...Buffer.from(stream, 'utf16le')])

const read = async (name: string, bytes: Uint8Array): Promise<string> => {
  try {
    return (await readFile({ name, bytes })).format
  } catch (error) {
    if (error instanceof Unreadable) return error.code
    throw error
  }
}

describe('the one door', () => {
  test.each([
    ['a.txt', text, 'txt'],
    ['Chương trình.DOCX', docx, 'docx'],
    ['a.pdf', typesetSample('Điều 1'), 'pdf'],
    ['a.txt', new Uint8Array(), 'empty'],
    ['a.doc', ole('WordDocument'), 'legacy-doc'],
    ['a.docx', ole('WordDocument'), 'legacy-doc'],
    ['a.docx', ole('EncryptedPackage'), 'password'],
    ['a.pdf', docx, 'wrong-extension'],
    ['a.txt', docx, 'wrong-extension'],
    ['a.docx', text, 'wrong-extension'],
    ['a.xlsx', docx, 'unknown-format'],
    ['a', text, 'unknown-format'],
  ])('%s', async (name, bytes, result) => {
    expect(await read(name, bytes)).toBe(result)
  })

  test('50 MB exactly are read, one byte more is not', async () => {
    const bytes = new Uint8Array(MAX_FILE_BYTES + 1).fill(0x20)
    bytes.set(text)
    expect(await read('a.txt', bytes.subarray(0, MAX_FILE_BYTES))).toBe('txt')
    expect(await read('a.txt', bytes)).toBe('too-large')
  })

  test('a damaged DOCX is read or refused, never another error', async () => {
    const damage = array(tuple(nat(docx.length - 1), nat(255)), { minLength: 1, maxLength: 20 })
    await assert(
      asyncProperty(damage, async changes => {
        const bytes = docx.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        await read('a.docx', bytes)
      }),
      { seed: 20_260_312, numRuns: 60 },
    )
  })
})
