import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/dates.ts'
import { type IcsEvent, renderIcs } from './render.ts'

const stamp = new Date('2026-11-21T03:04:05Z')
const event: IcsEvent = {
  uid: 'plan-item-1@phoihop',
  from: '2026-11-18',
  to: '2026-11-18',
  summary: 'Tổ chức Ngày hội Đại đoàn kết; gặp mặt, tặng quà (mục 2.1, phần II)',
  description: 'Chương trình phối hợp\nKế hoạch năm 2026 \\ mục 14',
  url: 'http://127.0.0.1:8080/ke-hoach/1#item',
  category: 'Việc đến hạn',
}
const rendered = (events: readonly IcsEvent[]) => new TextDecoder().decode(renderIcs({ name: 'Lịch phối hợp', stamp, events }))
const parsed = (events: readonly IcsEvent[]) => new ICAL.Component(ICAL.parse(rendered(events)))
// A line may end in words, other control characters may not stand there.
const readable = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ')
const eventsOf = (calendar: ICAL.Component) => calendar.getAllSubcomponents('vevent').map(one => new ICAL.Event(one))

describe('a calendar file', () => {
  it('is read by an independent parser as it was meant', () => {
    const calendar = parsed([event, { ...event, uid: 'feast@phoihop', from: '2026-02-17', to: '2026-02-19' }])
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Lịch phối hợp')
    const [deadline, feast] = eventsOf(calendar)
    expect(deadline!.summary).toBe(event.summary)
    expect(deadline!.description).toBe(event.description)
    expect(deadline!.uid).toBe(event.uid)
    expect(deadline!.startDate.isDate).toBe(true)
    expect([deadline!.startDate.toString(), deadline!.endDate.toString()]).toEqual(['2026-11-18', '2026-11-19'])
    expect([feast!.startDate.toString(), feast!.endDate.toString()]).toEqual(['2026-02-17', '2026-02-20'])
    expect(deadline!.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-21T03:04:05Z')
  })

  it('has lines of at most 75 octets that end in CRLF', () => {
    const text = rendered([{ ...event, summary: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh '.repeat(20) }])
    const lines = text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...lines.map(line => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  })

  it('is a valid calendar without events', () => {
    expect(parsed([]).getAllSubcomponents('vevent')).toEqual([])
  })

  it('keeps whatever words and days stand in it, and lets none of them break out of its line', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 120 }).map(text => text.normalize('NFC'))
    fc.assert(
      fc.property(
        words,
        words,
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 30 }),
        (summary, description, start, length) => {
          const from = addDays('2000-01-01', start)
          const [read, ...more] = eventsOf(parsed([{ ...event, summary, description, from, to: addDays(from, length) }]))
          expect(more).toEqual([])
          expect(read!.summary ?? '').toBe(readable(summary))
          expect(read!.description ?? '').toBe(readable(description))
          expect(read!.endDate.toString()).toBe(addDays(from, length + 1))
        },
      ),
      { seed: 2026, numRuns: 200 },
    )
  })
})
