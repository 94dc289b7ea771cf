import { type NotNull, sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { Deadline, DeadlineSource } from '../../engine/feature.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { getProgramme } from '../programmes/index.ts'
import { firstDays } from './first-days.ts'
import { progressOf } from './progress.ts'
import { asItem, ITEM_COLUMNS, type ItemRow } from './store.ts'
import { sumsOf } from './sums.ts'

/** Open items with a day on which our body leads or supports. A body can have thousands. */
export const itemDeadlines: DeadlineSource = {
  kind: 'plan-item',
  find: async ({ db, acting, today }, until) => {
    if (typeof acting === 'string') return []
    const done = await reached(db, acting.bodyId, until, today)
    return asDeadlines(db, await lines(db, acting.bodyId, until, done).orderBy('due_on').execute())
  },
  first: async ({ db, acting, today }, stretches, most) => {
    if (typeof acting === 'string') return { lines: [], hidden: stretches.map(() => 0) }
    const until = stretches.at(-1)!.until
    const done = await reached(db, acting.bodyId, until, today)
    const open = lines(db, acting.bodyId, until, done)
    const counted = await db
      .selectFrom(open.as('open'))
      .select(['due_on as dueOn', sql<number>`count(*)::int`.as('count')])
      .groupBy('due_on')
      .orderBy('due_on')
      .$narrowType<{ dueOn: NotNull }>()
      .execute()
    const { days, hidden } = firstDays(counted, stretches, most)
    if (days.length === 0) return { lines: [], hidden }
    return { lines: await asDeadlines(db, await open.where('due_on', 'in', days).execute()), hidden }
  },
}

const openItems = (db: ReadDb, body: string, until: IsoDate) =>
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
    .where(sql<boolean>`(${body} = ANY (lead_bodies) OR ${body} = ANY (support_bodies))`)

/** What a line shows, in few plain columns. */
const lines = (db: ReadDb, body: string, until: IsoDate, done: readonly string[]) =>
  openItems(db, body, until)
    .select(['plan_item.id', 'plan_item.programme_id', 'plan_item.position', 'plan_item.title', 'plan_item.due_on', 'plan.year'])
    .select(
      sql<Deadline['role']>`CASE WHEN ${body} <> ALL (lead_bodies) THEN 'support'
        WHEN cardinality(lead_bodies) > 1 THEN 'both' ELSE 'lead' END`.as('role'),
    )
    .where(sql<boolean>`plan_item.id <> ALL (${[...done]}::uuid[])`)

/** Those that have reached their target, though nobody has closed them: only where something was done for them or for their kin. */
async function reached(db: ReadDb, body: string, until: IsoDate, today: IsoDate): Promise<string[]> {
  const rows = await openItems(db, body, until)
    .select(ITEM_COLUMNS)
    .select('plan.year')
    .where('target_min', '>', 0)
    .where(
      sql<boolean>`(target_per = 'term' OR carried_from IS NOT NULL OR EXISTS (SELECT FROM activity_item l WHERE l.item_id = plan_item.id))`,
    )
    .execute()
  const done: string[] = []
  for (const [programmeId, ofProgramme] of Map.groupBy(rows, row => row.programme_id)) {
    const sums = await sumsOf(db, programmeId, { itemIds: ofProgramme.map(row => row.id) })
    const stateOf = (item: ItemRow, year: number) =>
      progressOf({ ...item, year, closed: false, dropped: false }, sums(item.id), today).state
    done.push(...ofProgramme.filter(row => stateOf(asItem(row), row.year) === 'done').map(row => row.id))
  }
  return done
}

type Line = Pick<ItemRow, 'id' | 'position' | 'title'> & {
  programme_id: string
  due_on: IsoDate | null
  year: number
  role: Deadline['role']
}

async function asDeadlines(db: ReadDb, rows: readonly Line[]): Promise<Deadline[]> {
  const names = new Map<string, string>()
  for (const id of new Set(rows.map(row => row.programme_id))) {
    const { number, title } = await getProgramme(db, id)
    names.set(id, number ?? title)
  }
  return rows.map(row => ({
    kind: 'plan-item',
    id: row.id,
    title: row.title,
    context: `${names.get(row.programme_id)} · Kế hoạch ${row.year}, mục ${row.position}`,
    address: `/hoat-dong/moi?muc=${row.id}`,
    dueOn: row.due_on,
    waits: 'us',
    role: row.role,
    step: 'step.record-activity',
  }))
}
