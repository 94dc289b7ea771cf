import type { Choice } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Clock, Settings } from '../contract.ts'

export const CHANNELS = ['application', 'mail', 'both', 'none'] as const
export type Channel = (typeof CHANNELS)[number]

type Channels = Pick<Settings, 'byMail' | 'inApplication'>

export function channelOf({ byMail, inApplication }: Channels): Channel {
  if (byMail) return inApplication ? 'both' : 'mail'
  return inApplication ? 'application' : 'none'
}

export const channelsOf = (channel: Channel): Channels => ({
  byMail: channel === 'both' || channel === 'mail',
  inApplication: channel === 'both' || channel === 'application',
})

const OFFERED_DAYS = [14, 7, 3, 1]

type Moments = Pick<Settings, 'daysBefore' | 'onDay' | 'afterDue'>

/** The moments of reminding as one list of checks: '7', '1', 'on-day', 'after'. */
export const momentsOf = ({ daysBefore, onDay, afterDue }: Moments): string[] => [
  ...daysBefore.map(String),
  ...(onDay ? ['on-day'] : []),
  ...(afterDue ? ['after'] : []),
]

export const withMoments = (moments: readonly string[]): Moments => ({
  daysBefore: moments.filter(moment => /^\d+$/.test(moment)).map(Number),
  onDay: moments.includes('on-day'),
  afterDue: moments.includes('after'),
})

/** What is offered, and besides what was chosen before. */
export function offeredMoments({ daysBefore }: Moments): Choice[] {
  const days = [...new Set([...OFFERED_DAYS, ...daysBefore])].toSorted((a, b) => b - a)
  return [
    ...days.map(day => ({ value: String(day), label: t('reminders.when.before', { days: day }) })),
    { value: 'on-day', label: t('reminders.when.on-day') },
    { value: 'after', label: t('reminders.when.after') },
  ]
}

const HALF_HOURS = Array.from({ length: 48 }, (_, half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)

/** Every half hour, and the one that is chosen. */
export const clockChoices = (chosen: Clock): Choice[] =>
  [...new Set([...HALF_HOURS, chosen])].toSorted().map(value => ({ value, label: value }))
