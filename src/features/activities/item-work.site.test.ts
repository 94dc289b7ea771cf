import fc from 'fast-check'
import { expect, it } from 'vitest'
import { proveItemWork } from '../../../bench/proof/figures.ts'
import { openTestSite } from '../../../test/harness/site.ts'
import { layThread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { send, ask, who } = site
const [lan, tuan] = [who('lan'), who('tuan')]

const said = fc.record({
  under: fc.constantFrom([0], [1], [0, 1]),
  heldOn: fc.constantFrom('2026-01-31', '2026-02-01', '2025-12-31'),
  count: fc.option(fc.record({ value: fc.constantFrom(0, 1, 2.5), unit: fc.constantFrom('lớp', 'buổi') }), { nil: undefined }),
  reach: fc.option(fc.record({ value: fc.nat(90), unit: fc.constantFrom('lượt người', 'lớp') }), { nil: undefined }),
})
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('record' as const), said, by: fc.nat(1) }) },
  fc.record({ does: fc.constant('change' as const), said, at: fc.nat(2) }),
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('take out or back', 'join or part'), at: fc.nat(2) }) },
  fc.record({ does: fc.constant('enter' as const), said, held: fc.boolean(), finished: fc.boolean() }),
)
const CHANGES = 'record-activity change-activity remove-activity restore-activity agree-merge part-merge enter-rows finish-import'
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

type Shown = { activity: { version: number; removed: boolean } }

const A_CLASS = {
  under: [0],
  heldOn: '2026-02-01',
  count: { value: 1, unit: 'lớp' },
  reach: { value: 40, unit: 'lượt người' },
} as const
/** Both sides record, join and part; a held table stands once it is finished. */
const JOINED: Step[] = [
  { does: 'record', said: A_CLASS, by: 0 },
  { does: 'record', said: { ...A_CLASS, under: [1] }, by: 1 },
  { does: 'join or part', at: 1 },
  { does: 'change', said: { ...A_CLASS, heldOn: '2025-12-31' }, at: 0 },
  { does: 'join or part', at: 1 },
  { does: 'enter', said: A_CLASS, held: true, finished: true },
  { does: 'take out or back', at: 0 },
  { does: 'take out or back', at: 0 },
]

/** Takes the steps one after the other, each as far as the rules allow. */
async function take(steps: readonly Step[]): Promise<void> {
  const thread = await layThread(site)
  const { programmeId } = thread
  const fields = ({ under, ...rest }: { under: readonly number[] }) => ({
    kind: 'training',
    title: 'Lớp tập huấn',
    place: 'Xã Nậm Mây',
    ...rest,
    itemIds: under.map(at => thread.items[at]!),
  })
  const made: { id: string; by: typeof lan; mergeId?: string }[] = []
  const one = async (taken: Step): Promise<unknown> => {
    if (taken.does === 'record') {
      const [id, by] = [newId(), [lan, tuan][taken.by]!]
      await send(by, 'activities.record-activity', { activityId: id, programmeId, ...fields(taken.said) })
      return made.push({ id, by })
    }
    if (taken.does === 'enter') {
      const importId = newId()
      const rows = [{ line: 2, ...fields(taken.said), title: importId }]
      await send(lan, 'activities.enter-rows', { importId, programmeId, held: taken.held, rows })
      if (!taken.held || !taken.finished) return null
      return send(lan, 'activities.finish-import', { importId, programmeId, rows: 1 })
    }
    const of = made[taken.at % made.length]
    if (!of) return null
    const { activity } = await ask<Shown>(of.by, 'activities.activity', { activityId: of.id })
    const seen = { activityId: of.id, version: activity.version }
    if (taken.does === 'change') return send(of.by, 'activities.change-activity', { ...seen, ...fields(taken.said) })
    if (taken.does === 'take out or back')
      return send(of.by, `activities.${activity.removed ? 'restore' : 'remove'}-activity`, seen)
    if (of.mergeId) return send(of.by, 'activities.part-merge', { mergeId: of.mergeId })
    const kept = made.find(other => other.by !== of.by)
    if (!kept) return null
    const mergeId = newId()
    await send(kept.by, 'activities.propose-merge', { mergeId, keptId: kept.id, mergedId: of.id })
    of.mergeId = mergeId
    return send(of.by, 'activities.agree-merge', { mergeId })
  }
  for (const taken of steps) {
    await one(taken).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    })
  }
}

it('keeps under every item what its activities add up to, whatever is recorded, changed, removed, entered, joined and parted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async steps => {
      await take(steps)
      expect((await proveItemWork(site.engine.database.pool)).differences).toEqual([])
    }),
    { seed: 20261127, numRuns: 8, examples: [[JOINED]] },
  )
  const { rows } = await site.engine.database.pool.query<{ name: string }>('SELECT DISTINCT name FROM command_record')
  expect(rows.map(row => row.name)).toEqual(expect.arrayContaining(CHANGES.split(' ').map(name => `activities.${name}`)))
})

it('counts two who record under the same items at the same moment', async () => {
  const { programmeId, items } = await layThread(site)
  const record = (by: typeof lan, itemIds: string[]) =>
    send(by, 'activities.record-activity', {
      activityId: newId(),
      programmeId,
      itemIds,
      kind: 'training',
      title: 'Lớp tập huấn',
      heldOn: '2026-03-10',
      place: 'Xã Nậm Mây',
      count: { value: 1, unit: 'lớp' },
    })
  const all = Array.from({ length: 12 }, (_, at) =>
    record(at % 2 ? lan : tuan, at % 3 ? items.slice(0, 2) : items.slice(0, 2).toReversed()),
  )
  await Promise.all(all)
  expect((await proveItemWork(site.engine.database.pool)).differences).toEqual([])
})
