import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exportsByName } from '../../src/app/registry.ts'
import type { Json } from '../../src/engine/db/database.ts'
import type { Export } from '../../src/engine/feature.ts'
import { vietnamDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor } from '../../src/kernel/permissions.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { partiesOf, poolOf } from '../access/glance.ts'
import { attemptsFrom, type Question, questionsFrom } from '../access/questions.ts'
import { clear, joinIn, WORK_KINDS, type Work, work } from '../access/works.ts'
import { type Agency, leaks, type Marker, makeWorld, type World } from '../access/world.ts'
import { listen } from '../harness/http.ts'
import { openTestSite } from '../harness/site.ts'

const RUNS = Number(process.env['PHOIHOP_PROVE_RUNS'] ?? 3)
const MINUTES = Number(process.env['PHOIHOP_PROVE_MINUTES'] ?? 0)
const SEED = Number(process.env['PHOIHOP_PROVE_SEED'] ?? 20_261_118)
/** Worlds that share a database; the earlier ones are strangers to all. */
const WORLDS_AT_ONCE = 8
const AT_ONCE = 6

const now = new Date('2026-11-20T03:00:00Z')
const site = await openTestSite({ now: () => now })
const http = await listen(site)

type Plot = { bodies: number; programmes: { parties: number; works: Work[] }[] }

/** Every kind of work in each of its stages, of which a programme has seen some. */
const ALL_WORK = WORK_KINDS.flatMap(kind => [0, 1, 2].map(stage => ({ kind, stage })))
const works: fc.Arbitrary<Work[]> = fc
  .tuple(fc.shuffledSubarray(ALL_WORK, { minLength: 8, maxLength: 18 }), fc.infiniteStream(fc.nat({ max: 3 })))
  .map(([chosen, sides]) => chosen.map(one => ({ ...one, side: sides.next().value as number })))

const plot: fc.Arbitrary<Plot> = fc.record({
  bodies: fc.integer({ min: 2, max: 4 }),
  programmes: fc.array(fc.record({ parties: fc.nat({ max: 1000 }), works }), { minLength: 1, maxLength: 2 }),
})

const send = (agency: Agency, path: string, body: Json) => http.post(path, body, { cookie: agency.cookie })
const get = (agency: Agency, path: string) => fetch(http.url + path, { headers: { cookie: agency.cookie } })
const ask = (agency: Agency, { name, input }: Question) => send(agency, `/api/queries/${name}`, { input })

async function inTurns<T>(list: readonly T[], each: (one: T) => Promise<void>): Promise<void> {
  const left = [...list]
  const take = async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await each(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, take))
}

/** Some of the marked words, from first to last. */
const someWords = ({ markers }: World): string[] => [...markers.keys()].filter((_, at) => at % Math.ceil(markers.size / 4) === 1)

async function expectNoLeak(world: World, agency: Agency, what: string, response: Response): Promise<void> {
  // The name of a file stands in a header.
  const text = `${await response.text()} ${response.headers.get('content-disposition')}`
  expect(leaks(world, agency.id, text), `${what} shows what is not the asker’s`).toEqual([])
  expect(response.status, `${what}: ${text.slice(0, 300)}`).toBeLessThan(500)
}

async function readEverything(world: World, agency: Agency): Promise<void> {
  await inTurns(questionsFrom(poolOf(world, someWords(world))), async question =>
    expectNoLeak(world, agency, `${question.name} ${JSON.stringify(question.input)}`, await ask(agency, question)),
  )
  await inTurns(world.files, async file => {
    const path = `/api/files/${file.id}`
    const response = file.personal ? await send(agency, `${path}/open`, { purpose: 'Đối chiếu' }) : await get(agency, path)
    expect(response.status, `address of a ${[...file.readers].length}-sided file`).toBe(file.readers.has(agency.id) ? 200 : 404)
    await expectNoLeak(world, agency, 'a file address', response)
  })
  for (const secret of agency.feeds)
    await expectNoLeak(world, agency, 'a calendar feed', await get(agency, `/api/calendar/${secret}.ics`))
  await loadExports(world, agency)
}

/** What goes into a paper, for every record as if it were one; of each paper one refusal over HTTP, as it is sent. */
async function loadExports(world: World, agency: Agency): Promise<void> {
  for (const one of exportsByName.values()) {
    const refused: string[] = []
    await inTurns(Object.values(world.ids).flat(), async id => {
      const loaded = await loadExport(one, agency.actor, id)
      if (loaded === null) refused.push(id)
      expect(leaks(world, agency.id, JSON.stringify(loaded)), `export ${one.name}`).toEqual([])
    })
    const path = `/api/exports/${one.name}/${refused.at(-1)}.${one.formats[0]}`
    const response = await get(agency, path)
    expect([403, 404]).toContain(response.status)
    await expectNoLeak(world, agency, `export ${one.name}`, response)
  }
}

async function loadExport(one: Export, acting: Actor, id: string): Promise<unknown> {
  try {
    return await site.engine.database.read(acting, db => one.load({ db, acting, now, today: vietnamDate(now) }, id))
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** Two bodies with a little work of their own that no other is a party of. */
async function settleStrangers(world: World): Promise<{ asks: () => Promise<string[]> }> {
  const [first, second] = world.agencies.slice(-2) as [Agency, Agency]
  const joint = await joinIn(world, [first, second])
  for (const kind of ['activity', 'review', 'package', 'draft', 'upload'] as const)
    await work(world, joint, { kind, side: 0, stage: 1 })
  // The access log grows with every asking.
  const known = questionsFrom(poolOf(world, [])).filter(question => question.name !== 'agencies.access-log')
  return { asks: async () => Promise.all(known.map(async question => (await ask(first, question)).text())) }
}

async function play(world: World, { programmes }: Plot): Promise<void> {
  const agencies = world.agencies.slice(0, -2)
  for (const { parties, works } of programmes) {
    const joint = await joinIn(world, partiesOf(agencies, parties))
    for (const one of works) await work(world, joint, one)
  }
}

/** Commands with other sides' ids: what they answer, too, tells nothing. */
async function tryEverything(world: World, agency: Agency): Promise<void> {
  await inTurns(attemptsFrom(poolOf(world, someWords(world))), async ({ name, input }) => {
    const response = await send(agency, `/api/commands/${name}`, { commandId: newId(), input })
    await expectNoLeak(world, agency, `${name} ${JSON.stringify(input)}`, response)
  })
}

const seen = new Map<string, boolean>()
const noteSeen = ({ kind, seen: now }: Marker) => seen.set(kind, now || (seen.get(kind) ?? false))
let worlds = 0

async function nobodySeesWhatIsNotTheirs(made: Plot): Promise<void> {
  if (worlds % WORLDS_AT_ONCE === 0) await clear(site)
  worlds += 1
  const world = await makeWorld(site, made.bodies + 2)
  const stranger = await settleStrangers(world)
  const before = await stranger.asks()
  await play(world, made)
  expect(await stranger.asks(), 'what a stranger is told, totals and counts among it, moves with hidden records').toEqual(before)
  for (const agency of world.agencies) await readEverything(world, agency)
  await tryEverything(world, world.agencies.at(-2)!)
  world.markers.forEach(noteSeen)
}

it(
  'shows no side what is neither its own nor shared with it, whatever is made and whatever is asked',
  async () => {
    const limit = MINUTES > 0 ? { interruptAfterTimeLimit: MINUTES * 60_000, markInterruptAsFailure: false } : {}
    await fc.assert(fc.asyncProperty(plot, nobodySeesWhatIsNotTheirs), {
      seed: SEED,
      numRuns: RUNS,
      endOnFailure: true,
      ...limit,
    })
    if (MINUTES > 0) console.log(`${worlds} worlds, seed ${SEED}: nobody saw what was not theirs.`)
    const never = [...seen].filter(([, found]) => !found).map(([kind]) => kind)
    expect(never, 'marked records that even their readers found nowhere: the search was not a fair one').toEqual([])
  },
  (MINUTES || 15) * 60_000 + 120_000,
)
