import { describe, expect, it } from 'vitest'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import type { Json } from '../../engine/db/database.ts'
import { addDays, vietnamDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { getPersonToday } from './post-store.ts'

const site = await openTestSite()
const { send, ask, who } = site
const [administrator, lan, minh, hoa] = [who('quantri.mttq'), who('lan'), who('minh'), who('hoa')]
const today = vietnamDate(new Date())

const now = (actor: Actor) => site.engine.database.read(actor, db => getPersonToday(db, actor.accountId))
const give = (actor: Actor, more: Record<string, Json>) =>
  send(administrator, 'agencies.give-post', {
    postId: newId(),
    accountId: actor.accountId,
    title: 'Phó Văn phòng',
    roles: ['clerk'],
    ...more,
  })
const paper = (more: Record<string, Json> = {}) => ({
  authorisationId: newId(),
  accountId: lan.accountId,
  number: '15/UQ-MTTQ',
  paperDate: addDays(today, -1),
  scope: 'Ký kế hoạch',
  acts: ['agree', 'sign'],
  from: today,
  to: addDays(today, 30),
  ...more,
})

describe('posts', () => {
  it('give a person the roles of all that hold today, and of no other', async () => {
    await give(lan, { roles: ['clerk'], to: today })
    await give(lan, { roles: ['viewer'], from: addDays(today, 1) })
    await give(lan, { roles: ['administrator'], from: addDays(today, -9), to: addDays(today, -1) })
    expect((await now(lan)).roles.toSorted()).toEqual(['clerk', 'officer'])
  })

  it('of a head are of a unit', async () => {
    expect(await refusalOf(give(lan, { roles: ['head'] }))).toBe('agencies.head-of-what')
  })

  it('are not ended by the administrator who holds them', async () => {
    const { accounts } = await ask<{ accounts: { id: string; posts: { id: string; version: number }[] }[] }>(
      administrator,
      'agencies.accounts',
    )
    const { id: postId, version } = accounts.find(one => one.id === administrator.accountId)!.posts[0]!
    expect(await refusalOf(send(administrator, 'agencies.end-post', { postId, version, toOn: today }))).toBe(
      'agencies.not-own-post',
    )
  })
})

describe('an authorisation', () => {
  it('lets a person decide from its first to its last day, until it is taken back', async () => {
    const later = paper({ from: addDays(today, 5), to: addDays(today, 9) })
    await send(minh, 'agencies.authorise', later)
    expect((await now(lan)).roles).not.toContain('authorised')
    const held = paper()
    await send(minh, 'agencies.authorise', held)
    expect((await now(lan)).roles).toContain('authorised')
    await send(minh, 'agencies.revoke-authorisation', { authorisationId: held.authorisationId, version: 1, revoked: true })
    expect((await now(lan)).roles).not.toContain('authorised')
  })

  it('is given to a person of the own body, by a paper signed before it holds', async () => {
    expect(await refusalOf(send(minh, 'agencies.authorise', paper({ accountId: who('tuan').accountId })))).toBe('not-found')
    expect(await refusalOf(send(minh, 'agencies.authorise', paper({ paperDate: addDays(today, 3) })))).toBe(
      'agencies.paper-later',
    )
    expect(await refusalOf(send(minh, 'agencies.authorise', paper({ accountId: minh.accountId })))).toBe('agencies.leads-already')
  })

  it('stands in the agreement of its person as a signature in the leader’s place, which the other side reads', async () => {
    await send(minh, 'agencies.authorise', paper())
    const authorities = [{ acts: ['agree', 'sign'] as const, programmes: null }]
    const authorised = { ...lan, roles: (await now(lan)).roles, authorities }
    const { id: programmeId } = await insertProgramme(site, [{ path: 'II/1', text: 'Tập huấn' }])
    const planId = newId()
    await send(lan, 'plans.draft-plan', { planId, programmeId, year: 2026 })
    const { digest } = await ask<{ digest: string }>(lan, 'plans.plan', { planId })
    await send(authorised, 'plans.share-plan', { planId, digest })
    await send(authorised, 'plans.agree-plan', { planId, digest })
    const rows = await site.engine.database.read(hoa, db =>
      db.selectFrom('agreement').select(['signer_name', 'signer_for']).where('subject_id', '=', planId).execute(),
    )
    expect(rows).toEqual([{ signer_name: lan.displayName, signer_for: 'Phó Chủ tịch' }])
  })
})

describe('what an officer submits', () => {
  it('goes by the head of the unit to the leader, and is returned with an instruction by either', async () => {
    const { bodies } = await ask<{ bodies: { id: string; units: { id: string; name: string }[] }[] }>(
      administrator,
      'agencies.bodies',
    )
    const unitId = bodies.find(body => body.id === lan.bodyId)!.units.find(unit => unit.name === 'Ban Phong trào')!.id
    const accountId = newId()
    const account = { accountId, bodyId: lan.bodyId, username: 'truongban', displayName: 'Người', post: 'Trưởng Ban' }
    await send(administrator, 'agencies.create-account', { ...account, unitId, roles: ['head'], password: 'mật khẩu để thử' })
    const head: Actor = { accountId, bodyId: lan.bodyId, roles: ['head'], displayName: 'Người' }
    const { id: programmeId } = await insertProgramme(site, [{ path: 'II/1', text: 'Tập huấn' }])
    const [planId, clearanceId] = [newId(), newId()]
    await send(lan, 'plans.draft-plan', { planId, programmeId, year: 2026 })
    await send(lan, 'plans.submit-plan', { clearanceId, planId })
    const waits = async (actor: Actor) => {
      const { clearance } = await ask<{ clearance: { state: string; can: Record<string, boolean> } }>(actor, 'plans.plan', {
        planId,
      })
      return { state: clearance.state, forward: clearance.can['forward'], clear: clearance.can['clear'] }
    }
    expect(await waits(head)).toEqual({ state: 'submitted', forward: true, clear: false })
    await send(head, 'programmes.forward-submission', { clearanceId, version: 1 })
    expect(await waits(head)).toEqual({ state: 'forwarded', forward: false, clear: false })
    expect(await waits(minh)).toEqual({ state: 'forwarded', forward: false, clear: true })
    const back = { clearanceId, version: 2, instruction: 'Bổ sung chỉ tiêu', dueOn: null }
    expect(await refusalOf(send(head, 'programmes.return-submission', back))).toBe('not-permitted')
    await send(minh, 'programmes.return-submission', back)
    expect((await waits(lan)).state).toBe('returned')
  })
})
