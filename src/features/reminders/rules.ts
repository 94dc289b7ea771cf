import type { Deadline } from '../../engine/feature.ts'
import { addDays, daysBetween, type IsoDate } from '../../kernel/dates.ts'
import { type Role, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import { weekdayOf } from '../../kernel/working-days.ts'
import type { Clock, Notice, Settings, Stage } from './contract.ts'

const WEEK = 7

/** Who has chosen nothing: those who do the work see notices in the application, the others are left in peace. */
export const defaultSettings = (roles: readonly Role[]): Settings => ({
  byMail: false,
  inApplication: roles.some(role => workers.includes(role)),
  address: null,
  daysBefore: [7, 1],
  onDay: true,
  afterDue: true,
  quiet: { from: '19:00', to: '07:00' },
  digestAt: '07:30',
})

/** From `from` on, until just before `to`; over midnight where `to` is earlier. */
export function isQuiet({ quiet }: Pick<Settings, 'quiet'>, time: Clock): boolean {
  if (!quiet) return false
  const { from, to } = quiet
  return from <= to ? from <= time && time < to : time >= from || time < to
}

export function whyNotSettings(settings: Settings): WhyNot {
  if (settings.byMail && !settings.address) return { code: 'reminders.no-address', data: { where: 'address' } }
  if (settings.quiet && settings.quiet.from === settings.quiet.to)
    return { code: 'reminders.quiet-empty', data: { where: 'quiet' } }
  if (isQuiet(settings, settings.digestAt)) return { code: 'reminders.digest-in-quiet', data: { where: 'digestAt' } }
  return null
}

/** Once a day, from the chosen hour on, never in quiet hours. */
export const isTimeToTell = (settings: Settings, time: Clock): boolean =>
  (settings.byMail || settings.inApplication) && time >= settings.digestAt && !isQuiet(settings, time)

/** What of a deadline has been told already, by key, with its day. */
export type Told = ReadonlyMap<string, IsoDate>

/**
 * What is to be told today: of each of our own dated deadlines the stage that it has reached, once. `escalateAfter` is given
 * for leaders: what their body leads and has not done after so many days is told as such, in place of the week it fell in.
 */
export function noticesDue(
  deadlines: readonly Deadline[],
  settings: Settings,
  today: IsoDate,
  told: Told,
  escalateAfter: number | null = null,
): Notice[] {
  const due = new Map<string, Notice>()
  for (const deadline of deadlines) {
    if (deadline.dueOn === null || deadline.waits !== 'us') continue
    const notice = noticeOf({ ...deadline, dueOn: deadline.dueOn }, settings, today, told, escalateAfter)
    if (notice) due.set(notice.key, notice)
  }
  return [...due.values()].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

type Dated = Deadline & { dueOn: IsoDate }

function noticeOf(deadline: Dated, settings: Settings, today: IsoDate, told: Told, escalateAfter: number | null): Notice | null {
  const days = daysBetween(today, deadline.dueOn)
  const escalated = keyOf(deadline, 'escalation')
  const leads = deadline.role !== 'support'
  if (escalateAfter !== null && leads && -days >= escalateAfter && !told.has(escalated)) return asNotice(deadline, 'escalation')
  const reached = stageOf(days, settings)
  if (!reached || told.has(keyOf(deadline, reached.stage))) return null
  const began = addDays(deadline.dueOn, -reached.daysLeft)
  return (told.get(escalated) ?? '') >= began ? null : asNotice(deadline, reached.stage)
}

/** The stage that holds when so many days are left; the day it began counts back from the due day. Null where none is wished. */
export function stageOf(
  days: number,
  { daysBefore, onDay, afterDue }: Pick<Settings, 'daysBefore' | 'onDay' | 'afterDue'>,
): { stage: Stage; daysLeft: number } | null {
  if (days > 0) {
    const next = daysBefore.filter(before => before >= days).toSorted((a, b) => a - b)[0]
    return next === undefined ? null : { stage: `before-${next}`, daysLeft: next }
  }
  const late = Math.floor(-days / WEEK) * WEEK
  // Told late where nobody could be told on the day itself.
  if (late === 0) return onDay ? { stage: 'on-day', daysLeft: 0 } : null
  return afterDue ? { stage: `after-${late}`, daysLeft: -late } : null
}

const keyOf = ({ kind, id, dueOn }: Dated, stage: Stage): string => `${kind}:${id}:${dueOn}:${stage}`

const asNotice = (deadline: Dated, stage: Stage): Notice => ({
  key: keyOf(deadline, stage),
  stage,
  title: deadline.title,
  context: deadline.context,
  address: deadline.address,
  dueOn: deadline.dueOn,
})

export const DIGEST_GROUPS = ['escalated', 'overdue', 'today', 'week', 'later'] as const
export type DigestGroup = (typeof DIGEST_GROUPS)[number]

/** Where a notice stands in a digest of a day; the week ends on Sunday. */
export function digestGroupOf({ stage, dueOn }: Pick<Notice, 'stage' | 'dueOn'>, day: IsoDate): DigestGroup {
  if (stage === 'escalation') return 'escalated'
  if (dueOn <= day) return dueOn < day ? 'overdue' : 'today'
  return dueOn <= addDays(day, (7 - weekdayOf(day)) % 7) ? 'week' : 'later'
}

export const MOST_TRIES = 5

/** What a digest becomes with the fate of its letter; what no letter brought, or may not have, is shown in the application. */
export function stateAfter(
  fate: 'sent' | 'not-sent' | 'unknown',
  tries: number,
): { state: 'sent' | 'waiting' | 'unknown' | 'given-up'; show: boolean } {
  if (fate === 'sent') return { state: 'sent', show: false }
  if (fate === 'unknown') return { state: 'unknown', show: true }
  return tries >= MOST_TRIES ? { state: 'given-up', show: true } : { state: 'waiting', show: false }
}
