import { beforeAll, describe, expect, it, vi } from 'vitest'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { sitIn } from '../../../test/harness/seat.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { addDays, vietnamDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor, PostRole } from '../../kernel/permissions.ts'
import { GROUPS } from './kinds.ts'

const site = await openTestSite()
const { send, ask, who } = site
const [keeper, lan, minh] = [who('quantri.mttq'), who('lan'), who('minh')]
const today = vietnamDate(new Date())
const year = Number(today.slice(0, 4))
const old = lan.bodyId
const yearly = [{ kind: 'every' as const, count: 1, unit: 'year' as const }]

async function heir(name: string) {
  const bodyId = newId()
  const body = { bodyId, name, shortName: name, symbol: 'MT', kind: 'front', level: 'province', place: 'Hà Sơn' }
  await send('system', 'agencies.create-body', body)
  const join = async (roles: PostRole[]): Promise<Actor> => {
    const accountId = newId()
    const account = {
      accountId,
      bodyId,
      username: `n${accountId.slice(-12)}`,
      displayName: name,
      post: '',
      password: 'mật khẩu để thử',
    }
    await send('system', 'agencies.create-account', { ...account, roles })
    return { accountId, bodyId, roles, displayName: name }
  }
  return { bodyId, leader: await join(['leader', 'administrator']), officer: await join(['officer']) }
}

describe('a body that is split between two', () => {
  let [north, south]: Awaited<ReturnType<typeof heir>>[] = []
  let programmeId: string
  let items: { id: string }[]
  let [first, second]: [Actor, Actor] = [lan, lan]
  beforeAll(async () => {
    ;[north, south] = [await heir('Mặt trận Bắc Hà'), await heir('Mặt trận Nam Hà')]
    const duties = ['I/1', 'I/2'].map(path => ({ path, text: `Việc ${path}`, schedules: yearly }))
    programmeId = (await insertProgramme(site, duties, { from: year, to: year + 3 })).id
    const planId = newId()
    await send(lan, 'plans.draft-plan', { planId, programmeId, year })
    type Plan = { clauses: { items: { id: string }[] }[] }
    items = (await ask<Plan>(lan, 'plans.plan', { planId })).clauses.flatMap(clause => clause.items)
  })

  const event = (more: object = {}) => {
    const choices = GROUPS.map(group => ({ group, heirId: north!.bodyId }))
    const pieces = [{ kind: 'plan-item', id: items[1]!.id, heirId: south!.bodyId }]
    const ending = { bodyId: old, heirId: north!.bodyId, coHeirs: [south!.bodyId], choices, pieces, ...more }
    const decision = { number: '12-NQ/TU', date: addDays(today, -10), issuer: 'Tỉnh ủy' }
    return { reorganisationId: newId(), kind: 'split', decision, effectiveOn: today, content: { endings: [ending] } }
  }
  const drafting = (more: object) => refusalOf(send(keeper, 'reorganisation.draft', event(more)))

  it('is not drafted while it is open to whom a kind of work passes, nor to somebody who takes nothing over', async () => {
    expect(await drafting({ choices: [] })).toBe('reorganisation.unchosen')
    expect(await drafting({ coHeirs: [] })).toBe('reorganisation.choice-unasked')
    const stray = { kind: 'plan-item', id: items[0]!.id, heirId: who('hoa').bodyId }
    expect(await drafting({ pieces: [stray] })).toBe('reorganisation.no-heir')
    const twice = ['', ''].map(() => ({ kind: 'plan-item', id: items[0]!.id, heirId: north!.bodyId }))
    expect(await drafting({ pieces: twice })).toBe('reorganisation.two-heirs')
    const found = await ask<{ pieces: { id: string }[] }>(minh, 'reorganisation.pieces')
    expect(Array.isArray(found.pieces)).toBe(true)
  })

  it('passes as a whole on its day: both heirs sit in the seat and read it', async () => {
    const drafted = event()
    const { reorganisationId } = drafted
    await send(keeper, 'reorganisation.draft', drafted)
    type One = { state: string; version: number; endings: { choices: unknown[]; pieces: unknown[] }[] }
    const seen = () => ask<One>(minh, 'reorganisation.one', { reorganisationId })
    expect((await seen()).endings[0]).toMatchObject({ choices: { length: GROUPS.length }, pieces: { length: 1 } })
    for (const leader of [minh, north!.leader, south!.leader])
      await send(leader, 'reorganisation.agree', { reorganisationId, version: (await seen()).version })
    const state = async () => (await ask<One>(north!.leader, 'reorganisation.one', { reorganisationId })).state
    await vi.waitFor(async () => expect(await state()).toBe('applied'), 20_000)
    ;[first, second] = [await sitIn(site, north!.officer, old), await sitIn(site, south!.officer, old)]
    for (const officer of [first, second])
      expect(await ask<{ id: string }>(officer, 'programmes.page', { programmeId })).toMatchObject({ id: programmeId })
  })

  it('is worked on by the heir that each kind or piece passed to, and by no other', async () => {
    const drop = (actor: Actor, at: number) =>
      send(actor, 'plans.drop-item', { itemId: items[at]!.id, version: 1, reason: 'Không còn phù hợp' })
    expect(await refusalOf(drop(second, 0))).toBe('reorganisation.passed-elsewhere')
    expect(await refusalOf(drop(first, 1))).toBe('reorganisation.passed-elsewhere')
    await drop(first, 0)
    await drop(second, 1)
    const plan = { planId: newId(), programmeId, year: year + 1 }
    expect(await refusalOf(send(second, 'plans.draft-plan', plan))).toBe('reorganisation.passed-elsewhere')
    await send(first, 'plans.draft-plan', plan)
  })
})
