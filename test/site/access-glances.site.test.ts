import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { buildServer } from '../../src/app/http/server.ts'
import { exportsByName, queries } from '../../src/app/registry.ts'
import type { AnyQuery } from '../../src/engine/query.ts'
import { type Glance, glanceAt, type Sketch, sketch, type Tally } from '../access/glance.ts'
import { clear } from '../access/works.ts'
import { openTestSite } from '../harness/site.ts'

/*
 * The property of access-property.site.test.ts over many small worlds: in each a sample is asked instead of everything,
 * and over all of them every question is asked by parties and by outsiders many times.
 */
const RUNS = Number(process.env['PHOIHOP_PROVE_RUNS'] ?? 200)
const MINUTES = Number(process.env['PHOIHOP_PROVE_MINUTES'] ?? 0)
const SEED = Number(process.env['PHOIHOP_PROVE_SEED'] ?? 20_261_118)
/** Worlds that are made and asked side by side, each a stranger to the others. */
const AT_ONCE = 4
/** A full database makes every world slow. */
const CLEARED_AFTER = 24
/** How far a long proof has come. */
const TOLD_EVERY = 500

const now = new Date('2026-11-20T03:00:00Z')
const site = await openTestSite({ now: () => now })
const door = await buildServer(site.engine, { secure: false, behindProxy: false, tls: null })
afterAll(() => door.close())

const glanceWith = (tally: Tally = new Map(), engine = site.engine): Glance => ({
  engine,
  door,
  exports: [...exportsByName.values()],
  tally,
  now,
  turn: 0,
})

let worlds = 0
async function shownByMistake(glance: Glance, sketches: readonly Sketch[]): Promise<string[]> {
  if (worlds % CLEARED_AFTER < AT_ONCE) await clear(site)
  const first = worlds
  worlds += sketches.length
  if (worlds % TOLD_EVERY < AT_ONCE) console.log(`${worlds} worlds`)
  return (await Promise.all(sketches.map((one, at) => glanceAt(site, { ...glance, turn: first + at }, one)))).flat()
}
const several = fc.array(sketch, { minLength: AT_ONCE, maxLength: AT_ONCE })

it(
  `shows no side what is neither its own nor shared with it, in ${RUNS} small worlds`,
  async () => {
    const glance = glanceWith()
    const limit = MINUTES > 0 ? { interruptAfterTimeLimit: MINUTES * 60_000, markInterruptAsFailure: false } : {}
    await fc.assert(
      fc.asyncProperty(several, async sketches => {
        expect(await shownByMistake(glance, sketches)).toEqual([])
      }),
      { seed: SEED, numRuns: Math.ceil(RUNS / AT_ONCE), endOnFailure: true, ...limit },
    )
    const counts = [...queries.keys()].map(name => glance.tally.get(name) ?? { party: 0, outsider: 0 })
    const least = Math.min(...counts.flatMap(one => [one.party, one.outsider]))
    const asked = [...glance.tally.values()].reduce((sum, one) => sum + one.party + one.outsider, 0)
    console.log(
      `${worlds} worlds, seed ${SEED}: ${asked} questions and exports, each query at least ${least} times by each side.`,
    )
    expect(least, 'a query that was never asked').toBeGreaterThan(0)
  },
  (MINUTES || 15) * 60_000 + 120_000,
)

/** Draws worlds until one shows something; the kinds of leak of that world. */
async function firstLeak(usual: Glance, more: Sketch['works'] = []): Promise<string[]> {
  const glance = { ...usual, times: 5 }
  for (const sketches of fc.sample(several, { seed: SEED, numRuns: 12 })) {
    const worked = sketches.map(one => ({ ...one, works: [...one.works, ...more] }))
    const found = await shownByMistake(glance, worked)
    if (found.length > 0) return found
  }
  return []
}

it('finds a query that looks past the wall', async () => {
  const leaky: AnyQuery = {
    ...queries.get('plans.list')!,
    run: async () => (await site.engine.database.pool.query('SELECT title FROM plan_item')).rows,
  }
  const engine = { ...site.engine, queries: new Map([...queries, ['plans.list', leaky]]) }
  expect((await firstLeak(glanceWith(new Map(), engine))).join()).toContain('plans.list')
})

it('finds a table whose wall has fallen', async () => {
  await site.engine.database.pool.query('ALTER TABLE review DISABLE ROW LEVEL SECURITY')
  const found = await firstLeak(glanceWith(), [{ kind: 'review', side: 0, stage: 0 }])
  await site.engine.database.pool.query('ALTER TABLE review ENABLE ROW LEVEL SECURITY')
  expect(found.join()).toMatch(/review/)
})
