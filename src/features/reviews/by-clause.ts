import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { kindsOfProgramme } from '../activities/index.ts'
import { petitionsOfProgramme } from '../petitions/index.ts'
import { getProgramme } from '../programmes/index.ts'
import { supervisionsOf } from '../supervision/index.ts'
import { byClause, byItem, isDoneIn } from './compiling/progress.ts'
import { distinct } from './compiling/sentences.ts'
import type { ActivityRow, CommitmentRow, ItemRow, YearPlan } from './contract.ts'
import { recordsOf, valueOf } from './figures.ts'
import { loadActivities } from './load-activities.ts'
import { dutiesOver, loadYearPlan } from './load-input.ts'
import { silentYears, yearsBegun } from './silence.ts'
import { reportingOf } from './store.ts'

type Amount = { value: number; unit: string }
/** What the yearly report of that year tells of one clause. */
export type ClauseYearRecord = {
  year: number
  /** Its last day has passed: what is not done then was not done. */
  over: boolean
  /** Items of the year's plan, and how many of them were done. */
  planned: number
  done: number
  activities: number
  /** A duty stood and nothing was done. */
  silent: boolean
  counts: Amount[]
  reaches: Amount[]
}
/** Beside the years: what people and those who supervise have said of it, and how much of that is settled. */
export type ClauseRecord = {
  years: ClauseYearRecord[]
  petitions: { received: number; settled: number }
  findings: { found: number; asked: number; repaired: number }
}

/**
 * The record of every clause over the years of a programme, up to today, by the conditions and days of its yearly reports:
 * a number here is the number there.
 */
export async function recordByClause(db: ReadDb, programmeId: string, today: IsoDate): Promise<(path: string) => ClauseRecord> {
  const programme = await getProgramme(db, programmeId)
  const { profile, cutoffs } = reportingOf(programme)
  const years = yearsBegun({ profile, cutoffs }, { from: programme.period_from, to: programme.period_to }, today)
  const duties = Map.groupBy(await dutiesOver(db, programmeId, years), one => one.clausePath)
  const loaded: YearLoaded[] = []
  const kinds = await kindsOfProgramme(db, programmeId)
  const none = { from: '0001-01-01', to: '0001-01-01' }
  for (const of of years) {
    const activities = await loadActivities(db, { programmeId, from: of.from, to: of.to, before: none, kinds })
    const plan = await loadYearPlan(db, programmeId, of)
    loaded.push({ plan, items: Map.groupBy(plan.items, item => item.clausePath), ...grouped(activities) })
  }
  const petitions = Map.groupBy(await petitionsOfProgramme(db, programmeId, today), one => one.clausePath)
  const supervisions = Map.groupBy(await supervisionsOf(db, { programmeId }, today), one => one.clausePath)
  return path => {
    const facts = (supervisions.get(path) ?? []).flatMap(one => one.facts)
    const sum = (fact: string) => facts.reduce((total, one) => total + (one.fact === fact ? one.count : 0), 0)
    const voices = petitions.get(path) ?? []
    return {
      years: loaded.map(year => ({ ...yearOfClause(year, path, duties.get(path) ?? []), over: year.plan.to < today })),
      petitions: { received: voices.length, settled: voices.filter(one => one.settledOn !== null).length },
      findings: { found: sum('found'), asked: sum('asked'), repaired: sum('repaired') + sum('explained') },
    }
  }
}

type YearLoaded = {
  plan: YearPlan
  items: Map<string, ItemRow[]>
  ofClause: Map<string, ActivityRow[]>
  ofItem: Map<string, ActivityRow[]>
}

const grouped = (activities: readonly ActivityRow[]) => ({ ofClause: byClause(activities), ofItem: byItem(activities) })

function yearOfClause(loaded: YearLoaded, path: string, duties: readonly CommitmentRow[]): Omit<ClauseYearRecord, 'over'> {
  const { plan, items, ofClause, ofItem } = loaded
  const { year, from, to } = plan
  const own = recordsOf({ kind: 'activities', from, to, clausePath: path }, ofClause.get(path) ?? [])
  const planned = items.get(path) ?? []
  const amounts = (kind: 'count' | 'reach', units: string[]) =>
    units.map(unit => ({ value: valueOf({ kind, from, to, clausePath: path, unit }, own), unit }))
  return {
    year,
    planned: planned.length,
    done: planned.filter(item => isDoneIn(plan, item, ofItem.get(item.id) ?? [])).length,
    activities: own.length,
    silent:
      silentYears(
        [{ year, from, to }],
        duties,
        own.map(one => one.heldOn),
      ).length > 0,
    counts: amounts('count', distinct(own.map(one => one.countUnit))),
    reaches: amounts('reach', distinct(own.map(one => one.reachUnit))),
  }
}
