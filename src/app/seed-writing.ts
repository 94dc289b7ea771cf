import type { Json } from '../engine/db/database.ts'
import { type Engine, runQuery } from '../engine/runner.ts'
import { slidesOf } from '../features/reviews/index.ts'
import { type IsoDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'

type Sample = {
  period: { kind: string; year: number }
  begunOn: IsoDate
  texts: Record<string, string>
  versions: { by: string; on: IsoDate; name: string }[]
  parts: { place: string; dueOn: IsoDate; note: string; text?: string }[]
  dispute: { by: string; note: string }
  /** What the participants of the conference say, by the heading that is on the screen. */
  said: { by: string; under: string; note: string }[]
}
type Shown = {
  compiled: {
    blocks: Parameters<typeof slidesOf>[1]
    figures: Record<string, { value: number; query: { kind: string; clausePath?: string } }>
  }
}

/**
 * The yearly report of the sample programme as it lies before both sides: in a shared text with two versions, one part that has come and
 * one that is awaited, a figure that the other side disputes, and what was said of it at the conference.
 */
export async function loadWriting(engine: Engine, people: People, programmeId: string): Promise<string> {
  const sample = await readSample<Sample>('soan-chung.json')
  const who = (username: string) => people.actors.get(username)!
  const begin = onDay(engine, sample.begunOn)
  const [reviewId, officer, leader] = [newId(), who('lan'), who('minh')]
  await begin(officer, 'reviews.open-review', { reviewId, programmeId, ...sample.period })
  let version = 1
  for (const [section, text] of Object.entries(sample.texts)) {
    await begin(officer, 'reviews.write-text', { reviewId, version, section, text })
    version += 1
  }
  await begin(leader, 'reviews.propose-review', { reviewId, version })
  await begin(officer, 'reviews.begin-text', { reviewId })
  const [first, ...later] = sample.versions
  const keep = ({ by, on, name }: Sample['versions'][number]) =>
    onDay(engine, on)(who(by), 'reviews.save-version', { versionId: newId(), reviewId, name })
  await keep(first!)
  await askParts(engine, people, { reviewId, sample })
  for (const one of later) await keep(one)
  await discuss(engine, people, { reviewId, sample })
  return reviewId
}

type Scene = { reviewId: string; sample: Sample }

async function askParts(engine: Engine, people: People, { reviewId, sample }: Scene): Promise<void> {
  const [send, officer] = [onDay(engine, sample.begunOn), people.actors.get('lan')!]
  type Parts = { units: { id: string }[] }
  const { units } = (await runQuery(engine, officer, 'reviews.asked-parts', { reviewId })) as Parts
  for (const { text, ...part } of sample.parts) {
    const partId = newId()
    // Where the samples are loaded on a later day, it is asked for by that day.
    const dueOn = [part.dueOn, vietnamDate(engine.now())].toSorted().at(-1)!
    await send(officer, 'reviews.ask-part', { partId, reviewId, unitId: units[0]!.id, ...part, dueOn })
    if (text !== undefined) await send(officer, 'reviews.hand-in-part', { partId, version: 1, text })
  }
}

async function discuss(engine: Engine, people: People, { reviewId, sample }: Scene): Promise<void> {
  const send = (by: string, name: string, input: Json) =>
    onDay(engine, sample.versions.at(-1)!.on)(people.actors.get(by)!, name, input)
  const { compiled } = (await runQuery(engine, people.actors.get('lan')!, 'reviews.review', { reviewId })) as Shown
  const disputed = Object.entries(compiled.figures).find(
    ([, { value, query }]) => value > 0 && query.kind === 'count' && query.clausePath !== undefined,
  )
  const { by, note } = sample.dispute
  if (disputed) await send(by, 'reviews.dispute-figure', { disputeId: newId(), reviewId, figureId: disputed[0], note })
  for (const { by: who, under, note: words } of sample.said) {
    const quote = slidesOf('', compiled.blocks).find(one => one.heading.endsWith(under))?.heading
    if (quote === undefined) throw new Error(`samples/soan-chung.json names a heading that the report has not: ${under}`)
    await send(who, 'reviews.raise-remark', { remarkId: newId(), reviewId, quote, note: words, replacement: null })
  }
}
