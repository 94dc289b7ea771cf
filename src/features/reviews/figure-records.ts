import type { ReadDb } from '../../engine/db/database.ts'
import type { Bounds } from '../../kernel/periods.ts'
import { kindsOfProgramme } from '../activities/index.ts'
import { movementsOfProgramme } from '../movements/index.ts'
import { getProgramme } from '../programmes/index.ts'
import { supervisionsOf } from '../supervision/index.ts'
import type { ActivityRow, Figure } from './contract.ts'
import {
  movementsBehind,
  movementValue,
  occurrencesBehind,
  placesBehind,
  recordsOf,
  supervisionsBehind,
  supervisionValue,
  valueOf,
} from './figures.ts'
import { honourFigure, NO_NUMBERS, petitionFigure, splitFigure } from './guarded-figures.ts'
import { activitiesKept } from './kept-work.ts'
import { loadActivities } from './load-activities.ts'
import { loadItems, loadPlaces, workOf } from './load-input.ts'
import { loadOccurrences, subjectsWithin } from './load-occurrences.ts'
import { marksOf } from './marks.ts'
import type { Review } from './store.ts'

type Names = ReadonlyMap<string, string>

/** The records behind a figure, and what they add up to now. */
export function openFigure(db: ReadDb, found: Review, figure: Figure, names: Names) {
  const { kind } = figure.query
  if (kind === 'petitions') return petitionFigure(db, found, figure, names)
  if (kind === 'split') return splitFigure(db, found, figure, names)
  if (kind === 'honours') return honourFigure(db, found, figure)
  if (kind === 'movements') return movementFigure(db, found.programmeId, figure, names)
  if (kind === 'supervisions') return supervisionFigure(db, found.programmeId, figure, names)
  if (kind === 'places') return placesFigure(db, found, figure)
  if (kind === 'led' || kind === 'informing') return occurrenceFigure(db, found.programmeId, figure, names)
  return activityFigure(db, found, figure, names)
}

async function activityFigure(db: ReadDb, found: Review, figure: Figure, names: Names) {
  const records = recordsOf(figure.query, await activitiesIn(db, found, figure.query))
  return {
    figure,
    /** What the records add up to now; differs from a frozen figure where records changed after it. Null: too few to be told. */
    now: valueOf(figure.query, records),
    records: records.map(one => ({
      id: one.id,
      kind: one.kind,
      title: one.title,
      heldOn: one.heldOn,
      place: one.place,
      body: names.get(one.ownerBody) ?? '',
      count: one.count,
      countUnit: one.countUnit,
      reach: one.reach,
      reachUnit: one.reachUnit,
      money: one.money,
      clausePaths: one.clausePaths,
      address: null,
    })),
  }
}

/** Those of the days of a figure, or of the whole report where compiling it has read them already. */
async function activitiesIn(db: ReadDb, found: Review, { from, to }: Bounds): Promise<ActivityRow[]> {
  const { programmeId } = found
  const whole = workOf(await getProgramme(db, programmeId), found, await kindsOfProgramme(db, programmeId))
  const holds = (days: Bounds) => days.from <= from && to <= days.to
  const kept = holds(whole) || holds(whole.before) ? await activitiesKept(db, whole, await marksOf(db, found)) : null
  return kept ?? loadActivities(db, { ...whole, from, to, before: { from, to } })
}

/** The communes or villages behind a figure, each with what was done in it up to that day. */
async function placesFigure(db: ReadDb, { programmeId, period }: Review, figure: Figure) {
  const { itemId, from, to } = figure.query
  const items = (await loadItems(db, { programmeId, year: period.year })).filter(one => one.id === itemId)
  const behind = placesBehind(figure.query, await loadPlaces(db, items, { from, to }))
  return {
    figure,
    now: behind.length,
    records: behind.map(one => ({
      ...NO_NUMBERS,
      id: one.id,
      kind: 'place',
      title: one.name,
      heldOn: to,
      place: one.under ?? '',
      body: '',
      count: one.amount,
      countUnit: items[0]?.targetUnit ?? '',
    })),
  }
}

/** What led the work, or was not told in its time. A paper of another side stands here by its number, and opens for those who may read it. */
async function occurrenceFigure(db: ReadDb, programmeId: string, figure: Figure, names: Names) {
  const behind = occurrencesBehind(figure.query, await loadOccurrences(db, programmeId, figure.query))
  const subjects = await subjectsWithin(db, behind)
  return {
    figure,
    now: behind.length,
    records: behind.map(one => ({
      ...NO_NUMBERS,
      id: one.id,
      kind: one.kind,
      title: [one.title, subjects.get(one.id)].filter(Boolean).join(': '),
      heldOn: one.day,
      place: '',
      body: names.get(one.bodyId) ?? '',
      address: one.kind === 'paper' && !subjects.has(one.id) ? null : one.address,
    })),
  }
}

type Behind = { id: string; title: string; day: string; place: string; bodyId: string; adds: number }

/** A record that adds a count to a figure, as the list below the figure shows it. */
const recordOf = (one: Behind, kind: 'supervision' | 'movement', figure: Figure, names: Names) => ({
  ...NO_NUMBERS,
  id: one.id,
  kind,
  title: one.title,
  heldOn: one.day,
  place: one.place,
  body: names.get(one.bodyId) ?? '',
  count: one.adds,
  countUnit: figure.unit,
})

/** The supervisions behind a figure, with how much each adds to it. */
async function supervisionFigure(db: ReadDb, programmeId: string, figure: Figure, names: Names) {
  const all = await supervisionsOf(db, { programmeId }, figure.query.to)
  return {
    figure,
    now: supervisionValue(figure.query, all),
    records: supervisionsBehind(figure.query, all).map(one => recordOf(one, 'supervision', figure, names)),
  }
}

/** The campaigns, twinnings and models behind a figure, with how much each adds to it. */
async function movementFigure(db: ReadDb, programmeId: string, figure: Figure, names: Names) {
  const all = await movementsOfProgramme(db, programmeId, figure.query.to)
  return {
    figure,
    now: movementValue(figure.query, all),
    records: movementsBehind(figure.query, all).map(one => recordOf(one, 'movement', figure, names)),
  }
}
