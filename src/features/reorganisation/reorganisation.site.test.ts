import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { fingerprint, lastAudited } from '../../../test/access/fingerprint.ts'
import { TODAY_TABLES } from '../../../test/access/today-tables.ts'
import { listen } from '../../../test/harness/http.ts'
import { layOneOfEach } from '../../../test/harness/one-of-each.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openAs, sitIn } from '../../../test/harness/seat.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { addDays, vietnamDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor, PostRole } from '../../kernel/permissions.ts'
import { findSession, printedOn, seatsOf } from '../agencies/index.ts'
import { findFeed } from '../calendar/index.ts'

const site = await openTestSite()
const { send, ask, who, engine, config } = site
const [keeper, lan, minh, hoa] = [who('quantri.mttq'), who('lan'), who('minh'), who('hoa')]
const today = vietnamDate(new Date())
const decision = { number: '12-NQ/TU', date: addDays(today, -10), issuer: 'Tỉnh ủy Sơn Hà' }
const old = lan.bodyId
const heirId = newId()

const body = { name: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Sơn', shortName: 'MTTQ Hà Sơn', symbol: 'MTTQHS' }
const event = (more: object = {}) => ({
  reorganisationId: newId(),
  kind: 'merge',
  decision,
  effectiveOn: today,
  content: { endings: [{ bodyId: old, heirId }] },
  ...more,
})
async function join(username: string, roles: PostRole[]): Promise<Actor> {
  const accountId = newId()
  const account = { accountId, bodyId: heirId, username, displayName: username, post: 'Chuyên viên', password: 'mật khẩu để thử' }
  await send('system', 'agencies.create-account', { ...account, roles })
  return { accountId, bodyId: heirId, roles, displayName: username }
}
type One = { state: string; version: number; counts: { bodyId: string; kind: string; count: number }[]; can: { agree: boolean } }
const seen = (actor: Actor, reorganisationId: string) => ask<One>(actor, 'reorganisation.one', { reorganisationId })
const agree = async (actor: Actor, reorganisationId: string) =>
  send(actor, 'reorganisation.agree', { reorganisationId, version: (await seen(actor, reorganisationId)).version })

let administrator: Actor
let leader: Actor
let officer: Actor
let laid: string[]
beforeAll(async () => {
  await send('system', 'agencies.create-body', { bodyId: heirId, ...body, kind: 'front', level: 'province', place: 'Hà Sơn' })
  administrator = await join('quantri.hason', ['administrator'])
  leader = await join('an.hason', ['leader'])
  officer = await join('binh.hason', ['officer'])
  laid = (await layOneOfEach(site, lan, { leader: minh, partner: hoa })).laid
})

describe('duties that a signed text gives to a name', () => {
  const DISTRICTS = 'Phòng Dân tộc các huyện'
  const [hers, stranger] = [who('quantri.sdttg'), minh]

  it('pass on with a level that ends, once both parties agree; the text stays, and others know nothing of it', async () => {
    const duty = { path: 'II/1', text: 'Cử cán bộ đi cơ sở', named: [DISTRICTS] }
    const { id: programmeId } = await insertProgramme(site, [duty], { parties: ['sdttg', 'bdv'] })
    const passing = { programmeId, name: DISTRICTS, heirId: null, heirWords: 'Ủy ban nhân dân các xã' }
    const ending = (name: string) => event({ kind: 'abolish-level', content: {}, passings: [{ ...passing, name }] })
    expect(await refusalOf(send(hers, 'reorganisation.draft', ending('Phòng Nội vụ')))).toBe('reorganisation.not-printed')
    expect(await refusalOf(send(stranger, 'reorganisation.draft', ending(DISTRICTS)))).toBe('reorganisation.not-concerned')
    const drafted = ending(DISTRICTS)
    const { reorganisationId } = drafted
    await send(hers, 'reorganisation.draft', drafted)
    for (const leader of [hoa, who('thao')]) await agree(leader, reorganisationId)
    await vi.waitFor(async () => expect((await seen(hoa, reorganisationId)).state).toBe('applied'), 20_000)
    type Page = { passed: { name: string; holder: string; from: string }[]; clauses: { commitments: { lead: string[] }[] }[] }
    const page = (on?: string) => ask<Page>(hoa, 'programmes.page', { programmeId, ...(on && { on }) })
    expect((await page()).passed).toMatchObject([{ name: DISTRICTS, holder: 'Ủy ban nhân dân các xã', from: today }])
    expect((await page()).clauses[0]!.commitments[0]!.lead).toEqual([DISTRICTS])
    expect((await page('original')).passed).toEqual([])
    expect(await refusalOf(seen(stranger, reorganisationId))).toBe('not-found')
  })
})

describe('a merger of two bodies', () => {
  const merger = event()
  const { reorganisationId } = merger

  it('is drafted by whoever answers for a body concerned, and known to nobody else', async () => {
    expect(await refusalOf(send(lan, 'reorganisation.draft', event()))).toBe('not-permitted')
    expect(await refusalOf(send(who('quantri.sdttg'), 'reorganisation.draft', event()))).toBe('reorganisation.not-concerned')
    await send(keeper, 'reorganisation.draft', merger)
    expect(await refusalOf(seen(hoa, reorganisationId))).toBe('not-found')
    expect((await seen(leader, reorganisationId)).can.agree).toBe(true)
  })

  it('is previewed: how much of each kind passes on, to others once its owner has agreed', async () => {
    await vi.waitFor(async () => expect((await seen(keeper, reorganisationId)).counts.length).toBeGreaterThan(5), 20_000)
    const { counts } = await seen(keeper, reorganisationId)
    const counted = new Map(counts.map(one => [one.kind, one.count]))
    expect(counted.get('programme')).toBe(1)
    for (const [kind, all] of Map.groupBy(laid, one => one.split(' ')[0]!))
      expect([kind, counted.get(kind)]).toEqual([kind, all.length])
    expect((await seen(administrator, reorganisationId)).counts).toEqual([])
    await agree(minh, reorganisationId)
    expect((await seen(administrator, reorganisationId)).counts).toEqual(counts)
  })

  it('is applied once all have agreed, and changes no row of the past', async () => {
    expect(await refusalOf(sitIn(site, leader, old))).toBe('not-found')
    const audited = await lastAudited(config)
    const before = await fingerprint(config, TODAY_TABLES, audited)
    await agree(administrator, reorganisationId)
    await vi.waitFor(async () => expect((await seen(leader, reorganisationId)).state).toBe('applied'), 20_000)
    expect(await fingerprint(config, TODAY_TABLES, audited)).toEqual(before)
  })

  it('closes the old accounts and gives the heir every piece of open work, in the seat of the old body', async () => {
    const { disabled } = await engine.database.read('system', db =>
      db
        .selectFrom('account')
        .select(eb => eb.fn.countAll().as('disabled'))
        .where('body_id', '=', old)
        .where('disabled_at', 'is', null)
        .executeTakeFirstOrThrow(),
    )
    expect(disabled).toBe(0)
    const sitting = await sitIn(site, leader, old)
    type HandOver = { holders: { accountId: string; work: { kind: string; id: string; command: string }[] }[] }
    const { holders } = await ask<HandOver>(sitting, 'insight.hand-over')
    const work = holders.flatMap(one => one.work)
    expect(work.map(one => `${one.kind} ${one.id}`).toSorted()).toEqual(laid)
    for (const [command, own] of Map.groupBy(work, one => one.command))
      await send(sitting, command, { subjects: own.map(({ kind, id }) => ({ kind, id })), accountId: officer.accountId })
    expect((await ask<HandOver>(sitting, 'insight.hand-over')).holders).toEqual([])
    const doing = await sitIn(site, officer, old)
    const { groups } = await ask<{ groups: { items: { kind: string }[] }[] }>(doing, 'insight.my-work', { of: 'mine' })
    expect(new Set(groups.flatMap(group => group.items.map(item => item.kind)))).toContain('petition')
  })

  it('opens the seat to the heir alone, and nobody administers a body that is no more', async () => {
    expect(await refusalOf(sitIn(site, hoa, old))).toBe('not-found')
    expect(await refusalOf(sitIn(site, administrator, old))).toBe('agencies.no-work-in-seat')
    expect((await sitIn(site, leader, heirId)).bodyId).toBe(heirId)
    const own = await ask<{ programmes: unknown[] }>(leader, 'programmes.list')
    const inherited = await ask<{ programmes: unknown[] }>(await sitIn(site, leader, old), 'programmes.list')
    expect([own.programmes.length, inherited.programmes.length]).toEqual([0, 1])
  })

  it('prints the names of the day: the old one before, the heir’s from then on', async () => {
    const printed = (day: string) => engine.database.read('system', async db => (await printedOn(db, [old], day)).get(old)!.name)
    expect(await printed(today)).toBe(body.name)
    expect(await printed(addDays(today, -1))).toContain('tỉnh Sơn Hà')
    expect((await engine.database.read('system', db => seatsOf(db, heirId))).map(seat => seat.id)).toEqual([old])
  })

  it('does not happen twice, nor behind its own back', async () => {
    const again = (more: object) => refusalOf(send(administrator, 'reorganisation.draft', event(more)))
    expect(await again({})).toBe('reorganisation.over-already')
    expect(await again({ effectiveOn: addDays(today, -1), content: { endings: [{ bodyId: heirId, heirId: hoa.bodyId }] } })).toBe(
      'reorganisation.before-later-event',
    )
    expect(await again({ content: { endings: [{ bodyId: heirId, heirId: old }] } })).toBe('reorganisation.body-over')
  })
})

async function inDatabase<T extends object>(text: string, values: unknown[]): Promise<T[]> {
  const client = new pg.Client(config)
  await client.connect()
  const { rows } = await client.query<T>(text, values)
  await client.end()
  return rows
}
const called = (name: string) => ({ name, shortName: name, symbol: 'BCT', place: 'Hà Sơn' })
/** A body that has nobody on the site. */
async function unpeopled(name: string): Promise<string> {
  const bodyId = newId()
  await send('system', 'agencies.create-body', { bodyId, ...called(name), kind: 'front' })
  return bodyId
}
/** Somebody of a body that no event concerns. */
async function newcomer(): Promise<Actor> {
  const [accountId, bodyId] = [newId(), await unpeopled('Cơ quan ngoài')]
  const account = { accountId, bodyId, username: 'nguoi.ngoai', displayName: 'Người ngoài', post: 'Chuyên viên' }
  await send('system', 'agencies.create-account', { ...account, roles: ['officer'], password: 'mật khẩu để thử' })
  return { accountId, bodyId, roles: ['officer'], displayName: account.displayName }
}
const applied = (reorganisationId: string) =>
  vi.waitFor(async () => expect((await seen(leader, reorganisationId)).state).toBe('applied'), 20_000)

describe('a duty that had passed to a body that is no more', () => {
  it('is done by whoever sits in its seat, who is asked when it passes on', async () => {
    const name = 'Phòng Dân tộc các huyện'
    const duty = { path: 'II/1', text: 'Cử cán bộ đi cơ sở', named: [name] }
    const { id: programmeId } = await insertProgramme(site, [duty], { parties: ['sdttg', 'bdv'] })
    await inDatabase(
      `INSERT INTO duty_passing (home, reorganisation_id, programme_id, name, heir_id, effective_on, applied)
        SELECT home, id, $1, $2, $3, effective_on, true FROM reorganisation WHERE state = 'applied' LIMIT 1`,
      [programmeId, name, old],
    )
    const { passed } = await ask<{ passed: object[] }>(hoa, 'programmes.page', { programmeId })
    expect(passed).toMatchObject([{ name, holder: body.name, heirId }])
    const passings = [{ programmeId, name, heirId: null, heirWords: 'Ủy ban nhân dân các xã' }]
    const mixed = event({
      kind: 'abolish-level',
      content: { endings: [{ bodyId: await unpeopled('Ban Công tác cũ'), heirId: who('thao').bodyId }] },
      passings,
    })
    const { reorganisationId } = mixed
    await send(who('quantri.sdttg'), 'reorganisation.draft', mixed)
    await inDatabase('UPDATE reorganisation SET concerned = array_remove(concerned, $2) WHERE id = $1', [
      reorganisationId,
      heirId,
    ])
    for (const actor of [hoa, who('thao')]) await agree(actor, reorganisationId)
    const failure = async () => (await ask<{ failure: string }>(hoa, 'reorganisation.one', { reorganisationId })).failure
    await vi.waitFor(async () => expect(await failure()).toBe('reorganisation.others-concerned'), 20_000)
    await inDatabase('UPDATE reorganisation SET concerned = concerned || $2::uuid WHERE id = $1', [reorganisationId, heirId])
    await agree(leader, reorganisationId)
    await applied(reorganisationId)
    type Known = { concerned: { id: string }[]; passings: object[] }
    const known = await ask<Known>(await newcomer(), 'reorganisation.one', { reorganisationId })
    expect([known.concerned.map(one => one.id).includes(hoa.bodyId), known.passings]).toEqual([false, []])
  })
})

describe('a calendar of a programme that was inherited', () => {
  it('is read in the seat of the party', async () => {
    const sitting = await sitIn(site, leader, old)
    const { programmes } = await ask<{ programmes: { id: string }[] }>(sitting, 'programmes.list')
    const secret = randomBytes(32).toString('base64url')
    const feed = { feedId: newId(), version: null, programmeId: programmes[0]!.id, secret }
    await send(sitting, 'calendar.renew-feed', feed)
    expect((await findFeed(engine.database, secret, vietnamDate(engine.now())))?.actor).toMatchObject({
      accountId: leader.accountId,
      bodyId: old,
    })
    const plainly = async (roles: string[]) =>
      inDatabase('UPDATE post SET roles = $1 WHERE account_id = $2', [roles, leader.accountId])
    await plainly(['administrator'])
    expect(await findFeed(engine.database, secret, vietnamDate(engine.now()))).toBe(null)
    await plainly(['leader'])
  })
})

describe('somebody who wants more than the seat', () => {
  it('is back in the own body where no work there is left in the post', async () => {
    const { token } = await openAs(site, administrator)
    await inDatabase('UPDATE session SET seat_body = $1 WHERE account_id = $2', [old, administrator.accountId])
    const session = await findSession(engine.database, token, engine.now())
    expect(session?.actor).toMatchObject({ bodyId: heirId, roles: ['administrator'] })
  })

  it('sends nothing in the name of one body from a screen of another', async () => {
    const { post } = await listen(site)
    const cookie = `phoihop=${(await openAs(site, leader)).token}`
    const from = async (seat: string) => {
      const reply = await post('/api/queries/programmes.list', { input: {} }, { cookie, 'x-phoihop-seat': seat })
      return ((await reply.json()) as { refusal?: { code: string } }).refusal?.code ?? 'ok'
    }
    expect([await from(heirId), await from(old)]).toEqual(['ok', 'seat-changed'])
  })

  it('does not speak for a body that had nobody and has an heir', async () => {
    const [bodyId, stranger] = [await unpeopled('Ban Công tác Hà Sơn'), who('quantri.sdttg')]
    const merger = event({ content: { endings: [{ bodyId, heirId }] } })
    await send(administrator, 'reorganisation.draft', merger)
    await agree(administrator, merger.reorganisationId)
    await applied(merger.reorganisationId)
    const account = { accountId: newId(), bodyId, username: 'ke.la', displayName: 'Kẻ lạ', post: 'Quản trị' }
    const first = { ...account, roles: ['administrator'], password: 'mật khẩu để thử' }
    expect(await refusalOf(send(stranger, 'agencies.create-account', first))).toBe('agencies.not-your-body')
    const renamed = { nameId: newId(), bodyId, ...called('Ban Công tác'), validFrom: addDays(today, 1) }
    expect(await refusalOf(send(stranger, 'agencies.rename-body', renamed))).toBe('agencies.not-your-body')
  })

  it('applies nothing that was called agreed without those concerned, and hands no unit of others over', async () => {
    const taking = event({ content: { endings: [{ bodyId: hoa.bodyId, heirId }] } })
    await send(administrator, 'reorganisation.draft', taking)
    await inDatabase("UPDATE reorganisation SET state = 'agreed' WHERE id = $1", [taking.reorganisationId])
    const { reorganisationId } = taking
    expect(await refusalOf(send('system', 'reorganisation.apply', { reorganisationId }))).toBe('reorganisation.not-agreed')
    const [unit] = await inDatabase<{ id: string }>('SELECT id FROM unit WHERE body_id = $1 LIMIT 1', [old])
    const units = [{ unitId: unit!.id, heirId: unit!.id }]
    const astray = event({ content: { endings: [{ bodyId: hoa.bodyId, heirId, units }] } })
    expect(await refusalOf(send(administrator, 'reorganisation.draft', astray))).toBe('reorganisation.unit-astray')
  })

  it('holds up nobody else by an event that breaks, and leaves the seat with the next heir', async () => {
    const [taken] = await inDatabase<{ id: string }>('SELECT id FROM body_name WHERE body_id = $1', [old])
    const printed = { name: 'Sở Dân tộc tỉnh Sơn Hà', shortName: 'Sở DT', symbol: 'SDT', place: 'Sơn Hà' }
    const renamings = [{ nameId: taken!.id, bodyId: hoa.bodyId, ...printed }]
    const breaking = event({ kind: 'rename', effectiveOn: addDays(today, -1), content: { renamings } })
    const stranger = who('quantri.sdttg')
    await send(stranger, 'reorganisation.draft', breaking)
    await agree(stranger, breaking.reorganisationId)
    const { reorganisationId } = breaking
    const failure = async () => (await ask<{ failure: string }>(stranger, 'reorganisation.one', { reorganisationId })).failure
    await vi.waitFor(async () => expect(await failure()).toBe('reorganisation.unforeseen'), 20_000)
    const purpose = 'Kiểm tra việc xem hồ sơ'
    await ask(await sitIn(site, leader, old), 'agencies.access-log', { purpose })
    const { token, sessionId } = await openAs(site, leader)
    const next = event({ content: { endings: [{ bodyId: heirId, heirId: hoa.bodyId }] } })
    await send(administrator, 'reorganisation.draft', next)
    await agree(leader, next.reorganisationId)
    await agree(hoa, next.reorganisationId)
    await vi.waitFor(async () => expect((await seen(hoa, next.reorganisationId)).state).toBe('applied'), 20_000)
    expect(await findSession(engine.database, token, engine.now())).toBe(null)
    expect(await refusalOf(openAs(site, leader))).toBe('sign-in.wrong')
    expect(await refusalOf(send({ ...leader, sessionId }, 'agencies.take-seat', { bodyId: old }))).toBe('not-found')
    const sitting = await sitIn(site, hoa, old)
    expect(sitting.bodyId).toBe(old)
    const { readings } = await ask<{ readings: { by: string }[] }>(sitting, 'agencies.access-log', { purpose })
    expect(readings.map(one => one.by)).toContain(leader.displayName)
  })

  it('would be seen by the fingerprint in any row of the past', async () => {
    const before = await fingerprint(config, TODAY_TABLES)
    await inDatabase("UPDATE body_name SET place = place || '.' WHERE body_id = $1", [old])
    const after = await fingerprint(config, TODAY_TABLES)
    expect(Object.keys(before).filter(name => before[name] !== after[name])).toContain('body_name')
  })
})
