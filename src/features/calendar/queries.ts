import { z } from 'zod'
import type { Deadline, DeadlineSource } from '../../engine/feature.ts'
import { findDeadlines } from '../../engine/find-deadlines.ts'
import { type QueryContext, query } from '../../engine/query.ts'
import { addDays, type IsoDate } from '../../kernel/dates.ts'
import { type LunarDate, toLunar } from '../../kernel/lunar.ts'
import { anyRole, whyNotPermitted } from '../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { isWorkingDay } from '../../kernel/working-days.ts'
import { type CalendarDay, dayText, uuid, type YearFeast, yearNumber } from './contract.ts'
import { MAY_CONFIRM_FEAST, MAY_SET_DAY, whyNotView, workCalendarOf } from './rules.ts'
import { daysOf, feastsBetween } from './store.ts'

const everybody = { roles: anyRole, reach: 'own' } as const

/** Days off, days worked in exchange, and feasts of one year, with what the asker may decide. */
export const year = query({
  name: 'calendar.year',
  permission: everybody,
  input: z.strictObject({ year: yearNumber }),
  run: async ({ db, acting }, { year }) => {
    const [from, to] = [`${year}-01-01`, `${year}-12-31`]
    const feasts = await feastsBetween(db, from, to)
    return {
      year,
      days: await daysOf(db, from, to),
      feasts: feasts.filter(feast => feast.year === year),
      can: { setDay: !whyNotPermitted(MAY_SET_DAY, acting), confirmFeast: !whyNotPermitted(MAY_CONFIRM_FEAST, acting) },
    }
  },
})

type DatedDeadline = Deadline & { dueOn: IsoDate }

/** What is due from the first to the last of these days, by day, as far as the asker sees it. */
async function dueBetween(context: QueryContext, sources: readonly DeadlineSource[], from: IsoDate, to: IsoDate) {
  const found = await findDeadlines(context, sources, to)
  const dated = found.filter((one): one is DatedDeadline => one.dueOn !== null && one.dueOn >= from && one.dueOn <= to)
  return dated.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
}

export type MonthDay = {
  date: IsoDate
  lunar: LunarDate
  working: boolean
  /** Why it is off, or worked on a weekend; null on a plain day. */
  note: Pick<CalendarDay, 'kind' | 'name'> | null
  feasts: Pick<YearFeast, 'key' | 'name' | 'estimate'>[]
  deadlines: DatedDeadline[]
}

/** Every day of a month (or up to 62 days): solar and lunar date, days off, feasts, and what is due for the asker's side. */
export const month = (deadlines: readonly DeadlineSource[]) =>
  query({
    name: 'calendar.month',
    permission: everybody,
    input: z.strictObject({ from: dayText, to: dayText }),
    run: async (context, { from, to }) => {
      refuseIf(whyNotView(from, to))
      const days = await daysOf(context.db, from, to)
      const feasts = await feastsBetween(context.db, from, to)
      const due = Map.groupBy(await dueBetween(context, deadlines, from, to), one => one.dueOn)
      const work = workCalendarOf(days)
      const notes = new Map(days.map(({ date, kind, name }) => [date, { kind, name }]))
      const show = (date: IsoDate): MonthDay => {
        const note = notes.get(date) ?? null
        const here = feasts.filter(feast => feast.from <= date && date <= feast.to && feast.name !== note?.name)
        return {
          date,
          lunar: toLunar(date),
          working: isWorkingDay(date, work),
          note,
          feasts: here.map(({ key, name, estimate }) => ({ key, name, estimate })),
          deadlines: due.get(date) ?? [],
        }
      }
      const shown: MonthDay[] = []
      for (let date = from; date <= to; date = addDays(date, 1)) shown.push(show(date))
      return { today: context.today, days: shown }
    },
  })

/** The asker's own feeds, without their secrets, which nobody has now. */
export const feeds = query({
  name: 'calendar.feeds',
  permission: everybody,
  input: z.strictObject({}),
  run: async ({ db }) => {
    const rows = await db
      .selectFrom('calendar_feed')
      .select(['id', 'programme_id', 'renewed_at', 'version'])
      .orderBy('created_at')
      .execute()
    return {
      feeds: rows.map(row => ({
        id: row.id,
        programmeId: row.programme_id,
        renewedAt: row.renewed_at.toISOString(),
        version: row.version,
      })),
    }
  },
})

export type AgendaEntry = {
  /** The same for the same thing at every fetch. */
  uid: string
  from: IsoDate
  to: IsoDate
  name: string
  context: string
  address: string
  kind: 'deadline' | 'feast' | 'feast-estimate'
}

const PAST_DAYS = 92
const COMING_DAYS = 400

/** What a feed holds: of a person, everything due for the own side and the feasts; of a programme, what is due in it. */
export const agenda = (deadlines: readonly DeadlineSource[]) =>
  query({
    name: 'calendar.agenda',
    permission: everybody,
    input: z.strictObject({ programmeId: uuid.nullable() }),
    run: async (context, { programmeId }) => {
      const [from, to] = [addDays(context.today, -PAST_DAYS), addDays(context.today, COMING_DAYS)]
      const programme = programmeId ? await getProgrammeTitle(context, programmeId) : null
      const due = await dueBetween(context, deadlines, from, to)
      const shown = programmeId ? due.filter(one => one.programmeId === programmeId) : due
      const feasts = programmeId ? [] : await feastsBetween(context.db, from, to)
      return { programme, entries: [...shown.map(asEntry), ...feasts.map(feastEntry)] }
    },
  })

const asEntry = ({ kind, id, dueOn, title, context, address }: DatedDeadline): AgendaEntry => ({
  uid: `${kind}-${id}`,
  from: dueOn,
  to: dueOn,
  name: title,
  context,
  address,
  kind: 'deadline',
})

const feastEntry = ({ key, year, from, to, name, estimate }: YearFeast & { year: number }): AgendaEntry => ({
  uid: `feast-${key}-${year}`,
  from,
  to,
  name,
  context: '',
  address: `/lich?thang=${from.slice(0, 7)}`,
  kind: estimate ? 'feast-estimate' : 'feast',
})

async function getProgrammeTitle({ db }: QueryContext, id: string): Promise<string> {
  const programme = await db.selectFrom('programme').select('title').where('id', '=', id).executeTakeFirst()
  if (!programme) throw new Refusal('not-found', { what: 'programme' })
  return programme.title
}
