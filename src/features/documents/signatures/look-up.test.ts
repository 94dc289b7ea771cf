import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Identity, makeIdentity } from '../../../formats/pades/fixtures/identity.ts'
import { ocspAnswer } from '../../../formats/pades/fixtures/ocsp-answer.ts'
import { revocationList } from '../../../formats/pades/fixtures/revocation-list.ts'
import { signPdf, writePdf } from '../../../formats/pades/fixtures/sheet.ts'
import type { TrustList } from '../../../formats/pades/trust.ts'
import { verifyPdf } from './verify-pool.ts'

/** What the issuer's server answers, and how often it was asked. */
let [answer, asked]: [RequestListener, number] = [(_request, reply) => reply.end(), 0]
const server = createServer((request, reply) => {
  asked++
  answer(request, reply)
})
let [authority, signer]: Identity[] = []
let signed: Uint8Array
const der = ({ certificate }: Identity) => new Uint8Array(certificate.toSchema().toBER())

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  authority = await makeIdentity({ name: 'Nơi cấp', authority: true })
  signer = await makeIdentity({ name: 'Nguyễn Văn Thử', issuer: authority, listAt: `${at}/crl`, answersAt: `${at}/ocsp` })
  signed = await signPdf(writePdf(), signer)
})
afterAll(() => server.close())

const list = (more: Partial<TrustList> = {}): TrustList => ({
  issuers: [der(authority!)],
  asking: [der(authority!)],
  bodies: [],
  now: new Date(),
  ...more,
})
const judge = async (more: Partial<TrustList> = {}, local = true) => {
  asked = 0
  const { signatures } = await verifyPdf(signed, list(more), local)
  const { trust, revocation } = signatures[0]!
  return { trust, revocation, asked }
}
const lists = async (made: Parameters<typeof revocationList>[1], by = authority!) => {
  const bytes = await revocationList(by, { made: '2026-01-01', next: '2049-01-01', ...made })
  answer = (request, reply) => (request.url === '/crl' ? reply.end(bytes) : reply.writeHead(404).end())
}

const answers = async (made: Parameters<typeof ocspAnswer>[2], about = signer!) => {
  const bytes = await ocspAnswer(authority!, about, { next: '2049-01-01', ...made })
  answer = (request, reply) => (request.url === '/ocsp' ? reply.end(bytes) : reply.writeHead(404).end())
}

describe('what the issuer says over the network', () => {
  it('is asked of its list where nobody answers: not called back', async () => {
    await lists({})
    expect(await judge()).toEqual({ trust: 'trusted', revocation: 'asked', asked: 2 })
  })

  it('is asked of who answers for the issuer first, about the one certificate', async () => {
    await answers({})
    expect(await judge()).toEqual({ trust: 'trusted', revocation: 'asked', asked: 1 })
    await answers({ since: '2020-01-01' })
    expect(await judge()).toEqual({ trust: 'revoked', revocation: 'asked', asked: 1 })
    await answers({}, await makeIdentity({ name: 'Người khác', issuer: authority! }))
    expect(await judge()).toMatchObject({ trust: 'trusted', revocation: 'silent' })
  })

  it('is asked of the list where who answers does not know the certificate', async () => {
    await answers({ unknown: true })
    expect(await judge()).toEqual({ trust: 'trusted', revocation: 'silent', asked: 2 })
  })

  it('counts without a day of the next answer only while it is new', async () => {
    await answers({ next: undefined, made: '2026-01-01' })
    expect(await judge()).toMatchObject({ revocation: 'silent' })
    await answers({ next: undefined, made: new Date().toISOString() })
    expect(await judge()).toMatchObject({ revocation: 'asked' })
  })

  it('counts where the list is as long as that of a nation', async () => {
    await lists({ revoked: signer!, from: '2020-01-01', others: 20_000 })
    expect(await judge()).toMatchObject({ trust: 'revoked', revocation: 'asked' })
  })

  it('counts where the certificate was called back before it signed, and not where that came after', async () => {
    await lists({ revoked: signer!, from: '2020-01-01' })
    expect(await judge()).toMatchObject({ trust: 'revoked', revocation: 'asked' })
    await lists({ revoked: signer!, from: '2048-01-01' })
    expect(await judge()).toMatchObject({ trust: 'trusted', revocation: 'asked' })
  })

  it.each<[string, () => Promise<void> | void]>([
    ['an issuer that answers nothing', () => void (answer = (_request, reply) => reply.writeHead(500).end())],
    ['what is no list', () => void (answer = (_request, reply) => reply.end('xin chào'))],
    ['a list that is out of date', () => lists({ next: '2026-02-01' })],
    [
      'a list that another has signed',
      async () => lists({ revoked: signer!, from: '2020-01-01' }, await makeIdentity({ name: 'Nơi cấp', authority: true })),
    ],
  ])('tells nothing: %s', async (_, arrange) => {
    await arrange()
    expect(await judge()).toMatchObject({ trust: 'trusted', revocation: 'silent' })
  })

  it('is not asked unless an administrator lets it, nor for a chain that the site does not trust, nor within the own network', async () => {
    await lists({})
    expect(await judge({ asking: [] })).toEqual({ trust: 'trusted', revocation: undefined, asked: 0 })
    expect(await judge({ issuers: [der(signer!)] })).toMatchObject({ asked: 0 })
    expect(await judge({}, false)).toEqual({ trust: 'trusted', revocation: 'silent', asked: 0 })
  })
})
