import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Signer } from '@libpdf/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { revise, SHEET, writePdf } from './fixtures/sheet.ts'
import { judgePdf } from './judge.ts'
import { openKeyFile, signPdf } from './sign.ts'
import { whyNotSignedCopy } from './signed-copy.ts'
import { NO_LIST } from './trust.ts'

const has = (program: string, flag: string): boolean => {
  const found = spawnSync(program, [flag]).error === undefined
  if (!found) console.log(`${program} is absent: the tests that ask it are skipped`)
  return found
}
const openssl = has('openssl', 'version')
const pdfsig = has('pdfsig', '-v')
const folder = mkdtempSync(join(tmpdir(), 'phoihop-sign-'))
const PASSWORD = 'mật khẩu thử'
let [file, key, now]: [Uint8Array?, Signer?, Date?] = []

/** A key and a certificate of its own, in a key file as people get them. */
const makeKeyFile = (): Uint8Array => {
  const at = (name: string) => join(folder, name)
  const run = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe', env: { ...process.env, PASSWORD } })
  run(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-utf8',
    '-days',
    '30',
    '-subj',
    '/CN=Nguyễn Văn Thử/O=Sở Thử nghiệm',
    '-keyout',
    at('k.pem'),
    '-out',
    at('c.pem'),
  )
  run('pkcs12', '-export', '-inkey', at('k.pem'), '-in', at('c.pem'), '-out', at('k.p12'), '-passout', 'env:PASSWORD')
  return new Uint8Array(readFileSync(at('k.p12')))
}

beforeAll(async () => {
  if (!openssl) return
  file = makeKeyFile()
  key = await openKeyFile(file, PASSWORD)
  now = new Date(Date.now() + 1000)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sign = async (paper: Uint8Array, times = 1): Promise<Uint8Array> =>
  times === 0 ? paper : sign(await signPdf(paper, { key: key!, at: now! }), times - 1)

describe.skipIf(!openssl)('signing with a key file', () => {
  test.each([1, 2, 4])('%i signatures, one after the other, are all intact and nobody hurts another’s', async times => {
    const { integrity, signatures } = judgePdf(await sign(writePdf(), times), NO_LIST)
    expect([integrity, signatures.length]).toEqual(['intact', times])
  })

  test.skipIf(!pdfsig).each([1, 2, 4])('%i signatures are valid to pdfsig too', async times => {
    const path = join(folder, `${times}.pdf`)
    writeFileSync(path, await sign(writePdf(), times))
    const told = spawnSync('pdfsig', [path], { encoding: 'utf8' }).stdout
    expect(told.match(/Signature is Valid/g)).toHaveLength(times)
  })

  test('a wrong password, a file that is no key and an expired certificate are told apart', async () => {
    const code = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: { code: string }) => error.code,
      )
    expect(await code(openKeyFile(file!, 'khác'))).toBe('password')
    expect(await code(openKeyFile(Buffer.from('không phải'), PASSWORD))).toBe('no-key')
    expect(await code(signPdf(writePdf(), { key: key!, at: new Date('2040-01-01') }))).toBe('expired')
  })

  test('a copy that was only signed is taken; one rewritten, changed or unsigned is named so', async () => {
    const frozen = writePdf()
    const twice = await sign(frozen, 2)
    expect(whyNotSignedCopy(frozen, twice)).toBe(null)
    expect(whyNotSignedCopy(frozen, frozen)).toBe('unsigned')
    expect(whyNotSignedCopy(twice, twice)).toBe('older')
    expect(whyNotSignedCopy(frozen, await sign(writePdf({ ...SHEET, 4: SHEET[12]! })))).toBe('rewritten')
    expect(whyNotSignedCopy(frozen, await sign(revise(frozen, { 4: SHEET[12]! })))).toBe('changed')
    expect(whyNotSignedCopy(frozen, revise(twice, { 4: SHEET[12]! }))).toBe('changed')
  })
})
