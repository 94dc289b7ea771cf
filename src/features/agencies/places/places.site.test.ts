import { describe, expect, it } from 'vitest'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { loadPlaces } from '../../../app/seed-places.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Place } from './contract.ts'

const site = await openTestSite({ now: () => new Date('2026-05-20T03:00:00Z') })
const { send, ask, who } = site
const ids = await loadPlaces(site.engine)
const keeper = who('quantri.sdttg')
const asked = async (input: object = {}, by = 'dung') =>
  (await ask<{ places: Place[] }>(who(by), 'agencies.places', input as never)).places
const names = async (input: object) => (await asked(input)).map(place => place.name)

describe('the list of places', () => {
  it('holds the sample province with communes, wards and villages, known to everybody', async () => {
    expect(await names({ kinds: ['province'] })).toEqual(['tỉnh Sơn Hà'])
    expect((await asked({ kinds: ['commune', 'ward'] })).length).toBe(12)
    expect(await names({ parentId: ids.get('Xã Nậm Mây') })).toEqual(['bản Huổi Hốc', 'bản Nậm Cang', 'thôn Nà Lốc'])
  })

  it('is searched without marks and in both spellings', async () => {
    const [village] = await asked({ find: 'na loc' })
    expect(village).toMatchObject({ name: 'thôn Nà Lốc', parentName: 'xã Nậm Mây' })
    for (const find of ['hòa bắc', 'hoà bắc', 'HOA BAC'])
      expect(await names({ find, kinds: ['commune'] })).toEqual(['xã Hòa Bắc'])
    expect(await names({ find: '%' })).toEqual([])
  })

  it('shows those of a day: what was renamed ends, and its successor is a row of its own', async () => {
    const [old] = await asked({ find: 'da trang', kinds: ['commune'] })
    const { id: placeId, version, kind, code, parentId, validFrom } = old!
    await send(keeper, 'agencies.change-place', {
      placeId,
      version,
      kind,
      name: 'Đá Trắng',
      code,
      parentId,
      validFrom,
      validTo: '2026-04-29',
    })
    const successor = { placeId: newId(), kind, name: 'Xã Đá Xanh', code, parentId, validFrom: '2026-04-30' }
    await send(keeper, 'agencies.add-place', successor)
    expect(await names({ find: 'xa da', kinds: ['commune'] })).toEqual(['xã Đá Xanh'])
    expect(await names({ find: 'xa da', kinds: ['commune'], on: '2026-04-29' })).toEqual(['xã Đá Trắng'])
    expect(await names({ find: 'xa da', kinds: ['commune'], ended: true })).toEqual(['xã Đá Trắng', 'xã Đá Xanh'])
  })

  it('refuses a second commune of the name, a village under the province and an old version', async () => {
    const parentId = ids.get('Tỉnh Sơn Hà')!
    const add = (more: object) =>
      refusalOf(send(keeper, 'agencies.add-place', { placeId: newId(), kind: 'commune', parentId, name: 'Mới', ...more }))
    expect(await add({ name: 'Xã Hoà Bắc' })).toBe('places.name-taken')
    expect(await add({ code: '98001' })).toBe('places.code-taken')
    expect(await add({ kind: 'village' })).toBe('places.wrong-parent')
    expect(await add({ parentId: null })).toBe('places.wrong-parent')
    const change = { placeId: ids.get('Xã Pa Thơm')!, version: 7, kind: 'commune', name: 'Pa Thơm', parentId }
    expect(await refusalOf(send(keeper, 'agencies.change-place', change))).toBe('changed-meanwhile')
  })

  it('takes a table whole or not at all', async () => {
    const [communeId, villageId] = [newId(), newId()]
    const commune = { placeId: communeId, kind: 'commune', name: 'Xã Nậm Khao', parentId: ids.get('Tỉnh Sơn Hà')! }
    const load = (rows: object[]) => send(keeper, 'agencies.load-places', { loadId: newId(), rows } as never)
    expect(await refusalOf(load([commune, { placeId: villageId, kind: 'village', name: 'Bản Khao', parentId: newId() }]))).toBe(
      'places.wrong-parent',
    )
    expect(await names({ find: 'nam khao' })).toEqual([])
    await load([commune, { placeId: villageId, kind: 'village', name: 'Bản Khao', parentId: communeId }])
    expect(await names({ find: 'nam khao' })).toEqual(['bản Khao', 'xã Nậm Khao'])
  })
})

describe('classes by decision', () => {
  const held = async (input: object) =>
    (await ask<{ areas: { name: string; decision: { number: string } }[] }>(who('dung'), 'agencies.areas', input as never)).areas
  const load = (number: string, validFrom: string, replaces: boolean, places: string[]) =>
    send(keeper, 'agencies.load-areas', {
      loadId: newId(),
      decision: { number, date: validFrom, issuer: 'Ủy ban nhân dân tỉnh Sơn Hà', validFrom },
      replaces,
      rows: places.map(name => ({ areaId: newId(), placeId: ids.get(name)!, class: 'border' })),
    })

  it('hold until another decision replaces them; what stands is not given twice', async () => {
    expect((await held({ class: 'border' })).map(one => one.name)).toEqual(['xã Pa Thơm', 'xã Tả Vang'])
    expect(await refusalOf(load('300/QĐ-UBND', '2026-05-01', false, ['Xã Nậm Mây', 'Xã Pa Thơm']))).toBe('places.class-standing')
    expect((await held({ class: 'border' })).length).toBe(2)
    await load('300/QĐ-UBND', '2026-05-01', true, ['Xã Nậm Mây', 'Xã Pa Thơm'])
    expect(await held({ class: 'border' })).toMatchObject([
      { name: 'xã Nậm Mây', decision: { number: '300/QĐ-UBND' } },
      { name: 'xã Pa Thơm', decision: { number: '300/QĐ-UBND' } },
    ])
    expect((await held({ class: 'border', on: '2026-04-30' })).map(one => one.name)).toEqual(['xã Pa Thơm', 'xã Tả Vang'])
  })
})
