import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openKeyStore } from './key-store.ts'
import { seal, unseal } from './seal.ts'

const dir = await mkdtemp(join(tmpdir(), 'phoihop-keys-'))
const keys = openKeyStore(join(dir, 'keys'))
afterAll(() => rm(dir, { recursive: true }))

describe('keys outside the database', () => {
  it('are files that their owner alone reads', async () => {
    const { keyId, key } = await keys.make()
    expect(await keys.find(keyId)).toEqual(key)
    expect((await stat(join(dir, 'keys', keyId))).mode & 0o777).toBe(0o600)
  })

  it('are gone once destroyed, and destroying twice does no harm', async () => {
    const { keyId } = await keys.make()
    await keys.destroy(keyId)
    await keys.destroy(keyId)
    expect(await keys.find(keyId)).toBeNull()
    expect(await readdir(join(dir, 'keys'))).not.toContain(keyId)
  })

  it('are found by nothing but an id', async () => {
    expect(await keys.find('../../etc/passwd')).toBeNull()
  })

  it('of the whole site are made once, whoever asks first, and are no key of a record', async () => {
    const [one, other] = await Promise.all([keys.ofSite('try'), keys.ofSite('try')])
    expect(one).toEqual(other)
    expect(await keys.ofSite('try')).toEqual(one)
    expect((await stat(join(dir, 'keys', 'site-try'))).mode & 0o777).toBe(0o600)
    expect((await keys.madeBefore(new Date(Date.now() + 60_000))).join()).not.toContain('try')
  })

  it('are listed by their age', async () => {
    const { keyId } = await keys.make()
    expect(await keys.madeBefore(new Date(Date.now() + 60_000))).toContain(keyId)
    expect(await keys.madeBefore(new Date(Date.now() - 60_000))).not.toContain(keyId)
  })

  it('open what they sealed, for the same record alone and only unchanged', async () => {
    const { key } = await keys.make()
    const sealed = seal(key, 'Một người nêu ý kiến', 'record')
    expect(unseal(key, sealed, 'record')).toBe('Một người nêu ý kiến')
    expect(seal(key, 'A', 'record')).toHaveLength(sealed.length)
    expect(() => unseal(key, sealed, 'another')).toThrow()
    sealed[20]! ^= 1
    expect(() => unseal(key, sealed, 'record')).toThrow()
  })
})
