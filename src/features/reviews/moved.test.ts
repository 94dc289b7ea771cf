import { expect, it } from 'vitest'
import { compile } from './compiling/compile.ts'
import type { CompiledReview } from './contract.ts'
import { wordsOfFigures } from './figure-text.ts'
import { activity, yearInput } from './fixtures/input.ts'
import { movedFigures } from './moved.ts'
import type { Occurrence } from './occurrences.ts'

const held = (id: string, heldOn: string) => activity({ id, heldOn, count: 1, countUnit: 'lớp' })
const first = [held('a', '2026-03-10'), held('b', '2026-08-10')]
const now = compile(yearInput({ activities: first }))

it('a report that was frozen before there were pictures has moved by its records alone', () => {
  expect(now.pictures).not.toEqual([])
  const { pictures: _, ...alone }: CompiledReview = { ...ofNoEdition(now), figures: toldInWords(now) }
  expect(Object.keys(alone.figures).length).toBeLessThan(Object.keys(now.figures).length)
  expect(movedFigures(alone, now)).toEqual([])
  const later = compile(yearInput({ activities: [...first, held('c', '2026-09-10')] }))
  const moved = movedFigures(alone, later)
  expect(moved.length).toBeGreaterThan(0)
  expect(moved.filter(id => !Object.hasOwn(alone.figures, id))).toEqual([])
  expect(movedFigures(now, later).length).toBeGreaterThan(moved.length)
})

it('a report that was frozen before the year before was told with its work that has no number has not moved by that', () => {
  const past = [activity({ id: 'p', heldOn: '2025-03-10', count: null, countUnit: null })]
  const live = compile(yearInput({ activities: [...first, ...past] }))
  const uncounted = Object.values(live.figures).filter(({ query }) => query.kind === 'uncounted' && query.to < '2026')
  expect(uncounted).not.toEqual([])
  const left = new Set(uncounted.map(one => one.id))
  const frozen = {
    ...ofNoEdition(live),
    figures: Object.fromEntries(Object.entries(live.figures).filter(([id]) => !left.has(id))),
  }
  expect(movedFigures(frozen, live)).toEqual([])
  const more = [...past, activity({ id: 'q', heldOn: '2025-04-10', count: null, countUnit: null })]
  const later = compile(yearInput({ activities: [...first, ...more] }))
  expect(movedFigures(frozen, later)).toEqual(expect.arrayContaining([...left]))
})

it('a report that was frozen before answers were counted has not moved by them, but by a count that it tells', () => {
  const asked = (id: string, parts: Record<string, number>) => activity({ id, kind: 'advice', parts })
  const live = compile(yearInput({ activities: [...first, asked('p', { 'outcome.open': 1 })] }))
  const answers = Object.values(live.figures).filter(one => one.query.part === 'outcome.open')
  expect(answers).not.toEqual([])
  const left = new Set(answers.map(one => one.id))
  const frozen = {
    ...ofNoEdition(live),
    figures: Object.fromEntries(Object.entries(live.figures).filter(([id]) => !left.has(id))),
  }
  expect(movedFigures(frozen, live)).toEqual([])
  const later = compile(yearInput({ activities: [...first, asked('p', { 'outcome.issued': 1 })] }))
  expect(movedFigures(live, later)).toEqual(expect.arrayContaining([...left]))
})

it('a report of this edition says so too where a sort of figures has come that it had none of', () => {
  const issued: Occurrence = {
    of: 'led',
    part: 'issued',
    id: 'p',
    kind: 'paper',
    title: 'Công văn',
    day: '2026-05-04',
    bodyId: 'x',
    address: '/',
  }
  const live = compile(yearInput({ activities: first, occurrences: [issued] }))
  const led = Object.values(live.figures).filter(one => one.query.kind === 'led')
  expect(led).not.toEqual([])
  expect(movedFigures(now, live)).toEqual(led.map(one => one.id))
  expect(movedFigures(ofNoEdition(now), live)).toEqual([])
})

it('a report that told few persons who were commended has not moved by their being hidden since, but by more of them', () => {
  const commended = (individual: number | 'few') => ({ work: [], commended: { collective: 0, individual } })
  const frozen = compile(yearInput({ activities: first, honours: commended(2) }))
  expect(movedFigures(frozen, compile(yearInput({ activities: first, honours: commended('few') })))).toEqual([])
  expect(movedFigures(frozen, compile(yearInput({ activities: first, honours: commended(9) })))).toHaveLength(1)
})

/** A report as it was compiled before editions were counted. */
function ofNoEdition(report: CompiledReview): CompiledReview {
  const { edition: _, ...rest } = report
  return rest
}

/** The figures of a report without those that only its pictures tell. */
function toldInWords({ figures, pictures = [], ...report }: CompiledReview) {
  const words = wordsOfFigures({ ...report, pictures: [] })
  const pictured = new Set(pictures.flatMap(({ series }) => series.flatMap(one => one.values.map(({ figure }) => figure))))
  return Object.fromEntries(Object.entries(figures).filter(([id]) => words.has(id) || !pictured.has(id)))
}
