import { beforeAll, describe, expect, test } from 'vitest'
import { type Identity, makeIdentity } from './fixtures/identity.ts'
import { revocationList } from './fixtures/revocation-list.ts'
import { holderOf } from './holder.ts'
import { asksOf, trustOf } from './trust.ts'

const NOTHING = { lists: [], answers: [] }
const DAY = new Date('2026-06-01')
const der = ({ certificate }: Identity) => new Uint8Array(certificate.toSchema().toBER())

let [root, middle, signer, stranger]: Identity[] = []

beforeAll(async () => {
  root = await makeIdentity({ name: 'Gốc', authority: true })
  middle = await makeIdentity({ name: 'Trung gian', authority: true, issuer: root })
  signer = await makeIdentity({ name: 'Nguyễn Văn Thử', issuer: middle, from: '2026-01-01', until: '2026-12-31' })
  stranger = await makeIdentity({ name: 'Gốc', authority: true })
})

/** The list of an issuer that calls the signer back from a day on. */
const listOf = (issuer: Identity, from: string) => revocationList(issuer, { revoked: signer!, from })

describe('whom the site trusts', () => {
  const judge = (issuers: Uint8Array[], at = DAY, revocations = { ...NOTHING, lists: [] as Uint8Array[] }) =>
    trustOf(der(signer!), [der(middle!)], { issuers }, at, revocations).trust

  test('nobody yet: not checked', () => expect(judge([])).toBe('not-checked'))
  test('the root of the chain: trusted', () => expect(judge([der(root!)])).toBe('trusted'))
  test('the issuer itself: trusted', () => expect(judge([der(middle!)])).toBe('trusted'))
  test('another of the same name: unknown', () => expect(judge([der(stranger!)])).toBe('unknown-issuer'))
  test('signed before the certificate held or after it ended: expired at signing', () => {
    expect(judge([der(root!)], new Date('2025-12-31'))).toBe('expired-at-signing')
    expect(judge([der(root!)], new Date('2027-01-01'))).toBe('expired-at-signing')
  })

  test('called back before signing: revoked; after it: trusted', async () => {
    expect(judge([der(root!)], DAY, { ...NOTHING, lists: [await listOf(middle!, '2026-05-30')] })).toBe('revoked')
    expect(judge([der(root!)], DAY, { ...NOTHING, lists: [await listOf(middle!, '2026-07-01')] })).toBe('trusted')
  })

  test('a list that the issuer did not sign says nothing', async () => {
    expect(judge([der(root!)], DAY, { ...NOTHING, lists: [await listOf(root!, '2026-05-30')] })).toBe('trusted')
  })

  test('called back by a list of many: revoked', async () => {
    const long = await revocationList(middle!, { revoked: signer!, from: '2026-05-30', others: 5000 })
    expect(judge([der(root!)], DAY, { ...NOTHING, lists: [long] })).toBe('revoked')
  })

  test.each([0, 1, 40, -1])('a list of which only a part came says nothing: up to %i', async end => {
    const list = await listOf(middle!, '2026-05-30')
    expect(judge([der(root!)], DAY, { ...NOTHING, lists: [list.slice(0, end)] })).toBe('trusted')
  })

  test('an issuer that is no authority issues nothing', async () => {
    const other = await makeIdentity({ name: 'Người khác', issuer: signer! })
    expect(trustOf(der(other), [der(signer!), der(middle!)], { issuers: [der(root!)] }, DAY, NOTHING).trust).toBe(
      'unknown-issuer',
    )
  })
})

describe('what the file carries of certificates called back', () => {
  test.each([
    ['tells of the time of signing while the next was not due', '2026-06-10', ['carried', 0]],
    ['tells nothing of it once it was', '2026-05-20', [undefined, 1]],
  ])('%s', async (_, next, told) => {
    const issuers = [der(middle!)]
    const carried = { ...NOTHING, lists: [await revocationList(middle!, { next })] }
    const { revocation } = trustOf(der(signer!), [], { issuers }, DAY, carried)
    expect([revocation, asksOf(der(signer!), [], { issuers, asking: issuers }, DAY, carried).length]).toEqual(told)
  })
})

describe('whose certificate it is', () => {
  test.each([
    ['Nguyễn Văn Thử', 'Sở Thử nghiệm', 'person'],
    ['Sở Thử nghiệm', 'Sở Thử nghiệm', 'seal'],
    ['SỞ THỬ NGHIỆM', 'Sở Thử nghiệm', 'seal'],
    ['Văn phòng', 'Văn phòng Uỷ ban', 'seal'],
    ['Uỷ ban nhân dân tỉnh', 'Tỉnh thử', 'seal'],
    ['Ban Dân Vận', 'Tỉnh uỷ', 'seal'],
    ['Bình Thử', 'Cơ quan khác', 'person'],
    ['may chu 01', 'Cơ quan khác', null],
    ['Sơn Hà', 'Cơ quan khác', 'seal'],
  ])('%s of %s is %s', async (name, organization, kind) => {
    const { certificate } = await makeIdentity({ name, organization })
    expect(holderOf(certificate, ['SƠN HÀ']).kind).toBe(kind)
  })
})
