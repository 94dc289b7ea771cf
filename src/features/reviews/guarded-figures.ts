import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { getProgramme } from '../programmes/index.ts'
import { honourBlocks } from './compiling/honours.ts'
import { petitionBlocks } from './compiling/petitions.ts'
import { splitBlocks } from './compiling/splits.ts'
import type { Figure, FigureQuery } from './contract.ts'
import { FigureBook, petitionDay, petitionsOf } from './figures.ts'
import { loadHonours } from './honour-counts.ts'
import { loadPetitions } from './load-input.ts'
import { loadSplits } from './load-splits.ts'
import type { Review } from './store.ts'
import { apartOf, halvesOf, stretchesOf } from './stretches.ts'

/** A record that has none of the numbers of an activity. `address`: of one that stands nowhere by its kind alone. */
export const NO_NUMBERS = {
  count: null,
  countUnit: null,
  reach: null,
  reachUnit: null,
  money: null,
  clausePaths: [],
  address: null as string | null,
}

/** A count of those who are honoured: its records stay with their keepers. */
export async function honourFigure(db: ReadDb, { programmeId, period, from, to }: Review, figure: Figure) {
  const halves = halvesOf(await getProgramme(db, programmeId), period)
  const honours = await loadHonours(db, programmeId, { from, to }, halves)
  const book = new FigureBook({ activities: [], honours })
  honourBlocks(book, { period: { ...period, from, to }, honours }, 1)
  return { figure, now: toldNow(book, figure), records: [] }
}

/** A number that the review would tell now, as it tells it; null where it would hide it. */
const toldNow = ({ figures }: FigureBook, { id }: Figure): number | null => figures[id]?.value ?? null

/**
 * A count of those reached of one group. It opens the work in which the reader may see that group: of others that where it is told, since a
 * list of where few were would tell the rest.
 */
export async function splitFigure(db: ReadDb, review: Review, figure: Figure, names: ReadonlyMap<string, string>) {
  const { programmeId } = review
  const programme = await getProgramme(db, programmeId)
  const { bounds, before } = stretchesOf(programme, review)
  const told = { period: { ...review.period, ...bounds }, before, halves: apartOf(programme, review) }
  const book = new FigureBook({ activities: [], splits: await loadSplits(db, programmeId, told) })
  splitBlocks(book, told, figure.query.clausePath ?? '')
  const rows = await withGroup(db, programmeId, figure.query)
  return {
    figure,
    now: toldNow(book, figure),
    records: rows.map(row => ({
      ...NO_NUMBERS,
      id: row.id,
      kind: row.kind,
      title: row.title,
      heldOn: row.held_on,
      place: row.place,
      body: names.get(row.owner_body) ?? '',
      reach: row.count,
      reachUnit: figure.unit,
    })),
  }
}

/** Activities under a clause in which a group is told to who asks: of the own side's as recorded. */
function withGroup(db: ReadDb, programmeId: string, { from, to, clausePath = '', part = '' }: FigureQuery) {
  const [dimension, label] = part.split(':')
  const seen = sql<number>`coalesce(
    (SELECT count FROM activity_breakdown b WHERE b.activity_id = activity.id AND b.dimension = ${dimension} AND b.label = ${label}),
    (SELECT count FROM told_split t WHERE t.activity_id = activity.id AND t.dimension = ${dimension} AND t.label = ${label}))`
  return db
    .selectFrom('activity')
    .select(['id', 'kind', 'title', 'held_on', 'place', 'owner_body', seen.as('count')])
    .where('programme_id', '=', programmeId)
    .where('removed_at', 'is', null)
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .where(
      sql<boolean>`id IN (SELECT l.activity_id FROM activity_item l JOIN plan_item i ON i.id = l.item_id WHERE i.clause_path = ${clausePath})`,
    )
    .where(seen, '>', 0)
    .orderBy('held_on')
    .orderBy('id')
    .execute()
}

/** The petitions behind a figure, those that every party of the programme sees. */
export async function petitionFigure(
  db: ReadDb,
  { programmeId, period, from, to }: Review,
  figure: Figure,
  names: ReadonlyMap<string, string>,
) {
  const petitions = await loadPetitions(db, programmeId, to)
  const halves = { period: halvesOf(await getProgramme(db, programmeId), period), before: [] }
  const book = new FigureBook({ activities: [], petitions })
  petitionBlocks(book, { period: { ...period, from, to }, halves, petitions }, 1)
  const now = toldNow(book, figure)
  // The list of what is too few to be told would tell it.
  const behind = now === null ? [] : petitionsOf(figure.query, petitions)
  return {
    figure,
    now,
    records: behind.map(one => ({
      id: one.id,
      kind: 'petition',
      title: one.subject,
      heldOn: petitionDay(figure.query, one)!,
      place: one.commune,
      body: names.get(one.bodyId) ?? '',
      ...NO_NUMBERS,
    })),
  }
}
