import { beforeAll, describe, expect, it } from 'vitest'
import { enrolBeside } from '../../../test/harness/enrol.ts'
import { layOneOfEach } from '../../../test/harness/one-of-each.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { features } from '../../app/registry.ts'
import { addDays, vietnamDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'

const site = await openTestSite()
const { send, ask, who } = site
const [administrator, lan, minh, hoa, clerk] = [who('quantri.mttq'), who('lan'), who('minh'), who('hoa'), who('vanthu.mttq')]
const today = vietnamDate(new Date())

type Work = { kind: string; id: string; command: string; over: boolean; elsewhere: boolean }
type HandOver = { holders: { accountId: string; gone: boolean; work: Work[] }[] }
const waiting = async (actor: Actor, accountId?: string) =>
  (await ask<HandOver>(actor, 'insight.hand-over', accountId ? { accountId } : {})).holders
const keys = (work: readonly { kind: string; id: string }[]) => work.map(one => `${one.kind} ${one.id}`).toSorted()
const workOf = async (actor: Actor, person: Actor, asked?: string) =>
  (await waiting(actor, asked)).find(holder => holder.accountId === person.accountId)?.work ?? []

async function postsOf(person: Actor) {
  const { accounts } = await ask<{ accounts: { id: string; posts: { id: string; version: number }[] }[] }>(
    administrator,
    'agencies.accounts',
  )
  return accounts.find(one => one.id === person.accountId)!.posts
}
const end = async (person: Actor) => {
  for (const { id: postId, version } of await postsOf(person))
    await send(administrator, 'agencies.end-post', { postId, version, toOn: addDays(today, -1) })
}
async function handAll(by: Actor, work: readonly Work[], accountId: string) {
  for (const [command, own] of Map.groupBy(work, one => one.command))
    await send(by, command, { subjects: own.map(({ kind, id }) => ({ kind, id })), accountId })
}

describe('the open work of a person whose post ends', () => {
  let leaver: Actor
  let head: Actor
  let laid: string[]
  beforeAll(async () => {
    head = await enrolBeside(site, lan, 'truongban', ['head'])
    leaver = await enrolBeside(site, lan, 'sapnghi', ['officer'])
    laid = (await layOneOfEach(site, leaver, { leader: minh, partner: hoa })).laid
  })

  it('is of every kind that people can hold', () => {
    const held = new Set(laid.map(one => one.split(' ')[0]))
    expect(features.flatMap(feature => feature.holdings ?? []).filter(source => !held.has(source.kind))).toEqual([])
  })

  it('waits for nobody while the post holds, and is seen together by that person and the head of the unit only', async () => {
    expect(await waiting(minh)).toEqual([])
    for (const actor of [leaver, head]) expect(keys(await workOf(actor, leaver, leaver.accountId))).toEqual(laid)
    for (const actor of [lan, minh, administrator, hoa]) expect(await waiting(actor, leaver.accountId)).toEqual([])
    expect(await refusalOf(waiting(clerk, leaver.accountId))).toBe('not-permitted')
  })

  it('is one’s own in the list of what is to be done, unsent packages among it, and nobody else’s', async () => {
    const mine = async (actor: Actor) => {
      const { groups } = await ask<{ groups: { items: { kind: string }[] }[] }>(actor, 'insight.my-work', { of: 'mine' })
      return new Set(groups.flatMap(group => group.items.map(item => item.kind)))
    }
    const kinds = await mine(leaver)
    const wanted = ['package', 'review', 'amendment', 'petition', 'import', 'dissemination']
    expect(wanted.filter(kind => !kinds.has(kind))).toEqual([])
    expect([...(await mine(lan))]).toEqual(['dissemination'])
  })

  it('stands, every piece, before the head of the unit and the leader once it has ended', async () => {
    await end(leaver)
    for (const actor of [head, minh]) expect(keys(await workOf(actor, leaver))).toEqual(laid)
    expect(await waiting(lan)).toEqual([])
    expect(await waiting(hoa)).toEqual([])
  })

  it('is handed over, every piece, and none remains', async () => {
    await handAll(minh, await workOf(minh, leaver), lan.accountId)
    for (const actor of [head, minh, administrator]) expect(await waiting(actor)).toEqual([])
    // Places behind a programme begin anew with whoever takes them on.
    const same = (all: readonly string[]) => all.filter(one => !/^(focal-point|member) /.test(one))
    const kindsOf = (all: readonly string[]) => all.map(one => one.split(' ')[0])
    const mine = keys(await workOf(lan, lan, lan.accountId))
    expect([same(mine), kindsOf(mine)]).toEqual([same(laid), kindsOf(laid)])
  })
})

describe('a person who goes on in another post', () => {
  it('leaves the work of the ended one to be handed over, and takes along what was given in the new', async () => {
    const mover = await enrolBeside(site, lan, 'chuyenphong', ['officer'])
    const { laid } = await layOneOfEach(site, mover, { leader: minh, partner: hoa })
    const [old] = await postsOf(mover)
    const unit = await postsOf(clerk)
    const elsewhere = (unit[0] as unknown as { unitId: string }).unitId
    const next = {
      postId: newId(),
      accountId: mover.accountId,
      unitId: elsewhere,
      title: 'Chuyên viên Văn phòng',
      roles: ['officer'],
    }
    await send(administrator, 'agencies.give-post', next)
    await send(administrator, 'agencies.end-post', { postId: old!.id, version: old!.version, toOn: addDays(today, -1) })
    const left = laid.filter(one => /^(plan-item|conclusion|petition|focal-point|member) /.test(one))
    expect(keys(await workOf(minh, mover))).toEqual(left)
    await handAll(minh, await workOf(minh, mover), mover.accountId)
    expect(await workOf(minh, mover)).toEqual([])
  })
})
