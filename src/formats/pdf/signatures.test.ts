import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shared } from '../../../test/shared.ts'
import { findSignatures, parsePdfDate } from './signatures.ts'

const file = (dictionary: string): Uint8Array =>
  new Uint8Array(Buffer.from(`%PDF-1.7\n5 0 obj\n<</Type/Sig /ByteRange [0 10 20 30] ${dictionary}>>\nendobj\n`, 'latin1'))

describe('signatures named in a PDF', () => {
  test('name, time and address are read from the dictionary', () => {
    const name = Buffer.from('\ufeffTrần Văn Mẫu', 'utf16le').swap16().toString('hex')
    const reason = String.raw`/Reason(K\375 b\(i: mau@sonha.example)`
    expect(findSignatures(file(`/Name<${name}>/M(D:20260312083000+07'00')${reason}`))).toEqual([
      { name: 'Trần Văn Mẫu', email: 'mau@sonha.example', signedAt: '2026-03-12T08:30:00+07:00' },
    ])
  })

  test('a document time stamp is no signature, nor is a dictionary that names nobody', () => {
    expect(findSignatures(file('/SubFilter/ETSI.RFC3161 /Name(TSA)'))).toEqual([])
    expect(findSignatures(file('/Contents<3003020101>'))).toEqual([])
  })

  test.each([
    ["D:20260312083000+07'00'", '2026-03-12T08:30:00+07:00'],
    ['D:20260312083000Z', '2026-03-12T08:30:00Z'],
    ['D:20260312083000', '2026-03-12T08:30:00'],
    ['D:20261340083000Z', null],
    ['hôm nay', null],
  ])('%s is %s', (text, iso) => {
    expect(parsePdfDate(text)).toBe(iso)
  })
})

describe.skipIf(!shared)('the signature of a real gazette', () => {
  test("bears the name in the signer's certificate", () => {
    const bytes = new Uint8Array(readFileSync(join(shared ?? '', 'data/files/gazette-QD-844-QD-TTg-2026.pdf')))
    expect(findSignatures(bytes)).toEqual([
      {
        name: 'CÔNG BÁO NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        email: expect.stringMatching(/@/),
        signedAt: '2026-05-27T07:55:25+07:00',
      },
    ])
  })
})
