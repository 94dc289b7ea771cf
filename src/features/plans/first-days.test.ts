import { expect, it } from 'vitest'
import { firstDays } from './first-days.ts'

const stretches = [{ until: '2026-05-09' }, { until: '2026-05-31' }]

it('takes whole days until there are enough lines, in each stretch anew', () => {
  const counted = [
    { dueOn: '2026-05-01', count: 2 },
    { dueOn: '2026-05-02', count: 3 },
    { dueOn: '2026-05-09', count: 7 },
    { dueOn: '2026-05-10', count: 1 },
    { dueOn: '2026-05-31', count: 1 },
  ]
  expect(firstDays(counted, stretches, 3)).toEqual({
    days: ['2026-05-01', '2026-05-02', '2026-05-10', '2026-05-31'],
    hidden: [7, 0],
  })
})

it('hides nothing where nothing is', () => {
  expect(firstDays([], stretches, 3)).toEqual({ days: [], hidden: [0, 0] })
})
