import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { listen } from '../../../test/harness/http.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import type { Json } from '../../engine/db/database.ts'
import type { Deadline, DeadlineSource } from '../../engine/feature.ts'
import { type Engine, runQuery } from '../../engine/runner.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { calendar, workCalendar } from './index.ts'

type Month = {
  today: string
  days: {
    date: string
    lunar: { month: number; day: number }
    working: boolean
    note: { kind: string; name: string } | null
    feasts: { key: string; estimate: boolean }[]
    deadlines: { title: string }[]
  }[]
}
type Year = {
  feasts: { key: string; from: string; estimate: boolean; confirmed: { body: string; source: string } | null }[]
  can: { setDay: boolean; confirmFeast: boolean }
}

const site = await openTestSite({ now: () => new Date('2026-11-02T02:00:00Z') })
const http = await listen(site)
const { send, ask, who } = site
const [admin, officer, leader, viewer] = [who('quantri.mttq'), who('lan'), who('hoa'), who('xem')]

const day = (fields: Record<string, Json> = {}) => ({
  dayId: newId(),
  version: null,
  date: '2026-08-31',
  kind: 'swapped-off',
  name: 'Nghỉ hoán đổi dịp Quốc khánh',
  decidedBy: 'Thông báo số 12/TB-SNV ngày 05/01/2026',
  ...fields,
})
const august = () => ask<Month>(viewer, 'calendar.month', { from: '2026-08-31', to: '2026-09-06' })

describe('the days of a year', () => {
  it('are decided by administrators only, and seen by everybody', async () => {
    expect(await refusalOf(send(officer, 'calendar.set-day', day()))).toBe('not-permitted')
    const swapped = day()
    await send(admin, 'calendar.set-day', swapped)
    await send(admin, 'calendar.set-day', day({ date: '2026-08-22', kind: 'swapped-work', name: 'Làm bù' }))
    const { days } = await august()
    expect(days.map(one => one.working)).toEqual([false, false, false, true, true, false, false])
    expect(days[0]!.note).toEqual({ kind: 'swapped-off', name: swapped.name })
    const work = await site.engine.database.read(viewer, db => workCalendar(db, '2026-08-01', '2026-09-30'))
    expect(work.work.has('2026-08-22')).toBe(true)
    await send(admin, 'calendar.clear-day', { dayId: swapped.dayId, version: 1 })
    expect((await august()).days[0]).toMatchObject({ working: true, note: null })
  })

  it('are not decided twice without knowing of it', async () => {
    const first = day({ date: '2027-02-12' })
    await send(admin, 'calendar.set-day', first)
    expect(await refusalOf(send(who('quantri.sdttg'), 'calendar.set-day', day({ date: '2027-02-12' })))).toBe('changed-meanwhile')
    await send(admin, 'calendar.set-day', { ...first, version: 1, name: 'Nghỉ Tết' })
    expect(await refusalOf(send(admin, 'calendar.set-day', { ...first, version: 1 }))).toBe('changed-meanwhile')
    expect(await refusalOf(send(admin, 'calendar.clear-day', { dayId: first.dayId, version: 1 }))).toBe('changed-meanwhile')
  })

  it('carry the lunar date beside the solar one', async () => {
    const { days, today } = await ask<Month>(viewer, 'calendar.month', { from: '2026-11-01', to: '2026-11-30' })
    expect(today).toBe('2026-11-02')
    expect(days).toHaveLength(30)
    expect(days.find(one => one.date === '2026-11-09')!.lunar).toMatchObject({ month: 10, day: 1 })
    expect(days.find(one => one.date === '2026-11-18')!.feasts).toMatchObject([{ key: 'mat-tran', estimate: false }])
  })
})

const confirmation = (fields: Record<string, Json> = {}) => ({
  confirmationId: newId(),
  version: null,
  year: 2026,
  key: 'kate',
  from: '2026-10-09',
  to: '2026-10-11',
  source: 'Thông báo của Hội đồng chức sắc',
  ...fields,
})
const kate = async (acting: Actor) => {
  const { feasts, can } = await ask<Year>(acting, 'calendar.year', { year: 2026 })
  return { ...feasts.find(feast => feast.key === 'kate')!, can }
}

describe('a movable feast', () => {
  it('is an estimate until an officer or leader confirms it, then known to every side with its source', async () => {
    expect(await kate(viewer)).toMatchObject({ estimate: true, confirmed: null, can: { confirmFeast: false, setDay: false } })
    expect(await refusalOf(send(viewer, 'calendar.confirm-feast', confirmation()))).toBe('not-permitted')
    await send(officer, 'calendar.confirm-feast', confirmation({ from: '2026-10-08' }))
    expect(await kate(leader)).toMatchObject({
      from: '2026-10-08',
      estimate: false,
      confirmed: { body: 'UBMTTQ tỉnh', source: 'Thông báo của Hội đồng chức sắc' },
      can: { confirmFeast: true },
    })
    expect(await refusalOf(send(leader, 'calendar.confirm-feast', confirmation()))).toBe('changed-meanwhile')
  })

  it('cannot be confirmed with days of another year', async () => {
    const wrong = confirmation({ year: 2027, key: 'ok-om-bok' })
    expect(await refusalOf(send(officer, 'calendar.confirm-feast', wrong))).toBe('calendar.other-year')
  })
})

const due = (title: string, programmeId?: string): Deadline => ({
  kind: 'work',
  id: title,
  ...(programmeId ? { programmeId } : {}),
  title,
  context: '',
  address: '/',
  dueOn: '2026-11-20',
  waits: 'us',
  role: 'lead',
  step: 'open',
})

// Every account of the asker's side, due on one day: rows that the other side must not meet.
const ownAccounts: DeadlineSource = {
  kind: 'account',
  find: async ({ db }) => {
    const rows = await db.selectFrom('account').select('username').orderBy('username').execute()
    return rows.map(row => due(row.username))
  },
}

describe('what is due', () => {
  it('is read with the rights of who asks', async () => {
    const { queries } = calendar({ deadlines: [ownAccounts] })
    const engine: Engine = { ...site.engine, queries: new Map(queries.map(query => [query.name, query])) }
    const dueFor = async (acting: Actor) => {
      const { days } = (await runQuery(engine, acting, 'calendar.month', { from: '2026-11-20', to: '2026-11-21' })) as Month
      return days.map(one => one.deadlines.map(deadline => deadline.title))
    }
    expect(await dueFor(leader)).toEqual([['hoa', 'quantri.sdttg', 'tuan', 'vanthu.sdttg', 'xem'], []])
    expect(await dueFor(who('thao'))).toEqual([['dung', 'ngan', 'thao', 'vanthu.bdv'], []])
  })

  it('is shown to nobody who has not signed in, and two months at most', async () => {
    const view = { from: '2026-11-01', to: '2026-11-30' }
    expect(await refusalOf(ask('nobody', 'calendar.month', view))).toBe('sign-in-first')
    expect(await refusalOf(ask(viewer, 'calendar.month', { ...view, to: '2027-11-30' }))).toBe('calendar.view-too-long')
    expect(await refusalOf(ask(viewer, 'calendar.month', { ...view, to: '2026-02-30' }))).toBe('field.date')
  })
})

const newSecret = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
const fetchFeed = (secret: string) => fetch(`${http.url}/api/calendar/${secret}.ics`)

describe('a feed', () => {
  const feed = { feedId: newId(), programmeId: null }
  const [first, second] = [newSecret(), newSecret()]

  it('opens in an ordinary calendar program by its secret alone', async () => {
    await send(officer, 'calendar.renew-feed', { ...feed, version: null, secret: first })
    const response = await fetchFeed(first)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const root = new ICAL.Component(ICAL.parse(await response.text()))
    expect(root.getFirstPropertyValue('x-wr-calname')).toBe('Phối hợp: việc của tôi')
    const events = root.getAllSubcomponents('vevent').map(one => new ICAL.Event(one))
    const founding = events.find(event => event.uid === 'feast-mat-tran-2026@phoihop')!
    expect(founding.startDate.toString()).toBe('2026-11-18')
    expect(founding.component.getFirstPropertyValue('url')).toBe(`${http.url}/lich?thang=2026-11`)
    expect(events.map(event => event.summary)).toContain('Lễ Ok Om Bok (dự kiến)')
    expect(new Set(events.map(event => event.uid)).size).toBe(events.length)
  })

  it('is refused with one clear sentence once its key is renewed', async () => {
    await send(officer, 'calendar.renew-feed', { ...feed, version: 1, secret: second })
    const old = await fetchFeed(first)
    expect(old.status).toBe(404)
    expect(await old.text()).toBe(
      'Địa chỉ lịch này không còn dùng được vì đã được đổi hoặc gõ thiếu. Vào mục Lịch của phần mềm để lấy địa chỉ mới.',
    )
    expect((await fetchFeed(second)).status).toBe(200)
    expect((await fetchFeed('khong-phai')).status).toBe(404)
  })

  it('leaves its secret neither in the database nor with a colleague', async () => {
    const { rows } = await site.engine.database.pool.query<{ all: string }>(
      `SELECT (SELECT string_agg(row_to_json(c)::text, '') FROM command_record c)
        || (SELECT string_agg(row_to_json(a)::text, '') FROM audit a)
        || (SELECT string_agg(row_to_json(f)::text, '') FROM calendar_feed f) AS all`,
    )
    expect(rows[0]!.all).toContain(feed.feedId)
    expect(rows[0]!.all).not.toContain(second)
    expect(await ask(who('minh'), 'calendar.feeds')).toEqual({ feeds: [] })
    const stolen = { ...feed, version: 2, secret: newSecret() }
    expect(await refusalOf(send(who('minh'), 'calendar.renew-feed', stolen))).toBe('changed-meanwhile')
  })

  it('is not given for a programme of others', async () => {
    const foreign = { feedId: newId(), programmeId: newId(), version: null, secret: newSecret() }
    expect(await refusalOf(send(officer, 'calendar.renew-feed', foreign))).toBe('not-found')
    expect(await refusalOf(ask(officer, 'calendar.agenda', { programmeId: newId() }))).toBe('not-found')
  })

  it('of a programme holds what is due in it, and ends for a side that is no party', async () => {
    const { programmeId } = await layThread(site)
    const two: DeadlineSource = {
      kind: 'work',
      find: async () => [due('Của chương trình này', programmeId), due('Của chương trình khác', newId())],
    }
    const { queries } = calendar({ deadlines: [two] })
    const engine: Engine = { ...site.engine, queries: new Map(queries.map(query => [query.name, query])) }
    const answer = await runQuery(engine, officer, 'calendar.agenda', { programmeId })
    expect(answer).toMatchObject({ entries: [{ kind: 'deadline', name: 'Của chương trình này', from: '2026-11-20' }] })
    expect(await refusalOf(ask(who('thao'), 'calendar.agenda', { programmeId }))).toBe('not-found')
    const foreign = { feedId: newId(), programmeId, version: null, secret: newSecret() }
    expect(await refusalOf(send(who('thao'), 'calendar.renew-feed', foreign))).toBe('not-found')
    const ours = { ...foreign, secret: newSecret() }
    await send(leader, 'calendar.renew-feed', ours)
    expect(await (await fetchFeed(ours.secret)).text()).toContain('X-WR-CALNAME:Lịch: Chương trình phối hợp')
    await site.engine.database.write('system', tx =>
      tx.deleteFrom('programme_party').where('programme_id', '=', programmeId).where('body_id', '=', leader.bodyId).execute(),
    )
    expect((await fetchFeed(ours.secret)).status).toBe(404)
  })

  it('closes with its account', async () => {
    await send(admin, 'agencies.disable-account', { accountId: officer.accountId })
    expect((await fetchFeed(second)).status).toBe(404)
  })
})
