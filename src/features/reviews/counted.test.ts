import { expect, it } from 'vitest'
import type { FigureQuery } from './contract.ts'
import { countedWords } from './counted.ts'

const days = { from: '2025-12-15', to: '2026-06-14' }

it('a figure says in words what it counts and by which conditions', () => {
  const query: FigureQuery = { kind: 'count', ...days, clausePath: 'II/1', activityKind: 'training', unit: 'lớp' }
  expect(countedWords(query, { kind: 'Tập huấn, bồi dưỡng' })).toEqual({
    what: 'Cộng số “lớp” đã thực hiện của các hoạt động',
    where: ['loại việc: Tập huấn, bồi dưỡng', 'nội dung: Phần II, mục 1'],
  })
  expect(countedWords({ kind: 'activities', ...days, part: 'x' }, { commune: 'Xã Đăk Mây' }).where).toEqual([
    'địa bàn: Xã Đăk Mây',
  ])
  expect(countedWords({ kind: 'share', ...days, itemId: 'i', unit: 'lớp', target: 5 }, { item: 'Tập huấn' })).toEqual({
    what: 'Phần trăm đã đạt của chỉ tiêu 05 lớp, cộng từ ngày đầu',
    where: ['nhiệm vụ của kế hoạch: Tập huấn'],
  })
})

it('none is without words', () => {
  const parts: Partial<Record<FigureQuery['kind'], string[]>> = {
    petitions: ['received', 'answered', 'settled', 'confirmed'],
    supervisions: ['held', 'told', 'works', 'found', 'asked', 'repaired', 'explained'],
    places: ['wanted', 'reached', 'begun', 'none'],
    led: ['issued', 'directed', 'concluded'],
    informing: ['missing.b', 'late.b'],
    movements: ['recognised', 'copied', 'm'],
    split: ['sex:Nữ'],
    honours: ['class.turns'],
    detail: ['points'],
  }
  const plain = ['activities', 'uncounted', 'count', 'reach', 'money', 'share', 'communes'] as const
  const queries: FigureQuery[] = [
    ...plain.map(kind => ({ kind, ...days, unit: 'lớp' })),
    ...Object.entries(parts).flatMap(([kind, list]) => list.map(part => ({ kind: kind as FigureQuery['kind'], ...days, part }))),
  ]
  expect(queries.filter(query => countedWords(query, {}).what.length < 10)).toEqual([])
})
