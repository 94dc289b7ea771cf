import type { People } from '../../src/app/seed-people.ts'
import type { Engine } from '../../src/engine/runner.ts'
import { ACTIVITY_KINDS } from '../../src/features/activities/kinds.ts'
import { type IsoDate, isoDate, vietnamDate, yearOf } from '../../src/kernel/dates.ts'
import { type Item, insertActivities } from '../generate-activities.ts'
import { insertPetitions } from '../generate-petitions.ts'
import { insertPlan } from '../generate-plan.ts'
import { insertProgramme } from '../generate-programme.ts'
import type { Random } from '../random.ts'
import { insertAgencies } from './agencies.ts'
import { insertCommendations } from './commendations.ts'
import { insertDirectives } from './directives.ts'
import { insertRecognised } from './honours.ts'
import { insertMovements } from './movements.ts'
import { insertOutcomes } from './outcomes.ts'
import { type Commune, insertPlaces } from './places.ts'
import type { Size } from './size.ts'
import { insertWorks } from './works.ts'

export type Province = {
  programmeId: string
  /** The running year, which is the last of the programme. */
  year: number
  /** An item of the running year's plan. */
  itemId: string
  communeId: string
}

const [CLAUSES, COMMITMENTS, ITEMS_A_YEAR] = [60, 90, 200]
/** What the programmes of the other agencies hold, against the one that is measured. */
const OTHERS_SHARE = 0.02

/**
 * Five years of a province: one programme that carries the activities, petitions, supervisions, honours and movements asked for, and
 * beside it those of the other agencies. Every fact comes from `random`, so that a seed and a day give the same province, ids aside.
 */
export async function insertProvince(engine: Engine, random: Random, people: People, size: Size): Promise<Province> {
  const today = vietnamDate(engine.now())
  const communes = await insertPlaces(engine, size)
  const front = { bodyId: people.bodies.get('mttq')!, by: people.actors.get('lan')!.accountId }
  const department = { bodyId: people.bodies.get('sdttg')!, by: people.actors.get('tuan')!.accountId }
  const ground = { engine, random, people, size, communes, today }
  const main = await insertWork(ground, [front.bodyId, department.bodyId], size.activities)
  await insertOthers(ground, [front.bodyId, department.bodyId])
  const days = { from: main.from, to: today }
  const of = { programmeId: main.programmeId, communes, days }
  await insertPetitionsOf(ground, { ...of, ...department, count: size.petitions })
  await insertPetitionsOf(ground, { ...of, ...front, count: Math.ceil(size.petitions / 10) })
  await insertWorks(engine, random, { ...of, ...front, count: size.works })
  await insertWorks(engine, random, { ...of, ...department, count: Math.ceil(size.works / 10) })
  await insertRecognised(engine, random, { ...of, ...department, count: size.recognised })
  await insertMovements(engine, random, { ...of, ...front, count: size.movements })
  await insertCommendations(engine, random, { ...of, ...department, count: size.commendations })
  await insertOutcomes(engine, random, { ...of, ...department })
  await insertDirectives(engine, random, { ...of, ...front, count: size.directives })
  return { programmeId: main.programmeId, year: yearOf(today), itemId: main.itemId, communeId: communes[0]!.id }
}

type Ground = { engine: Engine; random: Random; people: People; size: Size; communes: Commune[]; today: IsoDate }

/** A programme with an agreed plan for each year, and activities under its items. */
async function insertWork({ engine, random, people, size, communes, today }: Ground, parties: string[], count: number) {
  const [first, last] = [yearOf(today) - size.years + 1, yearOf(today)]
  const shape = { parties, from: first, to: last, clauses: CLAUSES, commitments: COMMITMENTS }
  const programmeId = await insertProgramme(engine, random, shape)
  const clausePaths = await servedClauses(engine, programmeId)
  const items = new Map<number, Item[]>()
  for (let year = first; year <= last; year++) {
    const plan = {
      programmeId,
      parties,
      year,
      items: ITEMS_A_YEAR,
      clausePaths,
      state: 'agreed',
      closedTo: today,
      perCommune: true,
    } as const
    const written = (await insertPlan(engine, random, plan)).items
    items.set(
      year,
      written.map(({ id, clausePath }) => ({ id, kinds: kindsOf(clausePaths.indexOf(clausePath)) })),
    )
  }
  const from = isoDate(first, 1, 1)
  await insertActivities(engine, random, {
    programmeId,
    parties,
    by: people.actors.get('lan')!.accountId,
    days: { from, to: today },
    count,
    itemsOn: day => items.get(yearOf(day))!,
    places: communes.flatMap(commune => [commune.id, ...commune.villages]),
    evidenceEvery: 10,
  })
  return { programmeId, from, itemId: items.get(last)![0]!.id }
}

/** A clause asks for so many kinds of work; all clauses together for every kind. */
const KINDS_EACH = 4
const kindsOf = (nth: number): Item['kinds'] =>
  Array.from({ length: KINDS_EACH }, (_, at) => ACTIVITY_KINDS[(nth * (KINDS_EACH - 1) + at) % ACTIVITY_KINDS.length]!)

async function servedClauses(engine: Engine, programmeId: string): Promise<string[]> {
  const rows = await engine.database.read('system', db =>
    db
      .selectFrom('commitment')
      .select('clause_path')
      .distinct()
      .where('programme_id', '=', programmeId)
      .orderBy('clause_path')
      .execute(),
  )
  return rows.map(row => row.clause_path)
}

/** Each further agency has a programme with one of the two. */
async function insertOthers(ground: Ground, owners: readonly string[]): Promise<void> {
  const { engine, people, size } = ground
  const others = await insertAgencies(engine, size.agencies - people.bodies.size)
  for (const [at, other] of others.entries())
    await insertWork(ground, [owners[at % owners.length]!, other], Math.ceil(size.activities * OTHERS_SHARE))
}

type PetitionsOf = { bodyId: string; by: string; programmeId: string; days: { from: IsoDate; to: IsoDate }; count: number }

async function insertPetitionsOf({ engine, random, communes }: Ground, { by: handler, ...of }: PetitionsOf): Promise<void> {
  const { id: otherUnit } = await engine.database.read('system', db =>
    db.selectFrom('unit').select('id').where('body_id', '=', of.bodyId).where('name', '=', 'Văn phòng').executeTakeFirstOrThrow(),
  )
  await insertPetitions(engine, random, { ...of, handler, otherUnit, communes })
}
