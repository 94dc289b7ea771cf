import { type Insertable, sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { DB } from '../../engine/db/schema.generated.ts'
import type { Cutoffs, ReportingProfile, ReportPeriod } from '../../kernel/periods.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { CompiledReview, FollowKind, ReviewState, Texts } from './contract.ts'
import { withoutHidden } from './hidden-counts.ts'

/** A row of `review` in the words of the rules. Dates are ISO text. */
export type Review = {
  id: string
  programmeId: string
  ownerBody: string
  period: ReportPeriod
  from: string
  to: string
  dueOn: string | null
  state: ReviewState
  texts: Texts
  /** Whether its words stand in a text that the sides write together. */
  written: boolean
  digest: string | null
  frozenAt: Date | null
  version: number
  /** Whether a side holds one of its figures to be wrong. */
  disputed: boolean
  /** The frozen report that it replaces or supplements. */
  follows: { id: string; how: FollowKind } | null
}

const columns = [
  'review.id',
  'review.programme_id',
  'review.owner_body',
  'review.kind',
  'review.year',
  'review.half',
  'review.first_year',
  'review.period_from',
  'review.period_to',
  'review.due_on',
  'review.state',
  'review.texts',
  'review.digest',
  'review.frozen_at',
  'review.version',
  'review.follows',
  'review.follow_kind',
] as const

const disputed = sql<boolean>`EXISTS (SELECT FROM figure_dispute d WHERE d.home = review.home AND d.review_id = review.id AND d.closed_at IS NULL)`

/** What stands in the asked sections of the shared text, once the sides write together. */
const written = sql<Texts | null>`(SELECT t.texts FROM review_text t WHERE t.home = review.home AND t.review_id = review.id)`

const select = (db: ReadDb) =>
  db
    .selectFrom('review')
    .select(columns)
    .select([disputed.as('disputed'), written.as('written')])
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

type PeriodRow = { kind: string; year: number; half: number | null; first_year: number | null }
export const periodOf = ({ kind, year, half, first_year }: PeriodRow): ReportPeriod => ({
  kind: kind as ReportPeriod['kind'],
  year,
  half: half as ReportPeriod['half'],
  ...(first_year === null ? {} : { first: first_year }),
})

const toReview = (row: Row): Review => ({
  id: row.id,
  programmeId: row.programme_id,
  ownerBody: row.owner_body,
  period: periodOf(row),
  from: row.period_from,
  to: row.period_to,
  dueOn: row.due_on,
  state: row.state as ReviewState,
  texts: row.written ?? (row.texts as Texts),
  written: row.written !== null,
  digest: row.digest,
  frozenAt: row.frozen_at,
  version: row.version,
  disputed: row.disputed,
  follows: row.follows === null ? null : { id: row.follows, how: row.follow_kind as FollowKind },
})

/** A review within rights: the own draft, or what a party has shared. Refuses 'not-found'. */
export async function getReview(db: ReadDb, id: string): Promise<Review> {
  const row = await select(db).where('review.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'review' })
  return toReview(row)
}

/** Takes the row for this transaction, so that two leaders who freeze at the same moment come one after the other. */
export async function lockReview(tx: Tx, id: string): Promise<Review> {
  const row = await select(tx).where('review.id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('changed-meanwhile')
  return toReview(row)
}

export type ListedReview = Review & { programmeTitle: string; ownerName: string }

/** Reviews within rights, the newest period first; of one programme, or of all. */
export async function listReviews(db: ReadDb, programmeId?: string): Promise<ListedReview[]> {
  let query = db
    .selectFrom('review')
    .innerJoin('programme', 'programme.id', 'review.programme_id')
    .innerJoin('body', 'body.id', 'review.owner_body')
    .select([...columns, 'programme.title', 'body.short_name'])
    .select([disputed.as('disputed'), written.as('written')])
    .orderBy('review.period_to', 'desc')
    .orderBy('review.id')
  if (programmeId) query = query.where('review.programme_id', '=', programmeId)
  const rows = await query.execute()
  return rows.map(row => ({ ...toReview(row), programmeTitle: row.title, ownerName: row.short_name }))
}

/** What "Việc của tôi" tells of a review. */
export type DueReview = Pick<ListedReview, 'id' | 'programmeId' | 'period' | 'dueOn' | 'state' | 'disputed' | 'programmeTitle'>

/** Every review within rights, the newest period first, in few plain columns. */
export const dueRows = (db: ReadDb) =>
  db
    .selectFrom('review')
    .innerJoin('programme', 'programme.id', 'review.programme_id')
    .select(['review.id', 'review.programme_id', 'review.due_on', 'review.state'])
    .select(['review.kind', 'review.year', 'review.half', 'review.first_year'])
    .select(['programme.title', disputed.as('disputed')])
    .orderBy('review.period_to', 'desc')
    .orderBy('review.id')
type DueRow = Awaited<ReturnType<ReturnType<typeof dueRows>['executeTakeFirstOrThrow']>>

export const toDue = (row: DueRow): DueReview => ({
  id: row.id,
  programmeId: row.programme_id,
  period: periodOf(row),
  dueOn: row.due_on,
  state: row.state as ReviewState,
  disputed: row.disputed,
  programmeTitle: row.title,
})

/** The frozen content as it is read; null before the freezing. */
export async function frozenOf(db: ReadDb, id: string): Promise<CompiledReview | null> {
  const row = await db.selectFrom('review').select('frozen').where('id', '=', id).executeTakeFirst()
  return row?.frozen ? withoutHidden(row.frozen as CompiledReview) : null
}

/** The report that replaces or supplements this one, where the asker may see it. */
export async function followedBy(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('review')
    .select(['id', 'follow_kind', 'state'])
    .where('follows', '=', id)
    .orderBy(sql`state = 'frozen'`, 'desc')
    .executeTakeFirst()
  return row ? { id: row.id, how: row.follow_kind as FollowKind, state: row.state as ReviewState } : null
}

/** Whether another report of the same period, or in place of the same one, already lies before the parties or is frozen. */
export async function hasSibling(tx: Tx, { id, programmeId, period, follows }: Review): Promise<boolean> {
  const sibling = await tx
    .selectFrom('review')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('kind', '=', period.kind)
    .where('year', '=', period.year)
    .where('half', 'is not distinct from', period.half)
    .where('follows', 'is not distinct from', follows?.id ?? null)
    .where('state', '<>', 'draft')
    .where('id', '<>', id)
    .executeTakeFirst()
  return sibling !== undefined
}

/** Enters a draft; one per side, kind and period. */
export async function insertReview(tx: Tx, row: Insertable<DB['review']>): Promise<void> {
  try {
    await tx.insertInto('review').values(row).execute()
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new Refusal('reviews.opened-already')
    throw error
  }
}

/** A change that must hit the row as it was read, or else somebody was faster. */
export async function changeReview(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: { state?: ReviewState; texts?: Texts; frozen?: CompiledReview; digest?: string; frozen_at?: Date },
): Promise<void> {
  const { texts, frozen, ...plain } = change
  const result = await tx
    .updateTable('review')
    .set({
      ...plain,
      ...(texts ? { texts: JSON.stringify(texts) } : {}),
      ...(frozen ? { frozen: JSON.stringify(frozen) } : {}),
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile')
}

export const reportingOf = (row: { reporting: string; reporting_cutoffs: unknown }) => ({
  profile: row.reporting as ReportingProfile,
  cutoffs: (row.reporting_cutoffs as Cutoffs | null) ?? null,
})

/** What a programme's reports run by. */
export type ReportedProgramme = {
  id: string
  title: string
  leadBody: string
  effectiveFrom: string
  from: number
  to: number
  profile: ReportingProfile
  cutoffs: Cutoffs | null
}

/** Programmes of the asker's side; of one id, or all. */
export async function programmesOf(db: ReadDb, programmeId?: string): Promise<ReportedProgramme[]> {
  const rows = programmeRows(db)
  return (await (programmeId ? rows.where('id', '=', programmeId) : rows).execute()).map(toReported)
}

export const programmeRows = (db: ReadDb) =>
  db
    .selectFrom('programme')
    .select(['id', 'title', 'lead_body', 'effective_from', 'period_from', 'period_to', 'reporting', 'reporting_cutoffs'])
    .orderBy('period_from', 'desc')
    .orderBy('id')
type ProgrammeRow = Awaited<ReturnType<ReturnType<typeof programmeRows>['executeTakeFirstOrThrow']>>

export const toReported = (row: ProgrammeRow): ReportedProgramme => ({
  id: row.id,
  title: row.title,
  leadBody: row.lead_body,
  effectiveFrom: row.effective_from,
  from: row.period_from,
  to: row.period_to,
  ...reportingOf(row),
})

type Standing = { bodyId: string; digest: string; at: Date }

/** Standing agreements of several reviews, by review. */
export async function standingByReview(db: ReadDb, ids: readonly string[]): Promise<Map<string, Standing[]>> {
  const found = new Map<string, Standing[]>()
  if (ids.length === 0) return found
  const rows = await db
    .selectFrom('agreement')
    .select(['subject_id', 'body_id', 'digest', 'at'])
    .where('subject_kind', '=', 'review')
    .where('subject_id', 'in', [...ids])
    .where('withdrawn_at', 'is', null)
    .execute()
  for (const row of rows) {
    const one = { bodyId: row.body_id, digest: row.digest, at: row.at }
    found.set(row.subject_id, [...(found.get(row.subject_id) ?? []), one])
  }
  return found
}

/** Reviews whose period and programme hold the words of a folded tsquery. */
export async function listReviewsFound(db: ReadDb, words: string, limit: number): Promise<(ListedReview & { rank: number })[]> {
  const text = sql`vn_words(concat_ws(' ', CASE review.kind WHEN 'final' THEN 'báo cáo tổng kết giai đoạn' ELSE 'báo cáo sơ kết' END, CASE review.half WHEN 1 THEN '6 tháng đầu' WHEN 2 THEN '6 tháng cuối' END,
    'năm', review.year, programme.title))`
  const rows = await db
    .selectFrom('review')
    .innerJoin('programme', 'programme.id', 'review.programme_id')
    .innerJoin('body', 'body.id', 'review.owner_body')
    .select([...columns, 'programme.title', 'body.short_name'])
    .select([disputed.as('disputed'), written.as('written')])
    .select(sql<number>`ts_rank(${text}, to_tsquery('simple', ${words}))`.as('rank'))
    .where(sql<boolean>`${text} @@ to_tsquery('simple', ${words})`)
    .orderBy('rank', 'desc')
    .orderBy('review.period_to', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => ({ ...toReview(row), programmeTitle: row.title, ownerName: row.short_name, rank: row.rank }))
}
