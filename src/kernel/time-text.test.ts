import { expect, it } from 'vitest'
import { timeIn } from './time-text.ts'

it.each([
  ['8h30', '08:30'],
  ['8 giờ', '08:00'],
  ['13 giờ 5 phút', '13:05'],
  ['08:00', '08:00'],
  ['sáng mai', 'sáng mai'],
])('%s is %s', (typed, time) => expect(timeIn(typed)).toBe(time))
