import { expect, it } from 'vitest'
import { levelOfScope } from './scope.ts'

it.each([
  ['xã', 'commune'],
  ['xã đặc biệt khó khăn', 'commune'],
  ['phường', 'commune'],
  ['thôn', 'village'],
  ['thôn xen ghép', 'village'],
  ['bản biên giới', 'village'],
  ['tổ dân phố', 'village'],
  ['thôn của xã khu vực III', 'village'],
  ['xã, thôn', 'commune'],
  ['year', null],
  ['term', null],
  ['văn phòng', null],
  ['quý', null],
  ['văn bản', null],
  ['bản tin', null],
  ['đợt chăm sóc', null],
  ['hợp tác xã', null],
  ['tổ chức chính trị - xã hội', null],
  [null, null],
] as const)('a target per %s is reached place by place: %s', (per, level) => expect(levelOfScope(per)).toBe(level))
