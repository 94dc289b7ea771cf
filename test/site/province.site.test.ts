import { beforeAll, describe, expect, it } from 'vitest'
import { type Proof, proveBalance, proveItemWork, proveReview } from '../../bench/proof/figures.ts'
import { insertProvince, type Province } from '../../bench/province/province.ts'
import { SMALL } from '../../bench/province/size.ts'
import { seeded } from '../../bench/random.ts'
import { newId } from '../../src/kernel/ids.ts'
import { openTestSite } from '../harness/site.ts'

const site = await openTestSite({ now: () => new Date('2026-11-20T03:00:00Z') })
const [lan, tuan] = [site.who('lan'), site.who('tuan')]
let province: Province

beforeAll(async () => {
  province = await insertProvince(site.engine, seeded(4), site.people, SMALL)
})

type Ask = <T>(name: string, input: Record<string, string>) => Promise<T>
const asLan: Ask = (name, input) => site.ask(lan, name, input)

async function reviewed(period: { kind: 'half-year'; half: 1 | 2 } | { kind: 'year' }, ask = asLan): Promise<Proof> {
  const { programmeId, year } = province
  const reviewId = newId()
  await site.send(lan, 'reviews.open-review', { reviewId, programmeId, year, ...period })
  return proveReview(site.engine.database.pool, ask, { reviewId, programmeId, bodyId: lan.bodyId })
}

/** Every kind of figure that a province's review tells. */
const KINDS =
  'activities communes count detail honours informing money movements petitions places reach share split supervisions uncounted'.split(
    ' ',
  )

describe('a province in the small', () => {
  it('tells in its half-year review what the database owner counts by statements of its own', async () => {
    const { checked, differences } = await reviewed({ kind: 'half-year', half: 1 })
    expect(differences).toEqual([])
    expect(Object.keys(checked).toSorted()).toEqual(KINDS)
  })

  it('tells so in its yearly review', async () => {
    expect((await reviewed({ kind: 'year' })).differences).toEqual([])
  })

  it('is found out where it tells one figure by one too many', async () => {
    type Told = { compiled: { figures: Record<string, { value: number; query: { kind: string } }> } }
    const oneMore: Ask = async (name, input) => {
      const told = await asLan<Told>(name, input)
      const reach = Object.values(told.compiled.figures).find(one => one.query.kind === 'reach')!
      reach.value += 1
      return told as never
    }
    expect((await reviewed({ kind: 'half-year', half: 2 }, oneMore)).differences).toHaveLength(1)
  })

  it('keeps of every item what its activities add up to', async () => {
    const { checked, differences } = await proveItemWork(site.engine.database.pool)
    expect(differences).toEqual([])
    expect(checked['kept']).toBeGreaterThan(100)
  })

  it('tells so in the balance of petitions', async () => {
    const ask: Ask = (name, input) => site.ask(tuan, name, input)
    const period = { bodyId: tuan.bodyId, from: '2026-01-01', to: '2026-06-30' }
    const { checked, differences } = await proveBalance(site.engine.database.pool, ask, period)
    expect(differences).toEqual([])
    expect(checked['balance']).toBe(6 * (SMALL.communes + 1))
  })
})
