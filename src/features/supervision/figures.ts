import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { Bounds } from '../../kernel/periods.ts'
import { REPORT_PARTS, type ReportPart } from './contract.ts'
import type { End } from './ends.ts'
import { endsOf } from './load-ends.ts'

/**
 * What came of a supervision, each by its day: it was held (its first visit, or the end of reading papers), and activities tell of it;
 * findings were seen; recommendations were sent, carried out and seen on the spot, or explained and seen.
 */
export type SupervisionFact = 'held' | 'told' | 'found' | 'asked' | 'repaired' | 'explained'
export type CountedSupervision = {
  id: string
  title: string
  place: string
  bodyId: string
  clausePath: string | null
  constructionId: string | null
  facts: { fact: SupervisionFact; day: IsoDate; count: number }[]
}

type Step = { kind: string; day: IsoDate }
type Seen = { id: string; seen_on: IsoDate; recommendation: string }

type Wanted = { programmeId: string } | { bodyId: string }

/**
 * Supervisions with their facts up to a day: those shared in a programme, which every party sees, so that all reckon the same figures;
 * or all of one body.
 */
export async function supervisionsOf(db: ReadDb, wanted: Wanted, to: IsoDate): Promise<CountedSupervision[]> {
  const narrowed =
    'programmeId' in wanted
      ? db.selectFrom('supervision').where('programme_id', '=', wanted.programmeId).where('shared_at', 'is not', null)
      : db.selectFrom('supervision').where('supervision.body_id', '=', wanted.bodyId)
  const rows = await narrowed
    .leftJoin('place', 'place.id', 'commune_id')
    .select([
      'supervision.id',
      'title',
      'supervision.body_id',
      'clause_path',
      'construction_id',
      'form',
      'place.name as commune',
      'object',
    ])
    .select(
      sql<boolean>`supervision.id IN (WITH told AS MATERIALIZED
          (SELECT supervision_id, standing_activity(activity_id) AS activity_id FROM supervision_activity)
        SELECT supervision_id FROM told JOIN activity a ON a.id = told.activity_id WHERE a.removed_at IS NULL)`.as('told'),
    )
    .where('starts_on', '<=', to)
    .orderBy('starts_on')
    .orderBy('supervision.id')
    .execute()
  if (rows.length === 0) return []
  const ofThem = sql<boolean>`supervision_id = ANY (${rows.map(row => row.id)}::uuid[])`
  const steps = await db
    .selectFrom('supervision_step')
    .select(['supervision_id', 'kind', 'day'])
    .where(ofThem)
    .where('taken_back_at', 'is', null)
    .where('day', '<=', to)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const findings = await db
    .selectFrom('finding')
    .select(['id', 'supervision_id', 'seen_on', 'recommendation'])
    .where(ofThem)
    .where('removed_at', 'is', null)
    .execute()
  const ends = await endsOf(
    db,
    rows.map(row => row.id),
    to,
  )
  const [stepsOf, seenOf] = [Map.groupBy(steps, one => one.supervision_id), Map.groupBy(findings, one => one.supervision_id)]
  return rows.map(row => ({
    id: row.id,
    title: row.title,
    place: row.commune ?? row.object,
    bodyId: row.body_id,
    clausePath: row.clause_path,
    constructionId: row.construction_id,
    facts: factsOf(stepsOf.get(row.id) ?? [], seenOf.get(row.id) ?? [], ends, row.told),
  }))
}

/** The facts of one supervision from its steps and findings. A recommendation is done only when somebody saw it again and it was right. */
export function factsOf(
  steps: readonly Step[],
  findings: readonly Seen[],
  ends: ReadonlyMap<string, End>,
  told: boolean,
): CountedSupervision['facts'] {
  const asked = findings.filter(one => one.recommendation !== '')
  const held = steps.find(one => one.kind === 'visit') ?? steps.find(one => one.kind === 'conclude')
  const sent = steps.find(one => one.kind === 'send')
  const one = (fact: SupervisionFact, day: IsoDate | undefined, count: number) => (day && count > 0 ? [{ fact, day, count }] : [])
  return [
    ...one('held', held?.day, 1),
    ...one('told', held?.day, told ? 1 : 0),
    ...findings.map(({ seen_on: day }) => ({ fact: 'found' as const, day, count: 1 })),
    ...one('asked', sent?.day, asked.length),
    ...asked.flatMap(({ id }) => {
      const end = ends.get(id)
      return end?.seen?.right ? one(end.outcome === 'explained' ? 'explained' : 'repaired', end.seen.on, 1) : []
    }),
  ]
}

/** What a figure adds up: one of the facts, or the works that were seen. */
export type SupervisionPart = SupervisionFact | 'works'
type Counted = Pick<CountedSupervision, 'constructionId' | 'facts'>

/** What of a supervision lies behind a figure: the facts of its period. The works that were seen are those where it was held. */
const factsBehind = (part: SupervisionPart, { from, to }: Bounds, { facts, constructionId }: Counted) =>
  part === 'works' && constructionId === null
    ? []
    : facts.filter(({ fact, day }) => fact === (part === 'works' ? 'held' : part) && from <= day && day <= to)

/** The supervisions behind a figure, with the first day on which its fact came and how much each adds. */
export const supervisionsBehind = <One extends Counted>(part: SupervisionPart, bounds: Bounds, all: readonly One[]) =>
  all.flatMap(one => {
    const facts = factsBehind(part, bounds, one)
    const [first] = facts.map(fact => fact.day).toSorted()
    return first ? [{ ...one, day: first, adds: facts.reduce((sum, fact) => sum + fact.count, 0) }] : []
  })

/** What a figure says; a work that was seen in several supervisions is one. */
export function supervisionValue(part: SupervisionPart, bounds: Bounds, all: readonly Counted[]): number {
  const behind = supervisionsBehind(part, bounds, all)
  if (part === 'works') return new Set(behind.map(one => one.constructionId)).size
  return behind.reduce((sum, one) => sum + one.adds, 0)
}

/** What a body's report on a period counts: supervisions held, works seen, findings, recommendations and their ends. */
export type ReportFigures = Record<ReportPart, number>

export const figuresOf = (all: readonly CountedSupervision[], bounds: Bounds): ReportFigures =>
  Object.fromEntries(REPORT_PARTS.map(part => [part, supervisionValue(part, bounds, all)])) as ReportFigures
