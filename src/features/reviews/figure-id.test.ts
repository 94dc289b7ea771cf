import { expect, it } from 'vitest'
import type { FigureQuery } from './contract.ts'
import { idOf, queryOf } from './figure-id.ts'

const period = { from: '2026-01-01', to: '2026-06-30' } as const
const CONDITIONS: FigureQuery[] = [
  { kind: 'activities', ...period, activityKinds: ['advice', 'urging'] },
  { kind: 'share', ...period, itemId: '01a21cdd-ddb0-78f7-bc91-8eded285b9e2', unit: 'lớp', target: 5 },
  { kind: 'detail', ...period, clausePath: 'II/1', activityKind: 'survey', part: 'opinions.first', highest: true },
  { kind: 'count', ...period, unit: 'lớp | buổi' },
  { kind: 'split', ...period, part: 'sex:Nữ' },
]

it.each(CONDITIONS)('an id names its condition, and leads back to it: $kind', condition => {
  expect(queryOf(idOf(condition))).toEqual(condition)
})

it.each(['', 'activities', 'wishes|2026-01-01|2026-06-30||||||', 'activities|2026-01-01|tomorrow||||||'])(
  'what names no condition leads to none: %s',
  id => expect(queryOf(id)).toBeNull(),
)
