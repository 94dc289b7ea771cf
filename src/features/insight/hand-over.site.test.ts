import { describe, expect, it } from 'vitest'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'

const site = await openTestSite()
const { send, ask, who } = site
const [administrator, lan, minh, tuan] = [who('quantri.mttq'), who('lan'), who('minh'), who('tuan')]
const { items } = await layThread(site)

type HandOver = { holders: { accountId: string; gone: boolean; work: { kind: string; id: string }[] }[] }
const handOver = (actor: Actor, accountId?: string) => ask<HandOver>(actor, 'insight.hand-over', accountId ? { accountId } : {})
const assign = (actor: Actor, id: string, accountId: string) =>
  send(actor, 'agencies.assign-work', { subjects: [{ kind: 'plan-item', id }], accountId })
const named = async (actor: Actor) =>
  (await ask<{ responsibilities: { accountId: string }[] }>(actor, 'agencies.responsibilities', { subjectKind: 'plan-item' }))
    .responsibilities
const enrol = async (roles: string[], username: string): Promise<Actor> => {
  const accountId = newId()
  const { bodies } = await ask<{ bodies: { id: string; units: { id: string; name: string }[] }[] }>(lan, 'agencies.bodies')
  const unitId = bodies.find(body => body.id === lan.bodyId)!.units.find(unit => unit.name === 'Ban Phong trào')!.id
  const account = { accountId, bodyId: lan.bodyId, unitId, username, displayName: username, roles, password: 'mật khẩu để thử' }
  await send(administrator, 'agencies.create-account', account)
  return { accountId, bodyId: lan.bodyId, roles: roles as Actor['roles'], displayName: username }
}

const head = await enrol(['head'], 'truongban')
const leaver = await enrol(['officer'], 'sapnghi')

describe('who answers for a piece of work', () => {
  it('is named by whoever takes it up, and taken from them by the head of the unit or the leader only', async () => {
    await assign(lan, items[0]!, leaver.accountId)
    expect(await refusalOf(assign(lan, items[0]!, lan.accountId))).toBe('agencies.not-yours-to-assign')
    await assign(head, items[0]!, lan.accountId)
    await assign(minh, items[0]!, leaver.accountId)
  })

  it('is somebody of the own side who is there', async () => {
    expect(await refusalOf(assign(minh, items[1]!, tuan.accountId))).toBe('not-found')
  })

  it('is seen by the own side alone', async () => {
    expect((await named(lan)).map(one => one.accountId)).toEqual([leaver.accountId])
    expect(await named(tuan)).toEqual([])
  })

  it('narrows what is to be done to one’s own and one’s unit’s', async () => {
    const lines = async (actor: Actor, of: string) => {
      const { groups } = await ask<{ groups: { items: { kind: string; id: string }[] }[] }>(actor, 'insight.my-work', { of })
      return groups
        .flatMap(group => group.items)
        .filter(item => item.kind === 'plan-item')
        .map(item => item.id)
    }
    expect(await lines(leaver, 'side')).toEqual(expect.arrayContaining(items))
    expect(await lines(leaver, 'mine')).toEqual([items[0]])
    expect(await lines(head, 'unit')).toEqual([items[0]])
    expect(await lines(minh, 'mine')).toEqual([])
  })
})

describe('the work of a person', () => {
  it('is seen together by that person and the head of the unit, not by the leader', async () => {
    const seen = async (actor: Actor) => (await handOver(actor, leaver.accountId)).holders.map(holder => holder.work.length)
    expect([await seen(leaver), await seen(head), await seen(minh), await seen(lan)]).toEqual([[1], [1], [], []])
  })

  it('is seen together by the head of a former unit no longer, who hands on what was left there and nothing taken on since', async () => {
    const moved = await enrol(['officer'], 'chuyenban')
    await assign(minh, items[1]!, moved.accountId)
    const seen = async () => (await handOver(head, moved.accountId)).holders.length
    expect(await seen()).toBe(1)
    await site.engine.database.pool.query(
      `UPDATE post SET to_on = vn_today() - 1, from_on = vn_today() - 30 WHERE account_id = $1`,
      [moved.accountId],
    )
    const post = { postId: newId(), accountId: moved.accountId, title: 'Chuyên viên', roles: ['officer'] }
    await send(administrator, 'agencies.give-post', post)
    expect(await seen()).toBe(0)
    await assign(head, items[1]!, lan.accountId)
    await assign(minh, items[1]!, moved.accountId)
    expect(await refusalOf(assign(head, items[1]!, lan.accountId))).toBe('agencies.not-yours-to-assign')
    await assign(minh, items[1]!, lan.accountId)
  })

  it('waits to be handed over once the person is gone, and is nobody’s no longer when it is', async () => {
    await send(administrator, 'agencies.disable-account', { accountId: leaver.accountId })
    for (const actor of [head, minh, administrator])
      expect((await handOver(actor)).holders).toMatchObject([
        { accountId: leaver.accountId, gone: true, work: [{ kind: 'plan-item', id: items[0] }] },
      ])
    expect((await handOver(lan)).holders).toEqual([])
    await assign(head, items[0]!, lan.accountId)
    expect((await handOver(minh)).holders).toEqual([])
  })
})
