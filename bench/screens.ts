import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, signIn } from './client.ts'
import type { Generated } from './generate.ts'
import { seeded } from './random.ts'
import { type Measurement, timed, timeRow, timing } from './table.ts'

type Screen = { what: string; ask: (by: Client) => Promise<unknown> }
type People = { front: Client; department: Client }

const ROUNDS = 60
const ALONE = { by: 'p95', ms: 40 } as const
const USERS = 20
const ASKS_EACH = 15
/** Somebody who works fast opens a screen so often. */
const PACE_MS = 1000
const TOGETHER = { by: 'p95', ms: 150 } as const

/** Lists and details of the full-size province: each for one user, then all for twenty who open one screen a second each. */
export async function screenRows(url: string, { province }: Generated): Promise<Measurement[]> {
  const people = { front: await signIn(url, 'lan'), department: await signIn(url, 'tuan') }
  const [ofFront, ofDepartment] = [await frontScreens(people, province), await departmentScreens(people, province)]
  const alone = (screens: readonly Screen[], by: Client) =>
    screens.map(({ what, ask }) => timing(what, () => ask(by), ALONE, ROUNDS))
  return [
    ...alone(ofFront, people.front),
    ...alone(ofDepartment, people.department),
    { what: `${USERS} users, one screen a second each`, measure: () => together(ofFront, ofDepartment, people) },
  ]
}

type Listed = Record<string, { id: string }[]>

async function frontScreens({ front }: People, { programmeId, year, itemId, communeId }: Generated['province']) {
  const { activities } = await front.ask<Listed>('activities.list', { limit: 1, totals: false })
  const { supervisions } = await front.ask<Listed>('supervision.list', { limit: 1 })
  const { movements } = await front.ask<Listed>('movements.list', {})
  const { directives } = await front.ask<Listed>('directives.list', { programmeId })
  const screen = (name: string, input: Parameters<Client['ask']>[1], more = ''): Screen => ({
    what: name + more,
    ask: by => by.ask(name, input),
  })
  return [
    screen('activities.list', { totals: false }),
    screen('activities.list', { totals: false, programmeId }, ', of the programme'),
    screen('activities.list', { itemId }, ', of an item'),
    screen('activities.list', { totals: false, placeId: communeId }, ', in a commune'),
    screen('activities.list', { totals: false, words: 'dac biet kho khan' }, ', by words'),
    screen('activities.activity', { activityId: activities![0]!.id }),
    screen('activities.list', { totals: false, answer: 'none' }, ', without an answer'),
    screen('activities.list', { limit: 1 }, ', sums of 60,000'),
    screen('activities.by-place', { itemId }, ', of an item'),
    screen('activities.merges', { activityId: activities![0]!.id }),
    screen('supervision.list', {}),
    screen('supervision.supervision', { supervisionId: supervisions![0]!.id }),
    screen('supervision.constructions', { limit: 200 }, ', a page'),
    screen('programmes.page', { programmeId, year }, ', full size'),
    screen('plans.clause-ticks', { programmeId, year }, ', full size'),
    screen('plans.item', { itemId }),
    screen('reviews.list', { programmeId }),
    screen('movements.list', {}),
    screen('movements.movement', { movementId: movements![0]!.id }),
    screen('directives.list', { programmeId, totals: false }),
    screen('directives.directive', { directiveId: directives![0]!.id }),
    screen('outcomes.list', { programmeId }),
    screen('outcomes.table', { outcome: 'early-marriage', programmeId }),
  ]
}

async function departmentScreens({ department }: People, { communeId, year }: Generated['province']): Promise<Screen[]> {
  const { petitions } = await department.ask<Listed>('petitions.list', { limit: 1 })
  const { rows } = await department.ask<Listed>('honours.list', {})
  const { rows: rounds } = await department.ask<Listed>('honours.commendations', {})
  const purpose = 'Đo thời gian mở hồ sơ'
  return [
    { what: 'petitions.list', ask: by => by.ask('petitions.list', {}) },
    { what: 'petitions.list, in a commune', ask: by => by.ask('petitions.list', { communeId }) },
    {
      what: 'petitions.balance, by commune',
      ask: by => by.ask('petitions.balance', { from: `${year}-01-01`, to: `${year}-12-31`, by: 'commune' }),
    },
    { what: 'petitions.petition', ask: by => by.ask('petitions.petition', { petitionId: petitions![0]!.id }) },
    { what: 'honours.commendations', ask: by => by.ask('honours.commendations', {}) },
    { what: 'honours.commendation', ask: by => by.ask('honours.commendation', { commendationId: rounds![0]!.id }) },
    { what: 'honours.list (900)', ask: by => by.ask('honours.list', {}) },
    { what: 'honours.recognition', ask: by => by.ask('honours.recognition', { recognitionId: rows![0]!.id, purpose }) },
  ]
}

/** Half of the users are of either side. Each opens one of its screens in turn, at a moment of every second that is its own. */
async function together(ofFront: readonly Screen[], ofDepartment: readonly Screen[], { front, department }: People) {
  const random = seeded(USERS)
  const user = async (at: number) => {
    const [by, screens] = at % 2 === 0 ? [front, ofFront] : [department, ofDepartment]
    const times: number[] = []
    for (let round = 0; round < ASKS_EACH; round++) {
      const wait = random.below(PACE_MS)
      await sleep(wait)
      times.push(await timed(() => screens[(at + round) % screens.length]!.ask(by)))
      await sleep(PACE_MS - wait)
    }
    return times
  }
  const times = await Promise.all(Array.from({ length: USERS }, (_, at) => user(at)))
  return timeRow(`${USERS} users, one screen a second each`, times.flat(), TOGETHER)
}
