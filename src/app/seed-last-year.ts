import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { type Engine, runCommand } from '../engine/runner.ts'
import { type IsoDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { onDay } from './on-day.ts'
import { readSample, samplesDir } from './samples.ts'
import type { People } from './seed-people.ts'
import { importAndAnswer } from './seed-programme.ts'
import { planOf } from './seed-work.ts'

type Held = { by: string; clause: string; kind: string; title: string; heldOn: IsoDate; place: string }
type Estimate = {
  by: string
  clause: string
  content: string
  unit: string
  quantity: number
  norm: number
  source: string
  sourceDetail: string | null
}
type Year = { year: number; draftedOn: IsoDate; agreedOn: IsoDate; budget: Estimate[]; activities: Held[] }
type Sample = { reviewOn: IsoDate; texts: Record<string, string>; years: Year[] }

const PAPER = 'chuong-trinh-sap-het.txt'

/**
 * An earlier programme of the same sides in its last year: three plans with their work and targets for the whole term, of which one is not
 * reached, and its final report, which lies before both sides in a shared text with one number typed by hand.
 */
export async function loadLastYear(engine: Engine, people: People): Promise<void> {
  const sample = await readSample<Sample>('tong-ket.json')
  const [officer, leader, programmeId] = [people.actors.get('lan')!, people.actors.get('minh')!, newId()]
  const draft = await importAndAnswer(engine, officer, { name: PAPER, bytes: createReadStream(join(samplesDir, PAPER)) })
  await runCommand(engine, officer, { commandId: newId(), name: 'programmes.accept-draft', input: { ...draft, programmeId } })
  for (const one of sample.years) await loadYear(engine, people, programmeId, one)
  const [send, reviewId] = [onDay(engine, sample.reviewOn), newId()]
  await send(officer, 'reviews.open-review', { reviewId, programmeId, kind: 'final', year: sample.years.at(-1)!.year })
  let version = 1
  for (const [section, text] of Object.entries(sample.texts)) {
    await send(officer, 'reviews.write-text', { reviewId, version, section, text })
    version += 1
  }
  await send(leader, 'reviews.propose-review', { reviewId, version })
  await send(officer, 'reviews.begin-text', { reviewId })
}

async function loadYear(engine: Engine, people: People, programmeId: string, { year, ...of }: Year): Promise<void> {
  const [officer, leader, partner] = ['lan', 'minh', 'hoa'].map(name => people.actors.get(name)!)
  const planId = newId()
  await onDay(engine, of.draftedOn)(officer!, 'plans.draft-plan', { planId, programmeId, year })
  const { digest } = await planOf(engine, leader!, planId)
  await onDay(engine, of.draftedOn)(leader!, 'plans.share-plan', { planId, digest })
  const { clauses } = await planOf(engine, leader!, planId)
  for (const side of [leader!, partner!]) await onDay(engine, of.agreedOn)(side, 'plans.agree-plan', { planId, digest })
  const itemUnder = (path: string) => {
    const { items } = clauses.find(one => one.path === path)!
    return (items.find(one => one.target) ?? items[0]!).id
  }
  for (const { by, clause, ...line } of of.budget) {
    const fields = {
      lineId: newId(),
      planId,
      itemId: itemUnder(clause),
      times: 1,
      basis: null,
      note: null,
      ...line,
    }
    await onDay(engine, of.agreedOn)(people.actors.get(by)!, 'plans.add-budget-line', fields)
  }
  for (const { by, clause, ...activity } of of.activities.filter(one => one.heldOn <= vietnamDate(engine.now()))) {
    await onDay(engine, activity.heldOn)(people.actors.get(by)!, 'activities.record-activity', {
      activityId: newId(),
      programmeId,
      itemIds: [itemUnder(clause)],
      ...activity,
    })
  }
}
