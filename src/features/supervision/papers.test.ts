import { describe, expect, it } from 'vitest'
import type { LoadedRegister } from './load-papers.ts'
import { overallPaper, registerPaper } from './papers.ts'

const from = { name: 'Ủy ban MTTQ tỉnh', symbol: 'MTTQ', kind: 'front', place: 'Sơn Hà', superior: null, signer: null }
const row: LoadedRegister['rows'][number] = {
  title: 'Giám sát đường bê tông',
  object: 'Đường bê tông',
  place: 'xã Khe Lùng',
  investor: '',
  form: 'board',
  heldOn: '2026-05-20',
  found: [],
  asked: [],
  answer: '',
  state: 'visiting',
}
function told(figures: Partial<LoadedRegister['figures']>, rows: LoadedRegister['rows'] = [row]) {
  const none = { held: 1, works: 1, found: 0, asked: 0, repaired: 0, explained: 0 }
  const period = { year: 2026, quarter: 2 }
  const paper = registerPaper({ from, period, rows, day: '2026-07-08', figures: { ...none, ...figures } })
  return { text: JSON.stringify(paper.blocks), annexes: paper.annexes.length }
}

describe('the report on the supervisions of a period', () => {
  it('says that there was none, without a table', () => {
    const { text, annexes } = told({ held: 0, works: 0 }, [])
    expect(text).toContain('chưa tiến hành cuộc giám sát nào')
    expect([annexes, text.includes('kiến nghị')]).toEqual([0, false])
  })

  it('says what was repaired and explained only where something was', () => {
    expect(told({ asked: 7, repaired: 3 }).text).toContain('Có 3 kiến nghị đã được thực hiện; đã xem lại tại chỗ.')
    expect(told({ asked: 7 }).text).toContain('Chưa có kiến nghị nào được thực hiện hoặc giải trình')
    expect(told({}).annexes).toBe(1)
  })
})

it('the report on a year says of each supervision what was found, or that nothing was, and of each proposal where it comes from', () => {
  const one = { id: '1', title: 'Giám sát trường học', place: 'xã Nậm Mây', object: 'Trường', body: '', state: row.state }
  const finding = { id: '2', text: 'Tường rào nứt.', recommendation: '', proposal: 'Bố trí đủ vốn đối ứng.' }
  const supervisions = [
    { ...one, findings: [finding] },
    { ...one, findings: [] },
  ]
  const text = JSON.stringify(overallPaper({ from, year: 2026, day: '2026-12-20', supervisions }).blocks)
  for (const said of ['xã Nậm Mây:"', 'xã Nậm Mây: không có phát hiện.', 'Bố trí đủ vốn đối ứng (xã Nậm Mây).'])
    expect(text).toContain(said)
})
