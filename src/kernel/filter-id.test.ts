import { expect, it } from 'vitest'
import { filterId, filtersIn } from './filter-id.ts'

it.each([
  [
    { standing: 'overdue', year: 2026 },
    { standing: 'overdue', year: '2026' },
  ],
  [{ words: 'đường 1.2 & cầu = / ?%' }, { words: 'đường 1.2 & cầu = / ?%' }],
  [{ words: undefined }, {}],
  [{}, {}],
])('filters stand in an address without a dot and come back as they were: %j', (filters, read) => {
  const id = filterId(filters)
  expect(id).toMatch(/^[^./?#]+$/)
  expect(filtersIn(decodeURIComponent(id))).toEqual(read)
})

it('an id that names no filters is none of a list', () => expect(filtersIn('2026')).toEqual({ 2026: '' }))
