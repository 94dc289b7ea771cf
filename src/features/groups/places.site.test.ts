import { beforeAll, describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../test/harness/contributions.ts'
import { enrolBeside } from '../../../test/harness/enrol.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { addDays, vietnamDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'

const site = await openTestSite()
const { send, ask, who } = site
const [administrator, lan, minh, tuan] = [who('quantri.mttq'), who('lan'), who('minh'), who('tuan')]
const today = vietnamDate(new Date())
const first = addDays(today, -30)

type Place = {
  id: string
  version: number
  holder: string
  holderPost: string
  deputy: string
  phone: string
  fromOn: string
  toOn: string | null
  over: { holder: boolean; deputy: boolean } | null
  behind: { holderAccount: string | null; deputyAccount: string | null } | null
}
const office = { unit: 'Ban Phong trào', holder: '-', holderPost: '', deputy: '-', deputyPost: '', phone: '', email: '' }
const days = { fromOn: first, toOn: null }
const pass = (by: Actor, id: string, accountId: string, more: object = {}) =>
  send(by, 'groups.hand-over', { subjects: [{ kind: 'focal-point', id }], accountId, ...more })

let programmeId: string
let holder: Actor
let deputy: Actor
const placesFor = async (actor: Actor) => (await ask<{ focalPoints: Place[] }>(actor, 'groups.page', { programmeId })).focalPoints

async function endPosts(person: Actor) {
  const { accounts } = await ask<{ accounts: { id: string; posts: { id: string; version: number }[] }[] }>(
    administrator,
    'agencies.accounts',
  )
  for (const { id: postId, version } of accounts.find(one => one.id === person.accountId)!.posts)
    await send(administrator, 'agencies.end-post', { postId, version, toOn: addDays(today, -1) })
}

beforeAll(async () => {
  programmeId = (await insertProgramme(site, [{ path: 'II/1', text: 'Tuyên truyền pháp luật' }])).id
  holder = await enrolBeside(site, lan, 'phutrach', ['officer'])
  deputy = await enrolBeside(site, lan, 'thaythe', ['officer'])
})

describe('a focal point chosen from the own side’s people', () => {
  const focalPointId = newId()

  it('bears their name and post of the day, and shows the other side no account', async () => {
    const chosen = { holderAccount: holder.accountId, deputyAccount: deputy.accountId }
    await send(lan, 'groups.name-focal-point', { focalPointId, programmeId, ...office, ...chosen, ...days })
    const names = { holder: 'phutrach', holderPost: 'Chức vụ thử', deputy: 'thaythe', over: { holder: false, deputy: false } }
    expect(await placesFor(minh)).toMatchObject([{ ...names, behind: chosen }])
    expect(await placesFor(tuan)).toMatchObject([{ ...names, behind: null }])
  })

  it('is taken back by its own side as long as it stands as entered', async () => {
    const id = newId()
    const chosen = { holderAccount: holder.accountId, deputyAccount: deputy.accountId }
    const before = await placesFor(minh)
    await send(lan, 'groups.name-focal-point', { focalPointId: id, programmeId, ...office, ...chosen, ...days })
    const takeBack = (actor: typeof lan) => send(actor, 'groups.take-back-place', { kind: 'focal-point', id })
    expect(await refusalOf(takeBack(tuan))).toBe('groups.not-yours')
    await takeBack(lan)
    expect(await placesFor(minh)).toEqual(before)
    expect(
      await refusalOf(
        send(lan, 'groups.change-focal-point', { focalPointId, version: 1, ...office, ...chosen, ...days }).then(() =>
          send(lan, 'groups.take-back-place', { kind: 'focal-point', id: focalPointId }),
        ),
      ),
    ).toBe('changed-meanwhile')
  })

  it('is somebody who is there, of the own side, and not the deputy too', async () => {
    const name = (holderAccount: string, deputyAccount: string | null = null) =>
      refusalOf(
        send(lan, 'groups.name-focal-point', {
          focalPointId: newId(),
          programmeId,
          ...office,
          ...days,
          holderAccount,
          deputyAccount,
        }),
      )
    expect(await name(tuan.accountId)).toBe('not-found')
    expect(await name(lan.accountId, lan.accountId)).toBe('field.deputy')
  })

  it('is empty for every side once the post has ended, the deputy in its place, and waits to be handed over', async () => {
    await endPosts(holder)
    for (const actor of [minh, tuan])
      expect(await placesFor(actor)).toMatchObject([{ over: { holder: true, deputy: false }, deputy: 'thaythe' }])
    const lines = async (actor: Actor) => (await deadlinesOf(site, actor, '2099-12-31')).filter(one => one.kind === 'focal-point')
    expect(await lines(minh)).toMatchObject([{ id: focalPointId, waits: 'us', step: 'name-focal' }])
    expect(await lines(tuan)).toEqual([])
  })

  it('can still be put right then: who stands keeps name, post and the place that waits, also where the deputy changes', async () => {
    const change = async (more: object) => {
      const [{ version, behind }] = (await placesFor(lan)) as [Place]
      const fields = { ...office, ...days, ...behind, ...more }
      await send(lan, 'groups.change-focal-point', { focalPointId, version, ...fields })
    }
    const stands = { holder: 'phutrach', holderPost: 'Chức vụ thử', over: { holder: true, deputy: false } }
    await change({ phone: '0211 000 000' })
    expect(await placesFor(tuan)).toMatchObject([{ ...stands, phone: '0211 000 000', deputy: 'thaythe' }])
    await change({ deputyAccount: lan.accountId })
    expect(await placesFor(tuan)).toMatchObject([{ ...stands, deputy: lan.displayName }])
    await change({ deputyAccount: deputy.accountId })
  })

  it('passes to the deputy only with somebody to stand in, and history keeps who it was on any day', async () => {
    expect(await refusalOf(pass(lan, focalPointId, deputy.accountId))).toBe('agencies.not-yours-to-assign')
    expect(await refusalOf(pass(minh, focalPointId, deputy.accountId))).toBe('groups.deputy-needed')
    await pass(minh, focalPointId, deputy.accountId, { deputyId: lan.accountId })
    expect((await placesFor(tuan)).map(one => [one.holder, one.deputy, one.fromOn, one.toOn, one.over?.holder])).toEqual([
      ['thaythe', lan.displayName, today, null, false],
      ['phutrach', 'thaythe', first, addDays(today, -1), true],
    ])
    expect(await refusalOf(pass(minh, focalPointId, lan.accountId))).toBe('groups.place-ended')
  })

  it('can be typed for who has no account, and then stands by no post', async () => {
    const id = newId()
    const typed = { ...office, holder: 'Người ngoài', deputy: 'Người thay' }
    await send(tuan, 'groups.name-focal-point', { focalPointId: id, programmeId, ...typed, ...days })
    expect((await placesFor(tuan)).find(one => one.id === id)).toMatchObject({ holder: 'Người ngoài', over: null, behind: null })
  })
})
