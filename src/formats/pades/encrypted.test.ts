import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeIdentity } from './fixtures/identity.ts'
import { revise } from './fixtures/sheet.ts'
import { signByHand } from './fixtures/sign-by-hand.ts'
import { judgePdf } from './judge.ts'
import { pagesOf } from './pages.ts'
import { Pdf } from './pdf.ts'
import { NO_LIST } from './trust.ts'

/** Our sheet, encrypted and packed by qpdf. */
const read = (kind: string): Buffer => readFileSync(join(import.meta.dirname, `fixtures/encrypted-${kind}.pdf`))

const sign = async (kind: string) => {
  const file = read(kind)
  const trailer = /\/Encrypt \d+ 0 R/.exec(file.toString('latin1'))![0] + / \/ID \[[^\]]*\]/.exec(file.toString('latin1'))![0]
  const signed = await signByHand(file, await makeIdentity({ name: 'Nguyễn Văn Thử' }), { trailer })
  return { signed, trailer }
}

describe('an encrypted file', () => {
  test.each(['rc4-40', 'rc4', 'aes128', 'aes256'])('that asks no password is read through its packed objects (%s)', kind => {
    expect(pagesOf(Pdf.open(read(kind)))).toHaveLength(1)
  })

  test('that is signed bears a note', async () => {
    const { signed, trailer } = await sign('aes128')
    expect(judgePdf(signed, NO_LIST)).toMatchObject({ integrity: 'intact-with-notes', signatures: [{ notes: ['encrypted'] }] })
    expect(judgePdf(revise(signed, { 60: '(thêm)' }, { more: trailer }), NO_LIST).integrity).toBe('intact-with-notes')
  })

  test('that asks a password is judged while nothing came after the signature, for later changes cannot be read', async () => {
    const { signed, trailer } = await sign('with-password')
    expect(judgePdf(signed, NO_LIST)).toMatchObject({ integrity: 'intact-with-notes', signatures: [{ notes: ['encrypted'] }] })
    expect(judgePdf(revise(signed, { 60: '(thêm)' }, { more: trailer }), NO_LIST)).toMatchObject({
      integrity: 'broken',
      signatures: [{ changesAfter: ['unreadable'] }],
    })
  })
})
