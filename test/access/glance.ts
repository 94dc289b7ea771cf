import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import type { Json } from '../../src/engine/db/database.ts'
import type { Export } from '../../src/engine/feature.ts'
import { type Engine, runCommand, runQuery } from '../../src/engine/runner.ts'
import { vietnamDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { attemptsFrom, PLAIN, type Pool, type Question, questionsFrom } from './questions.ts'
import { joinIn, WORK_KINDS, type Work, work } from './works.ts'
import { type Agency, leaks, makeWorld, type World } from './world.ts'

/** A small world, and a number that chooses what is asked in it. */
export type Sketch = { bodies: number; parties: number; works: Work[]; luck: number }

/** How much of each kind is asked in one world, spread over its agencies. */
const ASKED = { questions: 14, exports: 3, files: 2, attempts: 2, doors: 1 }

const someWork: fc.Arbitrary<Work> = fc.record({
  kind: fc.constantFrom(...WORK_KINDS),
  side: fc.nat({ max: 3 }),
  stage: fc.nat({ max: 2 }),
})

export const sketch: fc.Arbitrary<Sketch> = fc.record({
  bodies: fc.integer({ min: 2, max: 4 }),
  parties: fc.nat({ max: 1000 }),
  works: fc.array(someWork, { minLength: 1, maxLength: 4 }),
  luck: fc.nat({ max: 2 ** 31 - 1 }),
})

/** What was asked how often, by whom of the programme: over many worlds every question by both. */
export type Tally = Map<string, { party: number; outsider: number }>

/** `engine` answers; `door` takes requests as they come over HTTP, without a wire; `turn` numbers the worlds, each asks the next queries, `times` as many as usual. */
export type Glance = {
  engine: Engine
  door: FastifyInstance
  exports: readonly Export[]
  tally: Tally
  now: Date
  turn: number
  times?: number
}

/** Two, three or four of the bodies. */
export function partiesOf(agencies: readonly Agency[], number: number): Agency[] {
  const chosen = agencies.filter((_, at) => (number >> at) & 1)
  return chosen.length > 1 ? chosen : agencies.slice(number % (agencies.length - 1)).slice(0, 2)
}

const RECORDS = [
  'draftId',
  'programmeId',
  'planId',
  'itemId',
  'activityId',
  'reviewId',
  'versionId',
  'partId',
  'packageId',
  'petitionId',
  'supervisionId',
  'constructionId',
  'movementId',
  'reportId',
  'upperId',
  'templateId',
  'copyId',
  'askId',
  'recognitionId',
  'directiveId',
  'commendationId',
  'lineId',
  'fileId',
  'bodyId',
  'meetingId',
  'requestId',
  'urgedRequestId',
  'urgedPetitionId',
  'own-kindId',
  'disseminationId',
  'amendmentId',
  'indicatorId',
  'kindId',
  'paperId',
  'incomingId',
  'readingId',
  'instructionId',
  'reorganisationId',
]

export const poolOf = (world: World, words: readonly string[]): Pool => ({
  ...PLAIN,
  ...Object.fromEntries(RECORDS.map(name => [name, []])),
  ...world.ids,
  words: ['viec', ...words],
  figureId: ['activities'],
  againstId: world.ids['versionId'] ?? [],
  intoId: world.ids['programmeId'] ?? [],
})

/** Draws from lists by one number, the same for the same number. */
function drawing(luck: number) {
  let state = luck >>> 0
  const below = (limit: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return (state ^ (state >>> 13)) % limit
  }
  return <T>(list: readonly T[], count: number): T[] =>
    list.length === 0 ? [] : Array.from({ length: count }, () => list[Math.abs(below(list.length))]!)
}

/** Answered anew by each reading, or a telephone book, a list of places or a table of terms of the whole site that the worlds beside this one write in. */
const MOVED_BY_OTHERS = [
  'agencies.access-log',
  'agencies.bodies',
  'agencies.body',
  'agencies.places',
  'insight.search',
  'petitions.choices',
  'petitions.settings',
  'supervision.clocks',
  'supervision.coverage',
  'supervision.reports',
]

/**
 * Makes the world, asks a sample of everything that can be asked in it as each of its agencies, and returns what was seen by
 * somebody who may not see it: empty where the walls hold.
 */
export async function glanceAt(site: World['site'], glance: Glance, { bodies, parties, works, luck }: Sketch): Promise<string[]> {
  // One body more than can be a party: it stands outside every programme.
  const world = await makeWorld(site, bodies + 1)
  const joint = await joinIn(world, partiesOf(world.agencies.slice(0, -1), parties))
  const outsider = world.agencies.at(-1)!
  const draw = drawing(luck)
  const words = [...world.markers.keys()]
  const known = draw(
    questionsFrom(poolOf(world, draw(words, 1))).filter(one => !MOVED_BY_OTHERS.includes(one.name)),
    2,
  )
  const before = await Promise.all(known.map(one => answerOf(glance, outsider, one)))
  for (const one of works) await work(world, joint, one)
  const after = await Promise.all(known.map(one => answerOf(glance, outsider, one)))
  const moved = known.filter((_, at) => before[at] !== after[at]).map(one => `${one.name} tells an outsider of hidden work`)
  const party = (agency: Agency) => joint.parties.includes(agency)
  return [...moved, ...(await lookAround(world, glance, draw, party))]
}

type Draw = ReturnType<typeof drawing>

async function lookAround(world: World, glance: Glance, draw: Draw, isParty: (agency: Agency) => boolean): Promise<string[]> {
  const pool = poolOf(world, draw([...world.markers.keys()], 2))
  const who = () => draw(world.agencies, 1)[0]!
  const found: Promise<string[]>[] = []
  const note = (agency: Agency, what: string, text: Promise<string>) =>
    found.push(text.then(one => leaks(world, agency.id, one).map(kind => `${what} shows ${kind} to another side`)))

  for (const { question, outside } of turnsOf(questionsFrom(pool), glance, draw)) {
    const agency = outside ? world.agencies.at(-1)! : who()
    tallyUp(glance.tally, question.name, isParty(agency))
    note(agency, `${question.name} ${JSON.stringify(question.input)}`, answerOf(glance, agency, question))
  }
  for (const attempt of draw(attemptsFrom(pool), ASKED.attempts)) {
    const agency = world.agencies.at(-1)!
    note(agency, `what ${attempt.name} answers`, attemptOf(glance, agency, attempt))
  }
  for (const one of draw(glance.exports, ASKED.exports)) {
    const agency = who()
    const [id] = draw(Object.values(world.ids).flat(), 1)
    tallyUp(glance.tally, `export ${one.name}`, isParty(agency))
    note(agency, `export ${one.name}`, loadedOf(glance, agency, one, id!))
  }
  for (const file of draw(world.files, ASKED.files)) {
    const agency = who()
    found.push(fileOf(glance, world, agency, file))
  }
  for (const address of draw(doorsOf(pool), ASKED.doors)) {
    const agency = who()
    note(
      agency,
      address.url,
      throughDoor(glance, agency, address).then(reply => `${reply.body} ${reply.headers}`),
    )
  }
  for (const agency of world.agencies)
    for (const secret of agency.feeds)
      note(
        agency,
        'a feed',
        throughDoor(glance, agency, { url: `/api/calendar/${secret}.ics` }).then(reply => reply.body),
      )
  return (await Promise.all(found)).flat()
}

/** The queries that are next in turn, each with one of its questions; over the worlds all are asked alike, every second time from outside. */
function turnsOf(questions: readonly Question[], { turn, times = 1 }: Glance, draw: Draw) {
  const byName = [...Map.groupBy(questions, one => one.name).values()]
  const first = turn * ASKED.questions * times
  return Array.from({ length: ASKED.questions * times }, (_, at) => {
    const place = first + at
    const [question] = draw(byName[place % byName.length]!, 1)
    return { question: question!, outside: Math.floor(place / byName.length) % 2 === 0 }
  })
}

function tallyUp(tally: Tally, name: string, party: boolean): void {
  const counts = tally.get(name) ?? { party: 0, outsider: 0 }
  counts[party ? 'party' : 'outsider'] += 1
  tally.set(name, counts)
}

/** The answer, or the refusal with its data, as text. */
const settled = (work: Promise<unknown>): Promise<string> =>
  work.then(
    answer => JSON.stringify(answer),
    (error: Error & { code?: string }) => {
      if (error instanceof Refusal) return JSON.stringify([error.code, error.data])
      // SQLSTATE of a constraint or policy: the door shows no word of it.
      if (error.code && /^(23|42501|22)/.test(error.code)) return error.code
      throw error
    },
  )

const answerOf = ({ engine }: Glance, { actor }: Agency, { name, input }: Question) =>
  settled(runQuery(engine, actor, name, input))
const attemptOf = ({ engine }: Glance, { actor }: Agency, { name, input }: Question) =>
  settled(runCommand(engine, actor, { commandId: newId(), name, input }))
const loadedOf = ({ engine, now }: Glance, { actor }: Agency, one: Export, id: string) =>
  settled(engine.database.read(actor, db => one.load({ db, acting: actor, now, today: vietnamDate(now) }, id)))

type Address = { url: string; body?: Json }

/** Over HTTP, sessions and all: a few questions. */
const doorsOf = (pool: Pool): Address[] =>
  questionsFrom(pool).map(({ name, input }) => ({ url: `/api/queries/${name}`, body: { input } }))

async function throughDoor({ door }: Glance, { cookie }: Agency, { url, body }: Address) {
  const headers = { cookie, 'x-phoihop': '1', 'content-type': 'application/json' }
  const reply = await door.inject(
    body === undefined ? { method: 'GET', url, headers: { cookie } } : { method: 'POST', url, headers, payload: body as object },
  )
  if (reply.statusCode >= 500) throw new Error(`${url}: ${reply.body}`)
  return { status: reply.statusCode, body: reply.body, headers: JSON.stringify(reply.headers) }
}

async function fileOf(glance: Glance, world: World, agency: Agency, file: World['files'][number]): Promise<string[]> {
  const url = `/api/files/${file.id}`
  const address = file.personal ? { url: `${url}/open`, body: { purpose: 'Đối chiếu' } } : { url }
  const { status, body, headers } = await throughDoor(glance, agency, address)
  const wanted = file.readers.has(agency.id) ? 200 : 404
  const wrong = status === wanted ? [] : [`a file answers ${status} where ${wanted} is right`]
  return [...wrong, ...leaks(world, agency.id, body + headers).map(kind => `a file address shows ${kind}`)]
}
