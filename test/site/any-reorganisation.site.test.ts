import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { addDays } from '../../src/kernel/dates.ts'
import { fingerprint, lastAudited } from '../access/fingerprint.ts'
import { type RandomReorganisation, reorganisationOf, reorganise } from '../access/random-reorganisation.ts'
import { stays } from '../access/shared-seat.ts'
import { TODAY_TABLES } from '../access/today-tables.ts'
import { openTables, seatedIn } from '../access/words-in-tables.ts'
import { clear, joinIn, WORK_KINDS, type Work, work } from '../access/works.ts'
import { makeWorld, type World } from '../access/world.ts'
import { openTestSite } from '../harness/site.ts'

/*
 * Bodies with work of random kinds are merged, split, renamed and moved at random, one event after the other. However it goes, no row of
 * the past is changed, nobody's work is left to nobody, who takes over reads what was read before, and nobody reads more.
 */
/** In so many every kind of event comes up. */
const OFTEN_ENOUGH = 15
const MINUTES = Number(process.env['PHOIHOP_PROVE_MINUTES'] ?? 10)
const RUNS = Number(process.env['PHOIHOP_PROVE_RUNS'] ?? OFTEN_ENOUGH)
const SEED = Number(process.env['PHOIHOP_PROVE_SEED'] ?? 20_250_701)
/** A long proof ends with its minutes. */
const UNTIL = { seed: SEED, interruptAfterTimeLimit: MINUTES * 60_000, markInterruptAsFailure: false }
const BODIES = 5
const FIRST_DAY = '2026-11-20'
let day = FIRST_DAY
const site = await openTestSite({ now: () => new Date(`${day}T03:00:00Z`) })
const { wordsOf, close } = await openTables(site)
afterAll(close)

type Heirs = Map<string, string[]>
const happened = new Map<string, number>()
const refused = new Map<string, number>()
const count = (tally: Map<string, number>, key: string) => tally.set(key, (tally.get(key) ?? 0) + 1)

/** Who sits in the seat of a body: itself while it stands, else whoever sits in those of its heirs. */
const seated = (body: string, heirs: Heirs): string[] => heirs.get(body)?.flatMap(heir => seated(heir, heirs)) ?? [body]

/** Who ever sat there and is no more: those of their people who worked there stand in its logs by name. */
const satBefore = (body: string, heirs: Heirs): string[] =>
  heirs.get(body)?.flatMap(heir => (heirs.has(heir) ? [heir, ...satBefore(heir, heirs)] : [])) ?? []

type Reading = { world: World; heirs: Heirs; seat: string; sitter: string }
/** Whose words who sits there may read, besides what the seat and their own body may. */
function alsoOf(kind: string, { world, heirs, seat, sitter }: Reading): string[] {
  if (/^(account|post)$/.test(kind)) return satBefore(seat, heirs)
  // That a programme ends is agreed to by the bodies that sit in the seats of its parties, as themselves.
  const ended = /^(ending|programme$)/.test(kind)
  return ended ? world.agencies.flatMap(({ id }) => (seated(id, heirs).includes(sitter) ? id : [])) : []
}

/** What is read in the seat of each body by all who sit there together; of it what neither that body nor who sits there may read. */
async function readIn(world: World, heirs: Heirs) {
  const [read, more] = [new Map<string, Set<string>>(), new Set<string>()]
  for (const { id } of world.agencies) {
    const words = new Set<string>()
    for (const sitter of new Set(seated(id, heirs))) {
      const { actor } = world.agencies.find(one => one.id === sitter)!
      for (const word of await wordsOf(seatedIn(actor, id))) {
        words.add(word)
        const { readers, kind } = world.markers.get(word)!
        const may = [id, sitter, ...alsoOf(kind, { world, heirs, seat: id, sitter })]
        if (!may.some(one => readers.has(one))) more.add(word)
      }
    }
    read.set(id, words)
  }
  return { read, more }
}

/** Two parties with work, and three bodies besides. */
async function begin(works: readonly Work[]): Promise<World> {
  await clear(site)
  day = FIRST_DAY
  const world = await makeWorld(site, BODIES)
  // Who leads serves no unit alone: what a unit keeps to itself is theirs as well.
  await site.engine.database.pool.query("UPDATE post SET unit_id = NULL, roles = array_remove(roles, 'head')")
  const joint = await joinIn(world, world.agencies.slice(0, 2))
  for (const one of works) await work(world, joint, one)
  return world
}

/** A rename adds to the names that a body has borne. */
const ADDED_TO = ['body_name']
const namesBorne = async (): Promise<string[]> => {
  const { rows } = await site.engine.database.pool.query<{ row: string }>('SELECT n::text AS row FROM body_name n')
  return rows.map(one => one.row)
}

/** What a draft passes on is counted when the clock comes to it, maybe during the next event. */
const COUNTED_BY_CLOCK = ['reorganisation_count', 'command_record']

/** Each event on a day of its own; what was refused has done nothing. */
async function goThrough(world: World, events: readonly RandomReorganisation[], audited: number): Promise<Heirs> {
  const heirs: Heirs = new Map()
  for (const one of events) {
    day = addDays(day, 1)
    const names = await namesBorne()
    const digests = await fingerprint(site.config, COUNTED_BY_CLOCK, audited)
    const outcome = await reorganise(world, one, day)
    if (typeof outcome === 'string') {
      count(refused, outcome)
      expect(await fingerprint(site.config, COUNTED_BY_CLOCK, audited), outcome).toEqual(digests)
    } else {
      count(happened, one.kind)
      if (outcome.length > 0) heirs.set(world.agencies[one.body]!.id, outcome)
      expect(await namesBorne(), 'names are added, and none is changed').toEqual(expect.arrayContaining(names))
    }
  }
  return heirs
}

const kindsOf = (world: World, words: Iterable<string>) => [...words].map(word => world.markers.get(word)!.kind)

async function outlives(works: readonly Work[], events: readonly RandomReorganisation[]): Promise<void> {
  const world = await begin(works)
  const { read: before } = await readIn(world, new Map())
  const audited = await lastAudited(site.config)
  const aside = [...TODAY_TABLES, ...ADDED_TO]
  const past = await fingerprint(site.config, aside, audited)
  const heirs = await goThrough(world, events, audited)
  expect(await fingerprint(site.config, aside, audited), 'rows of the past').toEqual(past)
  const { read, more } = await readIn(world, heirs)
  expect(kindsOf(world, more), 'read there and not before').toEqual([])
  for (const [id, words] of before) {
    const lost = [...words].filter(word => !read.get(id)!.has(word) && !stays(world.markers.get(word)!))
    expect(kindsOf(world, lost), 'read by nobody who sits there').toEqual([])
  }
}

it(
  `leaves the past as it was and every piece of work with those it passed to, in ${RUNS} random histories`,
  async () => {
    const stage = fc.nat({ max: 3 })
    const works = fc.array(fc.record({ kind: fc.constantFrom(...WORK_KINDS), side: stage, stage }), {
      minLength: 3,
      maxLength: 8,
    })
    const events = fc.array(reorganisationOf(BODIES), { minLength: 1, maxLength: 4 })
    await fc.assert(fc.asyncProperty(works, events, outlives), { ...UNTIL, numRuns: RUNS, endOnFailure: true })
    console.log(`happened ${JSON.stringify([...happened])}, refused ${JSON.stringify([...refused])}`)
    if (RUNS >= OFTEN_ENOUGH) expect([...happened.keys()].toSorted()).toEqual(['merge', 'move', 'rename', 'split'])
  },
  (MINUTES + 2) * 60_000,
)
