import { daysBetween, type IsoDate, printDate } from '../../kernel/dates.ts'
import { fill } from '../../ui/messages/catalogue.ts'
import { reminders as words } from '../../ui/messages/vi/reminders.ts'
import { DIGEST_GROUPS, digestGroupOf } from './rules.ts'
import type { DigestLine } from './store.ts'

/** So that a letter stays a letter; the rest is told as a number. */
const SHOWN_PER_GROUP = 50

/** Subject and text of one person's letter of a day: the work and where to open it, and nobody's name. */
export function writeDigest(lines: readonly DigestLine[], day: IsoDate, siteUrl: string): { subject: string; text: string } {
  const groups = DIGEST_GROUPS.map(key => ({ key, lines: lines.filter(line => digestGroupOf(line, day) === key) }))
  const filled = groups.filter(group => group.lines.length > 0)
  const counts = filled.map(({ key, lines: { length } }) => fill(words[`reminders.count-${key}`], { count: length }))
  const parts = filled.map(group => [
    words[`reminders.group-${group.key}`].toLocaleUpperCase('vi'),
    '',
    ...group.lines.slice(0, SHOWN_PER_GROUP).map((line, at) => writeLine(line, at + 1, day, siteUrl)),
    ...restOf(group.lines.length - SHOWN_PER_GROUP, siteUrl),
  ])
  const text = [
    fill(words['reminders.mail-head'], { day }),
    '',
    ...parts.flat(),
    fill(words['reminders.mail-settings'], { address: `${siteUrl}/nhac-viec?xem=cach-nhac` }),
    words['reminders.mail-foot'],
    '',
  ]
  return { subject: fill(words['reminders.subject'], { counts: counts.join(', ') }), text: text.join('\n') }
}

function writeLine({ title, context, address, dueOn, stage }: DigestLine, number: number, day: IsoDate, siteUrl: string): string {
  const indented = [whenOf(stage, dueOn, day), context, siteUrl + address].filter(Boolean).map(line => `   ${line}`)
  return [`${number}. ${title}`, ...indented, ''].join('\n')
}

function whenOf(stage: string, dueOn: IsoDate, day: IsoDate): string {
  const [date, days] = [printDate(dueOn), daysBetween(day, dueOn)]
  if (stage === 'escalation') return fill(words['reminders.when-escalated'], { date, days: -days })
  if (days === 0) return fill(words['reminders.when-today'], { date })
  return days < 0 ? fill(words['reminders.when-late'], { date, days: -days }) : fill(words['reminders.when-left'], { date, days })
}

const restOf = (count: number, siteUrl: string): string[] =>
  count > 0 ? [fill(words['reminders.mail-rest'], { count, address: siteUrl }), ''] : []
