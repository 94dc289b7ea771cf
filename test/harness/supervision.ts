import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'

type Change = { [key: string]: Json }

export const constructionInput = (placeId: string, change: Change = {}) => ({
  constructionId: newId(),
  name: 'Đường liên thôn Nà Lốc',
  placeId,
  investor: 'Ủy ban nhân dân xã Nậm Mây',
  amount: 1_200_000_000,
  ...change,
})

/** A community board of five that goes to see a work. */
export const boardInput = (constructionId: string, change: Change = {}) => ({
  supervisionId: newId(),
  form: 'board',
  objectKind: 'construction',
  constructionId,
  title: 'Giám sát đường liên thôn',
  content: 'Tiến độ, chất lượng, công khai',
  startsOn: '2026-03-02',
  endsOn: '2026-03-20',
  board: { front: 1, inspectors: 1, villagers: 3 },
  conflictsAsked: true,
  ...change,
})

export const findingFields = (change: Change = {}) => ({
  seenOn: '2026-03-05',
  text: 'Rãnh thoát nước chưa làm',
  recommendation: 'Làm rãnh thoát nước đúng thiết kế',
  ...change,
})
const PAPER = { paperNumber: '05/BGSĐTCĐ', paperDate: '2026-03-03' }
/** What each step says, in the order in which they are taken. */
export const STEPS: readonly (readonly [command: string, fields: Change])[] = [
  ['notify-owner', { day: '2026-03-01', ...PAPER, paperDate: '2026-03-01', addressee: 'Ủy ban nhân dân xã' }],
  ['record-visit', { day: '2026-03-05', summary: 'Đi xem toàn tuyến' }],
  ['conclude-visits', { day: '2026-03-06' }],
  ['make-recommendation', { day: '2026-03-07' }],
  ['confirm-recommendation', { day: '2026-03-08' }],
  ['send-recommendation', { day: '2026-03-09', ...PAPER, addressee: 'Ủy ban nhân dân xã' }],
  ['record-answer', { day: '2026-03-12', paperNumber: '40/UBND', paperDate: '2026-03-12', summary: 'Sẽ làm rãnh' }],
  ['record-remedy', { day: '2026-03-20', outcome: 'repaired', summary: 'Đã làm rãnh' }],
  ['see-again', { day: '2026-03-22', right: true }],
  ['close-supervision', { day: '2026-03-23' }],
]
export const stepFields = (command: string): Change => STEPS.find(([name]) => name === command)![1]
