import { describe, expect, it } from 'vitest'
import { openTestSite, refusalOf } from '../../../../test/harness/site.ts'
import { loadPlaces } from '../../../app/seed-places.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Place } from './contract.ts'

const site = await openTestSite({ now: () => new Date('2026-05-20T03:00:00Z') })
const { send, ask, who } = site
const ids = await loadPlaces(site.engine)
const keeper = who('quantri.sdttg')
const places = async (input: object) => (await ask<{ places: Place[] }>(who('dung'), 'agencies.places', input as never)).places
const decision = { number: '30/NQ-UBTVQH', date: '2026-04-20', issuer: 'Ủy ban Thường vụ Quốc hội' }
const merged = newId()
const map = (pairs: [string, string][], by = keeper, effectiveOn = '2026-04-30') =>
  send(by, 'agencies.map-places', {
    loadId: newId(),
    decision,
    effectiveOn,
    rows: pairs.map(([placeId, successorId]) => ({ placeId, successorId })),
  })
const id = (name: string) => ids.get(name)!

describe('two communes that become one', () => {
  it('take their villages along; the past keeps the old units and who lay in them', async () => {
    const parentId = id('Tỉnh Sơn Hà')
    await send(keeper, 'agencies.add-place', {
      placeId: merged,
      kind: 'commune',
      name: 'Xã Mây Lùng',
      parentId,
      validFrom: '2026-04-30',
    })
    const before = await places({ on: '2026-04-29', kinds: ['commune', 'ward'] })
    expect(
      await map([
        [id('Xã Nậm Mây'), merged],
        [id('Xã Khe Lùng'), merged],
      ]),
    ).toEqual({ ended: 2, moved: 6 })
    expect(await places({ on: '2026-04-29', kinds: ['commune', 'ward'] })).toMatchObject(
      before.map(one => ({ id: one.id, name: one.name })),
    )
    expect((await places({ parentId: merged })).map(one => one.name)).toContain('thôn Nà Lốc')
    const line = await ask<{ before: { name: string; until: string }[]; lay: { name: string }[] }>(
      who('dung'),
      'agencies.place-line',
      {
        placeId: merged,
      },
    )
    expect(line.before.map(one => [one.name, one.until])).toEqual([
      ['xã Khe Lùng', '2026-04-29'],
      ['xã Nậm Mây', '2026-04-29'],
    ])
    const village = await ask<{ lay: { name: string; until: string }[] }>(who('dung'), 'agencies.place-line', {
      placeId: (await places({ find: 'na loc' }))[0]!.id,
    })
    expect(village.lay).toEqual([{ name: 'xã Nậm Mây', until: '2026-04-29' }])
  })

  it('are taken whole or not at all, and by administrators only', async () => {
    expect(await refusalOf(map([[id('Xã Nậm Mây'), merged]]))).toBe('places.mapped-before')
    expect(
      await refusalOf(
        map([
          [id('Xã Pa Thơm'), merged],
          [id('Xã Bản Lìm'), merged],
          [id('Xã Bản Lìm'), id('Xã Tả Vang')],
        ]),
      ),
    ).toBe('places.village-nowhere')
    expect(await places({ find: 'pa thom', kinds: ['commune'] })).toHaveLength(1)
    expect(await refusalOf(map([[id('Xã Pa Thơm'), merged]], who('dung')))).toBe('not-permitted')
    const onDay = (day: string) => refusalOf(map([[id('Xã Pa Thơm'), merged]], keeper, day))
    expect([await onDay('2026-05-21'), await onDay('2026-04-19')]).toEqual(['places.mapped-ahead', 'places.decided-later'])
  })
})
