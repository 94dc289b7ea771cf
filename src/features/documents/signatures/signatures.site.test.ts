import { beforeAll, describe, expect, it } from 'vitest'
import { issuerInput } from '../../../../test/access/documents.ts'
import { listen } from '../../../../test/harness/http.ts'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { type Identity, makeIdentity } from '../../../formats/pades/fixtures/identity.ts'
import { revise, SHEET, signPdf, writePdf } from '../../../formats/pades/fixtures/sheet.ts'
import { newId } from '../../../kernel/ids.ts'
import type { issuers } from './queries.ts'

type Issuers = Awaited<ReturnType<typeof issuers.run>>

const site = await openTestSite()
const http = await listen(site, { verifications: 8 })
const { send, ask, who } = site
const [keeper, officer] = [who('quantri.mttq'), who('lan')]
const base64 = ({ certificate }: Identity) => Buffer.from(certificate.toSchema().toBER()).toString('base64')

let authority: Identity
let signed: Uint8Array

beforeAll(async () => {
  authority = await makeIdentity({ name: 'Nơi cấp Sơn Hà', organization: 'Cơ quan thử', authority: true })
  signed = await signPdf(writePdf(), await makeIdentity({ name: 'Nguyễn Văn Thử', issuer: authority }))
})

const verify = async (bytes: Uint8Array, name = 'báo cáo.pdf') => {
  const body = new FormData()
  body.append('tep', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), name)
  const response = await fetch(`${http.url}/xac-minh`, { method: 'POST', body })
  return { status: response.status, page: await response.text() }
}

describe('the list of trusted issuers', () => {
  it('takes an authority once, lets it go and takes that back', async () => {
    const input = await issuerInput()
    await send(keeper, 'documents.trust-issuer', input)
    expect(await refusalOf(send(keeper, 'documents.trust-issuer', { ...input, issuerId: newId() }))).toBe(
      'documents.issuer-known',
    )
    const { issuerId } = input
    const ended = async () =>
      (await ask<Issuers>(officer, 'documents.issuers', {})).issuers.find(one => one.id === issuerId)?.ended
    await send(keeper, 'documents.distrust-issuer', { issuerId })
    expect(await ended()).toBe(true)
    await send(keeper, 'documents.trust-again', { issuerId })
    expect(await ended()).toBe(false)
  })

  it('refuses what is no certificate, or none of an authority', async () => {
    const refused = (file: string) => refusalOf(send(keeper, 'documents.trust-issuer', { issuerId: newId(), file }))
    expect(await refused(Buffer.from('không phải').toString('base64'))).toBe('documents.no-certificate')
    expect(await refused(base64(await makeIdentity({ name: 'Một người' })))).toBe('documents.no-authority')
  })
})

describe('asking whether a certificate was called back', () => {
  it('is off until an administrator lets it begin, and ended by the same', async () => {
    const input = await issuerInput()
    const { issuerId } = input
    await send(keeper, 'documents.trust-issuer', input)
    const asked = async () =>
      (await ask<Issuers>(officer, 'documents.issuers', {})).issuers.find(one => one.id === issuerId)?.asked
    expect(await asked()).toBe(false)
    await send(keeper, 'documents.ask-issuer', { issuerId, asked: true })
    expect(await asked()).toBe(true)
    expect(await refusalOf(send(keeper, 'documents.ask-issuer', { issuerId, asked: true }))).toBe('changed-meanwhile')
    await send(keeper, 'documents.ask-issuer', { issuerId, asked: false })
    expect(await asked()).toBe(false)
  })
})

describe('the public page', () => {
  it('tells anybody who signed and whether it holds, and after the issuer is trusted, that too', async () => {
    const first = await verify(signed)
    expect(first.status).toBe(200)
    for (const words of ['Nguyên vẹn.', 'Nguyễn Văn Thử', 'báo cáo.pdf']) expect(first.page).toContain(words)
    expect(first.page).toContain('không có trong danh sách tin cậy')
    await send(keeper, 'documents.trust-issuer', { issuerId: newId(), file: base64(authority) })
    expect((await verify(signed)).page).toContain('do nơi cấp được tin cậy')
  })

  it('says where it could not be asked whether a certificate was called back: no address within the own network is', async () => {
    const issuer = await makeIdentity({ name: 'Nơi cấp hỏi được', authority: true })
    const input = { issuerId: newId(), file: base64(issuer) }
    await send(keeper, 'documents.trust-issuer', input)
    await send(keeper, 'documents.ask-issuer', { issuerId: input.issuerId, asked: true })
    const at = http.url.replace(/:\d+.*/u, '')
    const one = await signPdf(writePdf(), await makeIdentity({ name: 'Trần Thị Thử', issuer, listAt: `${at}/crl` }))
    expect((await verify(one)).page).toContain('Không tra được qua mạng')
  })

  it('names what was changed after signing', async () => {
    const { page } = await verify(revise(signed, { 4: SHEET[12]! }), '<b>.pdf')
    expect(page).toContain('Không còn nguyên vẹn.')
    expect(page).toContain('sửa nội dung trang')
    expect(page).not.toContain('<b>.pdf')
  })

  it('answers what is no PDF with one sentence and keeps nothing', async () => {
    expect(await verify(Buffer.from('Kính gửi'))).toMatchObject({ status: 422, page: expect.stringContaining('không phải PDF') })
    const { rows } = await site.engine.database.pool.query('SELECT count(*)::int AS kept FROM file')
    expect(rows[0].kept).toBe(0)
  })

  it('bids those wait who ask too often', async () => {
    const statuses = []
    for (let tries = 0; tries < 5; tries++) statuses.push((await verify(Buffer.from('x'))).status)
    expect(statuses.at(-1)).toBe(429)
  })
})
