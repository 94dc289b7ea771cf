import { type NotNull, sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { askTogether, question } from '../../engine/db/together.ts'
import type { Deadline, Holders, ManyDeadlines } from '../../engine/feature.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { passedHere } from '../agencies/index.ts'
import { type CountedDay, firstDays } from './first-days.ts'
import { progressOf } from './progress.ts'
import { type ItemOfYear, itemsByIds } from './store.ts'
import { sumsOf } from './sums.ts'

/** Open items with a day on which our body leads or supports. A body can have thousands. */
export const itemDeadlines: ManyDeadlines & { kind: string } = {
  kind: 'plan-item',
  find: async ({ db, acting, today }, until) => {
    if (typeof acting === 'string') return []
    const whose = { body: acting.bodyId, heldBy: null }
    const { done } = await counted(db, whose, until, today)
    return (await lines(db, whose, until, done).orderBy('due_on').execute()).map(lineOf)
  },
  first: async ({ db, acting, today }, { stretches, most, heldBy }) => {
    if (typeof acting === 'string') return { lines: [], hidden: stretches.map(() => 0) }
    const until = stretches.at(-1)!.until
    const whose = { body: acting.bodyId, heldBy }
    const { perDay, done } = await counted(db, whose, until, today)
    const { days, hidden } = firstDays(perDay, stretches, most)
    if (days.length === 0) return { lines: [], hidden }
    const first = await lines(db, whose, until, done).where('due_on', 'in', days).execute()
    return { lines: first.map(lineOf), hidden }
  },
}

/** The items of a body, or those of them for which certain of its people are named. */
type Whose = { body: string; heldBy: Holders | null }

const namedFor = ({ body, heldBy }: Whose) =>
  heldBy === null
    ? sql<boolean>`true`
    : sql<boolean>`plan_item.id IN (SELECT subject_id FROM responsibility WHERE subject_kind = 'plan-item' AND body_id = ${body}
        AND (account_id = ANY (${[...heldBy.accountIds]}::uuid[]) OR deputy_id = ${heldBy.deputyId}))`

const openItems = (db: ReadDb, whose: Whose, until: IsoDate) =>
  db
    .selectFrom('plan_item')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .where('due_on', '<=', until)
    .where('plan.state', '<>', 'private')
    .where('dropped_reason', 'is', null)
    .where('closed_at', 'is', null)
    // What a later plan goes on with is asked for there.
    .where(
      sql<boolean>`plan_item.id NOT IN (SELECT later.carried_from FROM plan_item later JOIN plan p ON p.id = later.plan_id
        WHERE later.carried_from IS NOT NULL AND later.dropped_reason IS NULL AND p.state <> 'private')`,
    )
    .where(sql<boolean>`(${whose.body} = ANY (lead_bodies) OR ${whose.body} = ANY (support_bodies))`)
    .where(namedFor(whose))
    .where(passedHere('plan-item', sql.ref('plan_item.id')))

/** What a line shows, in few plain columns. */
const lines = (db: ReadDb, whose: Whose, until: IsoDate, done: readonly string[]) =>
  openItems(db, whose, until)
    .innerJoin('programme', 'programme.id', 'plan_item.programme_id')
    .select(['plan_item.id', 'plan_item.position', 'plan_item.title', 'plan_item.due_on', 'plan.year'])
    .select(sql<string>`coalesce(programme.number, programme.title)`.as('programme'))
    .select(
      sql<Deadline['role']>`CASE WHEN ${whose.body} <> ALL (lead_bodies) THEN 'support'
        WHEN cardinality(lead_bodies) > 1 THEN 'both' ELSE 'lead' END`.as('role'),
    )
    .where(sql<boolean>`plan_item.id <> ALL (${[...done]}::uuid[])`)

/** Those for which, or for whose kin, something was done: only they can have reached their target. */
const BEGUN = sql<string[]>`coalesce(json_agg(plan_item.id) FILTER (
  WHERE target_min > 0 AND (target_per = 'term' OR carried_from IS NOT NULL OR plan_item.id IN (SELECT item_id FROM item_work))), '[]')`

type Counted = { perDay: CountedDay[]; done: string[] }

/** How many there are of each day, and which of them have reached their target, though nobody has closed them: these do not count. */
async function counted(db: ReadDb, whose: Whose, until: IsoDate, today: IsoDate): Promise<Counted> {
  const perDay = openItems(db, whose, until)
    .select(['due_on as dueOn', sql<number>`count(*)::int`.as('count')])
    .select(BEGUN.as('begun'))
    .groupBy('due_on')
    .orderBy('due_on')
    .$narrowType<{ dueOn: NotNull }>()
  const [found] = await askTogether(db, [question({ perDay }, rows => rows.perDay)])
  const begun = found!.flatMap(day => day.begun)
  const done = await reached(db, await itemsByIds(db, begun), today)
  const doneOn = (day: IsoDate) => done.filter(item => item.dueOn === day).length
  const left = found!.map(({ dueOn, count }) => ({ dueOn, count: count - doneOn(dueOn) }))
  return { perDay: left.filter(day => day.count > 0), done: done.map(item => item.id) }
}

async function reached(db: ReadDb, begun: readonly ItemOfYear[], today: IsoDate): Promise<ItemOfYear[]> {
  const done: ItemOfYear[] = []
  for (const [programmeId, items] of Map.groupBy(begun, item => item.programmeId)) {
    const sums = await sumsOf(db, programmeId, { itemIds: items.map(item => item.id), today })
    const stateOf = (item: ItemOfYear) => progressOf({ ...item, closed: false, dropped: false }, sums(item.id), today).state
    done.push(...items.filter(item => stateOf(item) === 'done'))
  }
  return done
}

type Line = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

const lineOf = (row: Line): Deadline => ({
  kind: 'plan-item',
  id: row.id,
  title: row.title,
  context: `${row.programme} · Kế hoạch ${row.year}, mục ${row.position}`,
  address: `/hoat-dong/moi?muc=${row.id}`,
  dueOn: row.due_on,
  waits: 'us',
  role: row.role,
  step: 'step.record-activity',
})
