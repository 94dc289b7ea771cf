import type { KyselyPlugin } from 'kysely'
import { expect, it } from 'vitest'
import { openTestSite } from '../../../test/harness/site.ts'
import { layActivities, layThread } from '../../../test/harness/thread.ts'
import { features } from '../../app/registry.ts'
import { findDeadlines } from '../../engine/find-deadlines.ts'
import { addDays } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { itemDeadlines } from '../plans/item-deadlines.ts'
import { groupsOf } from './rules.ts'

const TODAY = '2026-11-18'
const now = new Date(`${TODAY}T03:00:00Z`)
const site = await openTestSite({ now: () => now })
const who = site.who('lan')

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

  const all = await site.engine.database.read(who, db =>
    itemDeadlines.find({ db, acting: who, now, today: TODAY }, addDays(TODAY, 60)),
  )
  expect(all.length).toBeGreaterThan(150)
  const { groups } = await site.ask<Shown>(who, 'insight.my-work')
  for (const whole of groupsOf(all, TODAY)) {
    const shown = groups.find(group => group.key === whole.key)!
    const others = shown.items.filter(item => item.kind !== 'plan-item').length
    if (others > 0) continue
    expect([shown.key, shown.total, shown.items.map(item => item.id)]).toEqual([
      whole.key,
      whole.total,
      whole.items.map(item => item.id),
    ])
  }
  expect(groups.find(group => group.key === 'overdue')!.total).toBeGreaterThan(50)
})

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
