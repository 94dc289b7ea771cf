import type { ReadDb } from '../../engine/db/database.ts'
import { askDestroyed, type NamesDestroyed } from '../../engine/db/names-destroyed.ts'
import { type KindBook, kindsOfProgramme } from '../activities/index.ts'
import type { ActivityRow, Destroyed, Figure, FigureQuery, RetentionRule } from './contract.ts'
import { counts } from './figures.ts'
import { loadActivities } from './load-activities.ts'

type Trace = { activityId: string; day: string }
/** What is destroyed behind each figure, by its id; figures of which nothing is are left out. */
type ByFigure = Map<string, Destroyed[]>

/** Nothing that a retention rule destroys is counted, so the numbers stay: this says beside them what can no longer be looked up. */
export async function destroyedBehind(db: ReadDb, programmeId: string, figures: readonly Figure[]): Promise<ByFigure> {
  const names = await namesBehind(db, programmeId, figures)
  const files = await filesBehind(db, programmeId, figures)
  return new Map([...files, ...names])
}

/** Files with data of persons that hung on the activities behind a figure. */
async function filesBehind(db: ReadDb, programmeId: string, figures: readonly Figure[]): Promise<ByFigure> {
  const traces = await tracesOf(db, programmeId)
  if (traces.size === 0 || figures.length === 0) return new Map()
  const kinds = await kindsOfProgramme(db, programmeId)
  const activities = await loadTraced(db, programmeId, { kinds, figures, ids: [...traces.keys()] })
  return new Map(
    wholeFirst(figures).flatMap(({ id, query }) => {
      const behind = activities.filter(one => counts(query, one))
      return behind.length > 0 ? [[id, [filesOf(behind, traces)]] as const] : []
    }),
  )
}

/** Counts of activities before what is added up of them: of two that say the same, the plainer one is named. */
const wholeFirst = (figures: readonly Figure[]): Figure[] =>
  figures.toSorted((a, b) => Number(b.query.kind === 'activities') - Number(a.query.kind === 'activities'))

async function tracesOf(db: ReadDb, programmeId: string): Promise<Map<string, Trace[]>> {
  const rows = await db
    .selectFrom('destroyed_file')
    .innerJoin('activity', 'activity.id', 'subject_id')
    .select(['activity.id as activityId', 'destroyed_on as day'])
    .where('activity.programme_id', '=', programmeId)
    .where('activity.removed_at', 'is', null)
    .execute()
  return Map.groupBy(rows, row => row.activityId)
}

type Traced = { kinds: KindBook; figures: readonly Figure[]; ids: string[] }
function loadTraced(db: ReadDb, programmeId: string, { kinds, figures, ids }: Traced): Promise<ActivityRow[]> {
  const days = figures.flatMap(({ query: { from, to } }) => [from, to]).toSorted()
  const bounds = { from: days[0]!, to: days.at(-1)! }
  return loadActivities(db, { programmeId, ...bounds, before: bounds, kinds, ids })
}

function filesOf(behind: readonly ActivityRow[], traces: ReadonlyMap<string, Trace[]>): Destroyed {
  const days = behind.flatMap(({ id }) => (traces.get(id) ?? []).map(one => one.day)).toSorted()
  return { rule: 'personal-evidence', count: behind.length, when: { days: [days[0]!, days.at(-1)!] } }
}

/** Sealed names on which the counts of petitions and of honours rest: each asked by itself. */
async function namesBehind(db: ReadDb, programmeId: string, figures: readonly Figure[]): Promise<ByFigure> {
  const countsOf = (kind: FigureQuery['kind']) =>
    figures.filter(({ query }) => query.kind === kind).map(({ id, query: { part = '', from, to } }) => ({ id, part, from, to }))
  const rows = [
    ...(await askDestroyed(db, 'petition_names_destroyed', programmeId, countsOf('petitions'))),
    ...(await askDestroyed(db, 'honour_names_destroyed', programmeId, countsOf('honours'))),
  ]
  return new Map([...Map.groupBy(rows, row => row.id)].map(([id, found]) => [id, found.map(namesOf)]))
}

const namesOf = ({ rule, many, firstYear, lastYear }: NamesDestroyed): Destroyed => ({
  rule: rule as RetentionRule,
  count: many ? 'some' : 'few',
  when: { years: [firstYear, lastYear] },
})

/** What of a whole report can no longer be looked up: of each rule the figure with the most of it behind. */
export function widestOf(byFigure: ByFigure): { figureId: string; destroyed: Destroyed }[] {
  const widest = new Map<RetentionRule, { figureId: string; destroyed: Destroyed }>()
  for (const [figureId, list] of byFigure)
    for (const destroyed of list) {
      const known = widest.get(destroyed.rule)
      if (!known || sizeOf(destroyed) > sizeOf(known.destroyed)) widest.set(destroyed.rule, { figureId, destroyed })
    }
  return [...widest.values()]
}

const sizeOf = ({ count }: Destroyed): number => (typeof count === 'number' ? count : count === 'some' ? 1 : 0)
