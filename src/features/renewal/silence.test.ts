import { expect, it } from 'vitest'
import { silencesOf } from './silence.ts'

const DUTIES = [{ path: 'II/1' }, { path: 'II/2' }]
const WORK = [
  { path: 'II/1', year: 2022, activities: 3 },
  { path: 'II/2', year: 2023, activities: 0 },
  { path: 'IV/1', year: 2023, activities: 2 },
  { path: 'IV/1', year: 2022, activities: 1 },
]

it('names of each duty the years without an activity', () => {
  expect(silencesOf(DUTIES, WORK, { from: 2022, to: 2023 }).silent).toEqual([
    { path: 'II/1', years: [2023] },
    { path: 'II/2', years: [2022, 2023] },
  ])
})

it('leaves out a duty that was busy in every year', () => {
  expect(silencesOf(DUTIES, WORK, { from: 2022, to: 2022 }).silent.map(one => one.path)).toEqual(['II/2'])
})

it('counts what was done under a clause that holds no duty', () => {
  expect(silencesOf(DUTIES, WORK, { from: 2022, to: 2023 }).loose).toEqual([{ path: 'IV/1', activities: 3 }])
})

it('says nothing of a programme that has not begun', () => {
  expect(silencesOf(DUTIES, [], { from: 2027, to: 2026 })).toEqual({ silent: [], loose: [] })
})
