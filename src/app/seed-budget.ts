import type { Json } from '../engine/db/database.ts'
import { type Engine, runQuery } from '../engine/runner.ts'
import { type IsoDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'
import { type ItemRef, itemOf, planOf } from './seed-work.ts'

type LineSample = {
  by: string
  item: ItemRef | null
  spent?: { on: IsoDate; amount: number; activity?: string }[]
  [field: string]: Json | undefined
}
type Found = { activities: { id: string; title: string }[] }

const WRITTEN_ON: IsoDate = '2026-01-28'

/** What each side has reckoned and, as far as the year has come, spent. */
export async function loadBudget(
  engine: Engine,
  people: People,
  { planId, programmeId }: { planId: string; programmeId: string },
) {
  const { lines } = await readSample<{ lines: LineSample[] }>('du-toan.json')
  const lan = people.actors.get('lan')!
  const plan = await planOf(engine, lan, planId)
  const { activities } = (await runQuery(engine, lan, 'activities.list', { programmeId })) as Found
  const today = vietnamDate(engine.now())
  for (const { by, item, spent = [], ...fields } of lines) {
    const actor = people.actors.get(by)!
    const lineId = newId()
    const line = { basis: null, source: 'own', sourceDetail: null, note: null, ...fields } as { [field: string]: Json }
    const itemId = item && itemOf(plan, item).id
    await onDay(engine, WRITTEN_ON)(actor, 'plans.add-budget-line', { lineId, planId, itemId, ...line })
    for (const { on, amount, activity } of spent.filter(one => one.on <= today)) {
      const activityId = activities.find(one => activity && one.title.startsWith(activity))?.id ?? null
      const spending = { spendingId: newId(), lineId, amount, spentOn: on, note: null, activityId }
      await onDay(engine, on)(actor, 'plans.record-spending', spending)
    }
  }
}
