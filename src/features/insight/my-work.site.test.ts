import type { KyselyPlugin } from 'kysely'
import { expect, it } from 'vitest'
import { openTestSite } from '../../../test/harness/site.ts'
import { layActivities, layThread } from '../../../test/harness/thread.ts'
import { features } from '../../app/registry.ts'
import type { Deadline } from '../../engine/feature.ts'
import { findDeadlines } from '../../engine/find-deadlines.ts'
import { addDays } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { itemDeadlines } from '../plans/item-deadlines.ts'
import { groupsOf, type Whose } from './rules.ts'

const TODAY = '2026-11-18'
const now = new Date(`${TODAY}T03:00:00Z`)
const site = await openTestSite({ now: () => now })
const who = site.who('lan')
const other = site.who('minh')

type Shown = { groups: { key: string; total: number; items: { id: string; kind: string }[] }[] }

it('lists of hundreds of open items the first of each group and counts all, as if all had been read', async () => {
  const thread = await layThread(site)
  await site.engine.database.write('system', async tx => {
    const rows = Array.from({ length: 300 }, (_, at) => ({
      id: newId(),
      plan_id: thread.planId,
      programme_id: thread.programmeId,
      clause_path: 'II/1',
      position: 100 + at,
      title: `Việc ${String.fromCharCode(97 + (at % 20))}`,
      lead_bodies: [at % 2 ? who.bodyId : site.people.bodies.get('sdttg')!],
      support_bodies: at % 3 ? [] : [who.bodyId],
      timing: 'due',
      due_on: addDays(TODAY, (at % 9) * 10 - 70),
      target_min: at % 5 === 0 ? 1 : null,
      target_unit: at % 5 === 0 ? 'lớp' : null,
    }))
    await tx.insertInto('plan_item').values(rows).execute()
    thread.items.push(...rows.filter((_, at) => at % 10 === 5).map(row => row.id))
  })
  // Some have reached their target and are no longer open.
  for (const item of thread.items.slice(-8)) await layActivities(site, thread, item, [{ heldOn: '2026-10-01' }])

  const all = await openItems()
  expect(all.length).toBeGreaterThan(150)
  expect(await expectFirstOf(all, 'side')).toBeGreaterThan(50)
})

it('lists of the items that a person answers for, or stands in for, the first of each group and counts all', async () => {
  const all = await openItems()
  const mine = new Set(all.filter((_, at) => at % 4 !== 1).map(({ id }) => id))
  const hers = new Set(all.filter((_, at) => at % 16 === 1).map(({ id }) => id))
  await site.engine.database.write('system', async tx => {
    const named = (id: string, account_id: string, deputy_id: string | null) => ({
      body_id: who.bodyId,
      subject_kind: 'plan-item',
      subject_id: id,
      account_id,
      deputy_id,
      since: TODAY,
    })
    const { accountId: lan } = who
    const rows = [...mine].map((id, at) => (at % 3 ? named(id, lan, null) : named(id, other.accountId, lan)))
    await tx
      .insertInto('responsibility')
      .values([...rows, ...[...hers].map(id => named(id, other.accountId, null))])
      .execute()
  })
  const held = all.filter(({ id }) => mine.has(id))
  expect(await expectFirstOf(held, 'mine')).toBeGreaterThan(50)
  // The other one serves in no unit of hers.
  await expectFirstOf(held, 'unit')
})

/** Every open item of the side, each read. */
const openItems = () =>
  site.engine.database.read(who, db => itemDeadlines.find({ db, acting: who, now, today: TODAY }, addDays(TODAY, 60)))

/** What is shown is what these lines come to; returns how many of them are late. */
async function expectFirstOf(lines: readonly Deadline[], of: Whose): Promise<number> {
  const { groups } = await site.ask<Shown>(who, 'insight.my-work', { of })
  for (const whole of groupsOf(lines, TODAY)) {
    const shown = groups.find(group => group.key === whole.key)!
    const others = shown.items.filter(item => item.kind !== 'plan-item').length
    if (others > 0) continue
    expect([shown.key, shown.total, shown.items.map(item => item.id)]).toEqual([
      whole.key,
      whole.total,
      whole.items.map(item => item.id),
    ])
  }
  return groups.find(group => group.key === 'overdue')!.total
}

it('asks what has begun in few statements, whatever the number of the kinds of work', async () => {
  let statements = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      statements += 1
      return result
    },
  }
  const sources = features.flatMap(feature => feature.deadlines ?? [])
  expect(sources.length).toBeGreaterThan(25)
  await site.engine.database.read(who, db =>
    findDeadlines({ db: db.withPlugin(counting), acting: who, now, today: TODAY }, sources, addDays(TODAY, 60)),
  )
  expect(statements).toBeLessThanOrEqual(15)
})
