import { beforeAll, describe, expect, it, vi } from 'vitest'
import { fingerprint, lastAudited } from '../../../test/access/fingerprint.ts'
import { TODAY_TABLES } from '../../../test/access/today-tables.ts'
import { petitionInput } from '../../../test/harness/petitions.ts'
import { layPlaces } from '../../../test/harness/places.ts'
import { sharePlan } from '../../../test/harness/plans.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { sitIn } from '../../../test/harness/seat.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { boardInput, constructionInput } from '../../../test/harness/supervision.ts'
import type { Json } from '../../engine/db/database.ts'
import { addDays, vietnamDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor, PostRole } from '../../kernel/permissions.ts'
import type { Share } from './content.ts'
import { HELD_KINDS, type HeldKind } from './contract.ts'

const site = await openTestSite()
const { send, ask, who } = site
const [keeper, lan, minh, hoa, thao] = [who('quantri.mttq'), who('lan'), who('minh'), who('hoa'), who('thao')]
const today = vietnamDate(new Date())
const year = Number(today.slice(0, 4))
const old = lan.bodyId
const yearly = [{ kind: 'every' as const, count: 1, unit: 'year' as const }]

type Heir = { bodyId: string; name: string; leader: Actor; officer: Actor }
async function heir(name: string): Promise<Heir> {
  const bodyId = newId()
  const body = { bodyId, name, shortName: name, symbol: 'MT', kind: 'front', level: 'province', place: 'Hà Sơn' }
  await send('system', 'agencies.create-body', body)
  const join = async (displayName: string, roles: PostRole[]): Promise<Actor> => {
    const accountId = newId()
    const account = { accountId, bodyId, username: `n${accountId.slice(-12)}`, displayName, post: '', roles }
    await send('system', 'agencies.create-account', { ...account, password: 'mật khẩu để thử' })
    return { accountId, bodyId, roles, displayName }
  }
  const officer = await join(`Cán bộ ${name}`, ['officer', 'clerk'])
  return { bodyId, name, leader: await join(`Lãnh đạo ${name}`, ['leader', 'administrator']), officer }
}

let [north, south]: Heir[] = []
let programmeId: string
let commitmentIds: string[]
let items: { id: string }[]
let planId: string
let [staying, going]: { petition: string; work: string; board: string; request: string; programme: string; incoming: string }[] =
  []
let books: { id: string; direction: string }[]

async function lay(villageId: string) {
  const [petition, work] = [petitionInput(villageId), constructionInput(villageId, { name: `Đường ${newId()}` })]
  const board = boardInput(work.constructionId, { startsOn: today, endsOn: addDays(today, 20) })
  const requestId = newId()
  await send(lan, 'petitions.record-petition', petition)
  await send(lan, 'supervision.register-construction', work)
  await send(lan, 'supervision.plan-supervision', board)
  const asked = { toName: 'Sở Tài chính', toBody: null, content: 'Đề nghị bố trí kinh phí', clausePath: 'I/1', signedWith: [] }
  await send(lan, 'exchange.draft-request', { requestId, programmeId, ...asked })
  const { id: programme } = await insertProgramme(site, [{ path: 'I/1', text: 'Giám sát', schedules: yearly }])
  return {
    petition: petition.petitionId,
    work: work.constructionId,
    board: board.supervisionId,
    request: requestId,
    programme,
    incoming: '',
  }
}

beforeAll(async () => {
  ;[north, south] = [await heir('Mặt trận Bắc Hà'), await heir('Mặt trận Nam Hà')]
  const duties = ['I/1', 'I/2'].map(path => ({
    path,
    text: `Trao đổi ${path}`,
    schedules: yearly,
    topics: ['information' as const],
  }))
  const made = await insertProgramme(site, duties, { from: year - 1, to: year + 3 })
  ;[programmeId, commitmentIds] = [made.id, made.commitmentIds]
  const plan = { planId: newId(), programmeId, year }
  planId = plan.planId
  await send(lan, 'plans.draft-plan', plan)
  await sharePlan(site, minh, planId)
  type Plan = { clauses: { items: { id: string }[] }[] }
  items = (await ask<Plan>(lan, 'plans.plan', { planId })).clauses.flatMap(clause => clause.items)
  const { villageId } = await layPlaces(site)
  ;[staying, going] = [await lay(villageId), await lay(villageId)]
  await send(who('vanthu.mttq'), 'papers.keep-number', { entryId: newId(), kind: 'CV', dated: today, keptFor: 'Số giữ chỗ' })
  const came = { arrivedOn: today, dated: today, kind: 'CV', issuer: 'Sở Nội vụ', cited: '1/SNV', subject: 'Biên chế' }
  await send(who('vanthu.mttq'), 'papers.register-incoming', { incomingId: newId(), ...came })
  books = await site.engine.database.read('system', db =>
    db.selectFrom('register_book').select(['id', 'direction']).where('body_id', '=', old).orderBy('direction').execute(),
  )
  type Matrix = { rows: { from: string; cells: Record<string, { dutyKey: string }> }[] }
  const { rows } = await ask<Matrix>(lan, 'exchange.matrix', { programmeId, year: year - 1 })
  for (const row of rows.filter(one => one.from === old))
    for (const { dutyKey } of Object.values(row.cells).slice(0, 1))
      await send(lan, 'exchange.assemble-package', {
        packageId: newId(),
        programmeId,
        dutyKey,
        year: year - 1,
        note: '',
        fileIds: [],
      })
})

/** All kinds go north but two; of each kind with pieces a single one goes south. */
const sharesOf = (): Share[] => {
  const SOUTH: readonly HeldKind[] = ['other', 'people']
  const to = (kind: HeldKind, heirId: string, pieceId: string | null = null) => ({ bodyId: old, kind, pieceId, heirId })
  const single: [HeldKind, string][] = [
    ['plan-item', items[1]!.id],
    ['duty', commitmentIds[1]!],
    ['petition', going!.petition],
    ['construction', going!.work],
    ['supervision', going!.board],
    ['request', going!.request],
    ['programme', going!.programme],
    ['papers', books.find(book => book.direction === 'in')!.id],
  ]
  return [
    ...HELD_KINDS.map(kind => to(kind, SOUTH.includes(kind) ? south!.bodyId : north!.bodyId)),
    ...single.map(([kind, id]) => to(kind, south!.bodyId, id)),
  ]
}
const event = (shares: readonly Share[]) => ({
  reorganisationId: newId(),
  kind: 'split',
  decision: { number: '12-NQ/TU', date: addDays(today, -10), issuer: 'Tỉnh ủy' },
  effectiveOn: today,
  content: { endings: [{ bodyId: old, heirId: north!.bodyId }] },
  shares: [...shares],
})
type Goes = { kind: string; heirId: string; count: number }
type One = {
  state: string
  version: number
  goes: Goes[]
  endings: { heirs: { name: string }[]; shares: { kind: string; heir: string }[] }[]
}
const seen = (actor: Actor, reorganisationId: string) => ask<One>(actor, 'reorganisation.one', { reorganisationId })

describe('a body that two take over', () => {
  let [first, second, firstLeader, secondLeader]: Actor[] = []
  let reorganisationId: string

  it('is not drafted while a kind is left open, and gives apart only what it holds', async () => {
    const drafting = (shares: readonly Share[]) => refusalOf(send(keeper, 'reorganisation.draft', event(shares)))
    expect(await drafting(sharesOf().slice(1))).toBe('reorganisation.unchosen')
    expect(await drafting([...sharesOf(), { ...sharesOf().at(-1)!, pieceId: newId() }])).toBe('reorganisation.no-piece')
    const { pieces } = await ask<{ pieces: { kind: string; id: string }[] }>(minh, 'reorganisation.pieces')
    for (const { kind, pieceId } of sharesOf())
      if (pieceId) expect(pieces.map(piece => `${piece.kind} ${piece.id}`)).toContain(`${kind} ${pieceId}`)
  })

  it('is previewed: how many of each kind go to whom, for those who share and for nobody else', async () => {
    const drafted = event(sharesOf())
    ;({ reorganisationId } = drafted)
    await send(keeper, 'reorganisation.draft', drafted)
    await vi.waitFor(async () => expect((await seen(keeper, reorganisationId)).goes.length).toBeGreaterThan(5), 30_000)
    const { goes, endings } = await seen(keeper, reorganisationId)
    const count = (kind: string, to: Heir) => goes.find(one => one.kind === kind && one.heirId === to.bodyId)?.count ?? 0
    for (const kind of ['petition', 'construction', 'supervision', 'request', 'plan-item'])
      expect([kind, count(kind, north!), count(kind, south!)]).toEqual([kind, 1, 1])
    expect([count('programme', north!), count('programme', south!)]).toEqual([2, 1])
    expect(count('people', south!)).toBeGreaterThan(0)
    expect(endings[0]!.shares).toContainEqual(expect.objectContaining({ kind: 'other', heir: south!.name }))
    expect((await seen(south!.leader, reorganisationId)).goes).toEqual([])
    expect(await refusalOf(seen(thao, reorganisationId))).toBe('not-found')
  })

  it('passes as a whole once all three have agreed, and no row of the past is changed', async () => {
    const audited = await lastAudited(site.config)
    const before = await fingerprint(site.config, TODAY_TABLES, audited)
    for (const leader of [minh, north!.leader, south!.leader]) {
      const { version } = await seen(leader, reorganisationId)
      await send(leader, 'reorganisation.agree', { reorganisationId, version })
    }
    await vi.waitFor(async () => expect((await seen(north!.leader, reorganisationId)).state).toBe('applied'), 30_000)
    expect(await fingerprint(site.config, TODAY_TABLES, audited)).toEqual(before)
    const [told] = (await seen(thao, reorganisationId)).endings
    expect([told!.heirs.map(one => one.name), told!.shares]).toEqual([[north!.name], []])
    ;[first, second] = [await sitIn(site, north!.officer, old), await sitIn(site, south!.officer, old)]
    ;[firstLeader, secondLeader] = [await sitIn(site, north!.leader, old), await sitIn(site, south!.leader, old)]
  })

  it.each<[string, (of: typeof staying & object) => Json]>([
    ['petitions.petition', of => ({ petitionId: of.petition })],
    ['supervision.supervision', of => ({ supervisionId: of.board })],
    ['exchange.request', of => ({ requestId: of.request })],
  ])('shows by %s each heir its own piece and not that of the other', async (query, input) => {
    const asked = (actor: Actor, of: typeof staying & object) => ask<object>(actor, query, input(of))
    expect(await asked(first!, staying!)).toBeTypeOf('object')
    expect(await asked(second!, going!)).toBeTypeOf('object')
    expect(await refusalOf(asked(first!, going!))).toBe('not-found')
    expect(await refusalOf(asked(second!, staying!))).toBe('not-found')
  })

  it('shows each heir its own works, books and duties in the lists', async () => {
    const works = async (actor: Actor) =>
      (await ask<{ constructions: { id: string }[] }>(actor, 'supervision.constructions')).constructions.map(one => one.id)
    expect([await works(first!), await works(second!)]).toEqual([[staying!.work], [going!.work]])
    const rowsOf = (actor: Actor) =>
      site.engine.database.read(actor, async db => ({
        books: (await db.selectFrom('register_book').select('direction').execute()).map(row => row.direction),
        incoming: (await db.selectFrom('incoming').select('id').execute()).length,
        entries: (await db.selectFrom('register_entry').select('id').execute()).length,
        duties: (await db.selectFrom('exchange_package').select('commitment_id').execute()).map(row => row.commitment_id),
      }))
    expect(await rowsOf(first!)).toEqual({ books: ['out'], incoming: 0, entries: 1, duties: [commitmentIds[0]] })
    expect(await rowsOf(second!)).toEqual({ books: ['in'], incoming: 1, entries: 0, duties: [commitmentIds[1]] })
  })

  it('lets each work on the items that passed to it, read the plan of the other, and change nothing there', async () => {
    expect(await ask<object>(second!, 'plans.plan', { planId })).toBeTypeOf('object')
    const activity = (at: number) => ({
      activityId: newId(),
      programmeId,
      itemIds: [items[at]!.id],
      kind: 'training',
      title: 'Lớp tập huấn',
      heldOn: today,
      place: 'Xã Nậm Mây',
      count: { value: 2, unit: 'lớp' },
    })
    expect(await refusalOf(send(second!, 'activities.record-activity', activity(0)))).toBe('passed-elsewhere')
    const own = activity(1)
    await send(second!, 'activities.record-activity', own)
    expect(await refusalOf(send(first!, 'activities.remove-activity', { activityId: own.activityId, version: 1 }))).toBe(
      'passed-elsewhere',
    )
    const give = (at: number) =>
      send(secondLeader!, 'agencies.assign-work', {
        subjects: [{ kind: 'plan-item', id: items[at]!.id }],
        accountId: south!.officer.accountId,
      })
    expect(await refusalOf(give(0))).toBe('passed-elsewhere')
    await give(1)
  })

  it('goes on as a party in the one that took the programme, under its name', async () => {
    type Page = { parties: { bodyId: string; heldBy?: string }[] }
    const heldBy = async (id: string) =>
      (await ask<Page>(hoa, 'programmes.page', { programmeId: id })).parties.find(one => one.bodyId === old)!.heldBy
    expect([await heldBy(staying!.programme), await heldBy(going!.programme)]).toEqual([north!.name, south!.name])
    const draft = (actor: Actor, id: string) =>
      send(actor, 'plans.draft-plan', { planId: newId(), programmeId: id, year: year + 1 })
    expect(await refusalOf(draft(first!, going!.programme))).toBe('passed-elsewhere')
    await draft(second!, going!.programme)
    expect(await refusalOf(draft(second!, programmeId))).toBe('passed-elsewhere')
  })

  it('is asked for the end of a programme in the heir that took it', async () => {
    const asked = async (actor: Actor, id: string) => {
      const endingId = newId()
      const fileId = newId()
      const stored = await site.engine.files.put((await import('node:stream')).Readable.from([Buffer.from(endingId)]), 1000)
      await send(actor, 'files.keep-upload', { fileId, ...stored, name: 'tb.pdf', mediaType: 'application/pdf' })
      const paper = { number: '01/TB', date: today, fileId }
      const input = { endingId, programmeId: id, intoId: null, effectiveOn: today, reason: 'Sắp xếp', paper, lines: [] }
      await send(actor, 'renewal.propose-ending', input)
      return endingId
    }
    const endingId = await asked(hoa, going!.programme)
    type Endings = { endings: { id: string; sides: { bodyId: string }[] }[] }
    const { endings } = await ask<Endings>(hoa, 'renewal.endings', { programmeId: going!.programme })
    expect(endings[0]!.sides.map(side => side.bodyId).toSorted()).toEqual([south!.bodyId, hoa.bodyId].toSorted())
    expect(await refusalOf(send(firstLeader!, 'renewal.agree-ending', { endingId, version: 1 }))).toBe('not-found')
    await send(secondLeader!, 'renewal.agree-ending', { endingId, version: 1 })
  })

  it('shows in the seat the own people and none of the other heir', async () => {
    const staff = async (actor: Actor) =>
      (await ask<{ staff: { displayName: string }[] }>(actor, 'agencies.staff')).staff.map(one => one.displayName).toSorted()
    expect(await staff(first!)).toEqual([north!.officer.displayName, north!.leader.displayName].toSorted())
    expect(await staff(second!)).toEqual([south!.officer.displayName, south!.leader.displayName].toSorted())
    const hand = (accountId: string, petitionId = going!.petition) =>
      send(secondLeader!, 'petitions.hand-over', { subjects: [{ kind: 'petition', id: petitionId }], accountId })
    expect(await refusalOf(hand(north!.officer.accountId))).toBe('not-found')
    expect(await refusalOf(hand(south!.officer.accountId, staying!.petition))).toBe('not-found')
    await hand(south!.officer.accountId)
  })

  it('hands on to the heirs of an heir what that one took, and no more', async () => {
    const next = await heir('Mặt trận Hợp Hà')
    const merger = { ...event([]), kind: 'merge', content: { endings: [{ bodyId: south!.bodyId, heirId: next.bodyId }] } }
    await send(south!.leader, 'reorganisation.draft', merger)
    for (const leader of [south!.leader, next.leader]) {
      const { version } = await seen(leader, merger.reorganisationId)
      await send(leader, 'reorganisation.agree', { reorganisationId: merger.reorganisationId, version })
    }
    await vi.waitFor(async () => expect((await seen(next.leader, merger.reorganisationId)).state).toBe('applied'), 30_000)
    const third = await sitIn(site, next.officer, old)
    expect(await ask<object>(third, 'petitions.petition', { petitionId: going!.petition })).toBeTypeOf('object')
    expect(await refusalOf(ask(third, 'petitions.petition', { petitionId: staying!.petition }))).toBe('not-found')
  })
})
