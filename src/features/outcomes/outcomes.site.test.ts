import { beforeAll, describe, expect, it } from 'vitest'
import { outcomeInput } from '../../../test/harness/outcomes.ts'
import { layPlaces, type TestPlaces } from '../../../test/harness/places.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { newId } from '../../kernel/ids.ts'
import type { entry } from './queries/entry.ts'
import type { list } from './queries/list.ts'
import type { table } from './queries/table.ts'

type Table = Awaited<ReturnType<typeof table.run>>
type List = Awaited<ReturnType<typeof list.run>>
type Entry = Awaited<ReturnType<typeof entry.run>>

const site = await openTestSite({ now: () => new Date('2026-11-20T03:00:00Z') })
const { send, ask, who } = site
const [lan, hoa, thao] = [who('lan'), who('hoa'), who('thao')]
let places: TestPlaces
let programmeId: string
beforeAll(async () => {
  places = await layPlaces(site)
  programmeId = (await insertProgramme(site, [{ path: 'II/1', text: 'Giảm tảo hôn' }])).id
})
const input = (first: number, second: number, change = {}) =>
  outcomeInput(
    programmeId,
    [
      [places.communeId, first],
      [places.otherCommuneId, second],
    ],
    change,
  )
const asked = { outcome: 'early-marriage' }

describe('figures of an official report', () => {
  it('are told to the parties with their source, small counts and what gives them away left out', async () => {
    const report = input(3, 14, { clausePath: 'II/1' })
    await send(lan, 'outcomes.record-report', report)
    const { columns, rows } = await ask<Table>(hoa, 'outcomes.table', asked)
    expect(columns).toMatchObject([{ number: '12/BC-UBND', total: 17, can: { change: false } }])
    expect(rows.map(row => row.cells)).toEqual([[null], [null]])
    const { reports } = await ask<List>(hoa, 'outcomes.list', { programmeId, clausePath: 'II/1' })
    expect(reports).toMatchObject([{ id: report.reportId, year: report.year, total: 17 }])
    expect((await ask<Table>(thao, 'outcomes.table', asked)).columns).toEqual([])
  })

  it('open as they were entered for who puts them right alone', async () => {
    const report = input(2, 30)
    await send(lan, 'outcomes.record-report', report)
    const { figures } = await ask<Entry>(lan, 'outcomes.entry', { reportId: report.reportId })
    expect(figures.map(one => one.value).toSorted((a, b) => a - b)).toEqual([2, 30])
    expect(await refusalOf(ask(hoa, 'outcomes.entry', { reportId: report.reportId }))).toBe('outcomes.not-yours')
  })

  it('are entered once for a year by each party, and put right in place', async () => {
    const report = input(20, 30)
    await send(lan, 'outcomes.record-report', report)
    expect(await refusalOf(send(lan, 'outcomes.record-report', input(1, 1, { year: report.year })))).toBe(
      'outcomes.entered-already',
    )
    const { programmeId: _programme, indicator: _indicator, year: _year, ...fields } = report
    const figures = [{ communeId: places.communeId, value: 25 }]
    await send(lan, 'outcomes.change-report', { ...fields, version: 1, figures })
    const { columns, rows } = await ask<Table>(hoa, 'outcomes.table', asked)
    const at = columns.findIndex(one => one.reportId === report.reportId)
    expect(rows.map(row => [row.communeId, row.cells[at]])).toContainEqual([places.communeId, 25])
    expect(columns[at]?.total).toBe(25)
  })

  it('keep hidden what was hidden, put right, entered anew or told by the other party', async () => {
    const report = input(3, 14)
    await send(lan, 'outcomes.record-report', report)
    const toldIn = async (reportId: string) => {
      const { columns, rows } = await ask<Table>(hoa, 'outcomes.table', asked)
      const at = columns.findIndex(one => one.reportId === reportId)
      return [columns[at]?.total, ...rows.map(row => row.cells[at])]
    }
    expect(await toldIn(report.reportId)).toEqual([17, null, null])
    const other = input(0, 14, { year: report.year, figures: [{ communeId: places.otherCommuneId, value: 14 }] })
    await send(hoa, 'outcomes.record-report', other)
    expect((await toldIn(other.reportId)).filter(Number)).toEqual([])
    await send(lan, 'outcomes.remove-report', { reportId: report.reportId, version: 1 })
    const anew = input(0, 14, { year: report.year, figures: [{ communeId: places.otherCommuneId, value: 14 }] })
    await send(lan, 'outcomes.record-report', anew)
    expect((await toldIn(anew.reportId)).filter(Number)).toEqual([])
  })

  it('are of communes, not of villages', async () => {
    const wrong = { figures: [{ communeId: places.villageId, value: 9 }] }
    expect(await refusalOf(send(lan, 'outcomes.record-report', input(9, 9, wrong)))).toBe('outcomes.not-a-commune')
  })

  it('stand on the borders of today as sums of their parts, and say where a unit was split without a key', async () => {
    const old = await layPlaces(site, 'cũ')
    const keeper = who('quantri.mttq')
    const begin = async (name: string) => {
      const placeId = newId()
      await send(keeper, 'agencies.add-place', {
        placeId,
        kind: 'commune',
        name,
        parentId: old.provinceId,
        validFrom: '2026-07-01',
      })
      return placeId
    }
    const [merged, apart] = [await begin('Xã Hợp Nhất'), await begin('Xã Tách Ra')]
    const report = input(20, 30, {
      figures: [
        { communeId: old.communeId, value: 20 },
        { communeId: old.otherCommuneId, value: 30 },
      ],
    })
    await send(lan, 'outcomes.record-report', report)
    const decision = { number: '30/NQ', date: '2026-06-01', issuer: 'Ủy ban Thường vụ Quốc hội' }
    const map = (rows: { placeId: string; successorId: string; share?: number }[]) =>
      send(keeper, 'agencies.map-places', { loadId: newId(), decision, effectiveOn: '2026-07-01', rows })
    const to = (placeId: string, share?: number) => ({ placeId, successorId: merged, ...(share && { share }) })
    const rest = { placeId: old.otherCommuneId, successorId: apart, share: 0.4 }
    expect(await refusalOf(map([to(old.otherCommuneId, 0.5), rest]))).toBe('places.shares-not-whole')
    await map([to(old.communeId), to(old.otherCommuneId, 0.6), rest])
    const { columns, rows } = await ask<Table>(hoa, 'outcomes.table', { ...asked, borders: 'now' })
    const at = columns.findIndex(one => one.reportId === report.reportId)
    const cell = (id: string) => rows.find(row => row.communeId === id)?.cells[at]
    expect([cell(merged), cell(apart), cell(old.communeId)]).toEqual([38, 12, undefined])
    const before = (await ask<Table>(hoa, 'outcomes.table', asked)).rows
    expect(before.find(row => row.communeId === old.communeId)?.cells[at]).toBe(20)
  })
})
