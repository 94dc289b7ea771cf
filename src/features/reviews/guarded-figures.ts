import type { ReadDb } from '../../engine/db/database.ts'
import { getProgramme } from '../programmes/index.ts'
import { honourBlocks } from './compiling/honours.ts'
import { petitionBlocks } from './compiling/petitions.ts'
import type { Figure } from './contract.ts'
import { FigureBook, petitionDay, petitionsOf } from './figures.ts'
import { loadHonours } from './honour-counts.ts'
import { halvesOf, loadPetitions } from './load-input.ts'
import type { Review } from './store.ts'

/** A record that has none of the numbers of an activity. */
export const NO_NUMBERS = { count: null, countUnit: null, reach: null, reachUnit: null, money: null, clausePaths: [] }

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
