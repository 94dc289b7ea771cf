import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { table } from '../../src/features/outcomes/queries/table.ts'
import { addDays } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { fingerprint, lastAudited } from '../access/fingerprint.ts'
import { TODAY_TABLES } from '../access/today-tables.ts'
import { insertProgramme } from '../harness/programme.ts'
import { openTestSite } from '../harness/site.ts'

/*
 * Communes with figures are merged and split at random, one decision after the other. No row of the past is changed, no village lies in
 * a unit that is no more, and on the borders of today the figures are the sums of their parts.
 */
const MINUTES = Number(process.env['PHOIHOP_PROVE_MINUTES'] ?? 10)
const SEED = Number(process.env['PHOIHOP_PROVE_SEED'] ?? 34)
const RUNS = Number(process.env['PHOIHOP_PROVE_RUNS'] ?? 25)
/** A long proof ends with its minutes. */
const UNTIL = { seed: SEED, interruptAfterTimeLimit: MINUTES * 60_000, markInterruptAsFailure: false }
const site = await openTestSite({ now: () => new Date('2026-11-20T03:00:00Z') })
const { send, ask, who } = site
const [keeper, lan, hoa] = [who('quantri.mttq'), who('lan'), who('hoa')]
const COMMUNES = 6
const decision = { number: '30/NQ', date: '2026-01-01', issuer: 'Ủy ban Thường vụ Quốc hội' }
let provinceId: string

type Table = Awaited<ReturnType<typeof table.run>>
/** A unit that stands, its village, and what of each first unit went into it; null where that was split without a key. */
type Standing = { id: string; villages: string[]; parts: Map<string, number | null> }
const event = fc.record({
  split: fc.boolean(),
  /** The tenths that go to the first of two; 0 where no key is given. */
  tenths: fc.nat({ max: 9 }),
  chosen: fc.uniqueArray(fc.nat({ max: COMMUNES - 1 }), { minLength: 1, maxLength: 3 }),
})
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never

beforeAll(async () => {
  provinceId = newId()
  await send(keeper, 'agencies.add-place', { placeId: provinceId, kind: 'province', name: 'Tỉnh Hà Sơn' })
})

async function lay(kind: string, name: string, parentId: string, validFrom?: string): Promise<string> {
  const placeId = newId()
  await send(keeper, 'agencies.add-place', { placeId, kind, name, parentId, ...(validFrom && { validFrom }) })
  return placeId
}

async function layCommune(at: number): Promise<Standing> {
  const id = await lay('commune', `Xã ${at} ${newId()}`, provinceId)
  return { id, villages: [await lay('village', `Thôn ${at}`, id)], parts: new Map([[id, 1]]) }
}

/** The parts of several units together, of each the share that goes on. */
function joined(units: readonly Standing[], share: number | null): Map<string, number | null> {
  const parts = new Map<string, number | null>()
  for (const [id, part] of units.flatMap(one => [...one.parts])) {
    const before = parts.get(id)
    parts.set(id, part === null || share === null || before === null ? null : (before ?? 0) + part * share)
  }
  return parts
}

/** What stands once units have become one, or the first of them two; every village goes along. */
async function happen(standing: readonly Standing[], { split, tenths, chosen }: Event, day: string): Promise<Standing[]> {
  const named = [...new Set(chosen.map(at => at % standing.length))].map(at => standing[at]!)
  const old = split ? named.slice(0, 1) : named
  const villages = old.flatMap(one => one.villages)
  const shares = !split ? [1] : tenths === 0 ? [null, null] : [tenths / 10, 1 - tenths / 10]
  const next = await Promise.all(shares.map(() => lay('commune', `Xã mới ${newId()}`, provinceId, day)))
  const keyed = split && tenths > 0
  const rows = [
    ...old.flatMap(one =>
      next.map((successorId, at) => ({ placeId: one.id, successorId, ...(keyed && { share: shares[at]! }) })),
    ),
    ...(split ? villages.map(placeId => ({ placeId, successorId: next[0]! })) : []),
  ]
  await send(keeper, 'agencies.map-places', { loadId: newId(), decision, effectiveOn: day, rows })
  const made = next.map((id, at) => ({ id, villages: at === 0 ? villages : [], parts: joined(old, shares[at]!) }))
  return [...standing.filter(one => !old.includes(one)), ...made]
}

/** Where every village lies that stands. */
async function villagesAt(standing: readonly Standing[]): Promise<Map<string, string | null>> {
  const { rows } = await site.engine.database.pool.query<{ id: string; parent_id: string | null }>(
    'SELECT v.id, c.id AS parent_id FROM place v LEFT JOIN place c ON c.id = v.parent_id AND c.valid_to IS NULL WHERE v.id = ANY ($1)',
    [standing.flatMap(one => one.villages)],
  )
  return new Map(rows.map(row => [row.id, row.parent_id]))
}

async function goesOn(values: readonly number[], events: readonly Event[]): Promise<void> {
  let standing = await Promise.all(values.map((_, at) => layCommune(at)))
  const told = new Map(standing.map((one, at) => [one.id, values[at]!]))
  const { id: programmeId } = await insertProgramme(site, [{ path: 'II/1', text: 'Giảm nghèo' }])
  const figures = [...told].map(([communeId, value]) => ({ communeId, value }))
  const source = { number: '12/BC-UBND', issuedOn: '2026-01-12', issuer: 'Ủy ban nhân dân tỉnh' }
  const report = { reportId: newId(), programmeId, indicator: 'poor-households', year: 2025, ...source, figures }
  await send(lan, 'outcomes.record-report', report)
  const audited = await lastAudited(site.config)
  const past = await fingerprint(site.config, TODAY_TABLES, audited)
  const asked = { outcome: 'poor-households', programmeId }
  const before = await ask<Table>(hoa, 'outcomes.table', asked)
  for (const [at, one] of events.entries()) standing = await happen(standing, one, addDays('2026-02-01', at))
  expect(await fingerprint(site.config, TODAY_TABLES, audited), 'rows of the past').toEqual(past)
  expect(await ask<Table>(hoa, 'outcomes.table', asked), 'on the borders of their day').toEqual(before)
  const lie = standing.flatMap(one => one.villages.map(village => [village, one.id] as const))
  expect(await villagesAt(standing)).toEqual(new Map(lie))
  const { rows } = await ask<Table>(hoa, 'outcomes.table', { ...asked, borders: 'now' })
  expect(new Map(rows.map(row => [row.communeId, row.cells[0]]))).toEqual(
    new Map(standing.map(({ id, parts }) => [id, sumOf(parts, told)])),
  )
}

function sumOf(parts: ReadonlyMap<string, number | null>, told: ReadonlyMap<string, number>): unknown {
  if ([...parts.values()].includes(null)) return null
  const sum = [...parts].reduce((total, [id, part]) => total + told.get(id)! * part!, 0)
  return expect.closeTo(sum, 0)
}

it(
  `keeps the past and the sums through ${RUNS} random runs of merging and splitting`,
  async () => {
    const values = fc.array(fc.integer({ min: 20, max: 900 }), { minLength: COMMUNES, maxLength: COMMUNES })
    const events = fc.array(event, { minLength: 1, maxLength: 5 })
    await fc.assert(fc.asyncProperty(values, events, goesOn), { ...UNTIL, numRuns: RUNS, endOnFailure: true })
  },
  (MINUTES + 2) * 60_000,
)
