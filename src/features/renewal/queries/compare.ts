import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { clausesWithDuty, everyClauseOn, getProgramme } from '../../programmes/index.ts'
import { dutiesOver, reportingOf, yearsBegun } from '../../reviews/index.ts'
import { overlapsOf } from '../overlap.ts'
import { silencesOf } from '../silence.ts'
import { workByClause } from '../store.ts'

/** Programmes looked at beside the one asked for, the latest first. */
const BESIDE = 9
type Programme = { id: string; title: string; number: string | null }
type Clause = { programme: Programme; path: string; text: string }

/**
 * What stands twice and what stands still: pairs of clauses that say the like, in this programme and between it and others of
 * the same bodies; duties without an activity in a year; activities under a clause that holds no duty.
 */
export const compareClauses = query({
  name: 'renewal.compare',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: z.guid() }),
  run: async ({ db, today }, { programmeId }) => {
    const { period_from: from, period_to: to, ...own } = await getProgramme(db, programmeId)
    const years = yearsBegun(reportingOf(own), { from, to }, today)
    const others = await ofSameBodies(db, programmeId)
    const duties = await dutiesOn(db, own, today)
    const beside = await inTurn(others, other => dutiesOn(db, other, today))
    const work = await workByClause(db, programmeId)
    return {
      programme: { id: own.id, title: own.title, number: own.number },
      compared: others.map(({ number, title }) => number ?? title),
      overlaps: pairsOf([...duties, ...beside], programmeId),
      ...silencesOf(
        duties.map(({ path, text }) => ({ path, text })),
        { duties: await dutiesOver(db, programmeId, years), work, years },
      ),
    }
  },
})

/** One transaction takes one question after the other. */
async function inTurn<T, Found>(list: readonly T[], find: (one: T) => Promise<Found[]>): Promise<Found[]> {
  const found: Found[] = []
  for (const one of list) found.push(...(await find(one)))
  return found
}

/** The clauses of a programme that hold a duty on a day, as they read then. */
async function dutiesOn(db: ReadDb, { id, title, number }: Programme, day: IsoDate): Promise<Clause[]> {
  const clauses = await everyClauseOn(db, id, day)
  const holding = await clausesWithDuty(db, id, day)
  const programme = { id, title, number }
  return clauses.filter(({ path }) => holding.has(path)).map(({ path, text }) => ({ programme, path, text }))
}

/** Other programmes that two parties of this one have signed too. */
const ofSameBodies = (db: ReadDb, programmeId: string): Promise<Programme[]> =>
  db
    .selectFrom('programme_party as own')
    .innerJoin('programme_party as also', 'also.body_id', 'own.body_id')
    .innerJoin('programme', 'programme.id', 'also.programme_id')
    .select(['programme.id', 'programme.title', 'programme.number'])
    .where('own.programme_id', '=', programmeId)
    .where('programme.id', '<>', programmeId)
    .groupBy(['programme.id', 'programme.title', 'programme.number', 'programme.effective_from'])
    .having(({ fn }) => fn.countAll<number>(), '>=', 2)
    .orderBy('programme.effective_from', 'desc')
    .limit(BESIDE)
    .execute()

/** Pairs of which at least one clause is of the programme asked for; that one stands first. */
function pairsOf(clauses: readonly Clause[], programmeId: string) {
  const pairs = overlapsOf(clauses.map(({ text }, at) => ({ id: String(at), text })))
  return pairs.flatMap(({ a, b, likeness, inA, inB }) => {
    const [one, other] = [
      { ...clauses[Number(a)]!, common: inA },
      { ...clauses[Number(b)]!, common: inB },
    ]
    if (one.programme.id === programmeId) return [{ likeness, one, other }]
    return other.programme.id === programmeId ? [{ likeness, one: other, other: one }] : []
  })
}
