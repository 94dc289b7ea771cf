import { addDays, type IsoDate } from '../../kernel/dates.ts'

/** An all-day entry; `to` is its last day. */
export type IcsEvent = {
  /** The same at every rendering, so that programs replace instead of double. */
  uid: string
  from: IsoDate
  to: IsoDate
  summary: string
  description: string
  /** Absolute. */
  url: string
  category: string
}
export type IcsCalendar = {
  name: string
  /** When this rendering was made. */
  stamp: Date
  events: readonly IcsEvent[]
}

/** A calendar file after RFC 5545: lines end in CRLF and are folded at 75 octets, days are dates without a time. */
export function renderIcs({ name, stamp, events }: IcsCalendar): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//phoihop//lich//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    text('X-WR-CALNAME', name),
    text('NAME', name),
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap(event => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return new TextEncoder().encode(lines.map(line => `${fold(line)}\r\n`).join(''))
}

function eventLines({ uid, from, to, summary, description, url, category }: IcsEvent, stamp: Date): string[] {
  return [
    'BEGIN:VEVENT',
    text('UID', uid),
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART;VALUE=DATE:${day(from)}`,
    // The end is the first day that no longer belongs to it.
    `DTEND;VALUE=DATE:${day(addDays(to, 1))}`,
    text('SUMMARY', summary),
    ...(description ? [text('DESCRIPTION', description)] : []),
    `URL:${url.replace(/[\p{Cc}\s]/gu, '')}`,
    text('CATEGORIES', category),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const day = (date: IsoDate): string => date.replaceAll('-', '')
const utc = (moment: Date): string => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

const text = (property: string, value: string): string =>
  `${property}:${value
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')}`

const LONGEST_LINE = 75
const octets = (words: string): number => new TextEncoder().encode(words).length

/** Breaks a line so that none has more than 75 octets; never within a character. A following line begins with a space. */
function fold(line: string): string {
  const folded: string[] = []
  let current = ''
  let length = 0
  for (const character of line) {
    const size = octets(character)
    if (length + size > LONGEST_LINE) {
      folded.push(current)
      current = ' '
      length = 1
    }
    current += character
    length += size
  }
  return [...folded, current].join('\r\n')
}
