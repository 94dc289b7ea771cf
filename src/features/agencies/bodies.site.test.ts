import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { jobGround } from '../../app/registry.ts'
import { openFolderDoor } from '../../engine/mail/folder-door.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { takeNames } from './jobs.ts'

const clock = { now: new Date('2026-11-20T03:00:00Z') }
const site = await openTestSite({ now: () => clock.now })
const administrator = site.who('quantri.sdttg')
const bodyId = administrator.bodyId

type Body = {
  id: string
  name: string
  code: string | null
  version: number
  names: { id: string; name: string; validFrom: string | null; olderCode: string | null }[]
  units: { id: string; name: string; parentUnit: string | null; endedOn: string | null; version: number }[]
}
const bodyNow = async (): Promise<Body> => {
  const { bodies } = await site.ask<{ bodies: Body[] }>(administrator, 'agencies.bodies')
  return bodies.find(body => body.id === bodyId)!
}
const called = (name: string, validFrom: string) => ({
  nameId: newId(),
  bodyId,
  name,
  shortName: name,
  symbol: 'SDT',
  place: 'Sơn Hà',
  superior: 'Ủy ban nhân dân tỉnh Sơn Hà',
  validFrom,
})
const partyNames = async (programmeId: string) => {
  const { parties } = await site.ask<{ parties: { name: string }[] }>(administrator, 'programmes.page', { programmeId })
  return parties.map(party => party.name)
}

describe('the names of a body', () => {
  it('stand with their days, under the code of each in either direction', async () => {
    const { names, code } = await bodyNow()
    expect(names.map(({ name, validFrom, olderCode }) => [name, validFrom, olderCode])).toEqual([
      ['Ban Dân tộc tỉnh Sơn Hà', null, '000.00.21.H99'],
      ['Sở Dân tộc và Tôn giáo tỉnh Sơn Hà', '2025-03-01', '000.00.21.H99'],
    ])
    expect(code).toBe('H99.21')
  })

  it('are printed by the day of the programme', async () => {
    const old = await insertProgramme(site, [{ path: 'II/1', text: 'Tập huấn' }], { from: 2022, to: 2026 })
    const young = await insertProgramme(site, [{ path: 'II/1', text: 'Tập huấn' }], { from: 2026, to: 2030 })
    expect((await partyNames(old.id))[1]).toBe('Ban Dân tộc tỉnh Sơn Hà')
    expect((await partyNames(young.id))[1]).toBe('Sở Dân tộc và Tôn giáo tỉnh Sơn Hà')
  })

  it('find the body by what it was once called', async () => {
    const { hits } = await site.ask<{ hits: { id: string }[] }>(administrator, 'insight.search', { words: 'ban dan toc' })
    expect(hits.map(hit => hit.id)).toContain(bodyId)
  })

  it('begin on their day where they are entered ahead', async () => {
    const ahead = called('Sở Dân tộc tỉnh Sơn Hà', '2026-11-22')
    await site.send(administrator, 'agencies.rename-body', ahead)
    expect((await bodyNow()).name).toBe('Sở Dân tộc và Tôn giáo tỉnh Sơn Hà')
    clock.now = new Date('2026-11-22T03:00:00Z')
    const mail = openFolderDoor(tmpdir(), { from: 'phoihop@sonha.example' })
    await takeNames(jobGround(site.engine, { mail, siteUrl: 'http://localhost' })).run({}, new AbortController().signal)
    expect((await bodyNow()).name).toBe('Sở Dân tộc tỉnh Sơn Hà')
  })

  it('are taken back within a day, the last only', async () => {
    const wrong = called('Sở Gõ Nhầm', vietnamDate(new Date(clock.now.getTime() + 86_400_000)))
    await site.send(administrator, 'agencies.rename-body', wrong)
    const [first] = (await bodyNow()).names
    expect(await refusalOf(site.send(administrator, 'agencies.take-back-name', { bodyId, nameId: first!.id }))).toBe(
      'agencies.not-last-name',
    )
    await site.send(administrator, 'agencies.take-back-name', { bodyId, nameId: wrong.nameId })
    expect((await bodyNow()).names.map(one => one.name)).not.toContain('Sở Gõ Nhầm')
  })

  it('never begin before the one that stands', async () => {
    const early = called('Sở Quá Sớm', '2025-01-01')
    expect(await refusalOf(site.send(administrator, 'agencies.rename-body', early))).toBe('agencies.name-not-later')
  })

  it('refuse a code that no list gives', async () => {
    const odd = { ...called('Sở Mã Sai', '2027-01-01'), code: '34.H' }
    expect(await refusalOf(site.send(administrator, 'agencies.rename-body', odd))).toBe('field.body-code')
  })
})

describe('a body that has nobody', () => {
  it('is described by any administrator, until it has people of its own', async () => {
    const other = newId()
    const made = {
      bodyId: other,
      name: 'Hội Nông dân tỉnh Sơn Hà',
      shortName: 'Hội Nông dân',
      symbol: 'HNDT',
      kind: 'mass',
      place: 'Sơn Hà',
    }
    await site.send(administrator, 'agencies.create-body', made)
    const change = { bodyId: other, kind: 'mass', address: '5 đường Hòa Bình' }
    await site.send(site.who('quantri.mttq'), 'agencies.change-body', { ...change, version: 1 })
    const account = { accountId: newId(), bodyId: other, username: 'hnd', displayName: 'Người', password: 'mật khẩu để thử' }
    await site.send(administrator, 'agencies.create-account', { ...account, roles: ['administrator'] })
    expect(await refusalOf(site.send(administrator, 'agencies.change-body', { ...change, version: 2 }))).toBe(
      'agencies.not-your-body',
    )
  })
})

describe('units', () => {
  it('stand in each other, end on a day, and go on after all', async () => {
    const [office] = (await bodyNow()).units
    const unitId = newId()
    await site.send(administrator, 'agencies.create-unit', { unitId, bodyId, name: 'Tổ Hành chính', parentUnit: office!.id })
    await site.send(administrator, 'agencies.end-unit', { unitId, version: 1, endedOn: '2026-12-31' })
    expect((await bodyNow()).units.find(unit => unit.id === unitId)).toMatchObject({
      parentUnit: office!.id,
      endedOn: '2026-12-31',
    })
    await site.send(administrator, 'agencies.end-unit', { unitId, version: 2, endedOn: null })
    expect((await bodyNow()).units.find(unit => unit.id === unitId)?.endedOn).toBeNull()
  })
})
