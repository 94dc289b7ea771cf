import { describe, expect, it } from 'vitest'
import type { Segment } from './lines.ts'
import { blanksIn, roomOver } from './places-to-sign.ts'
import type { Word } from './shown-words.ts'

const word = (text: string, x0: number, x1: number, y = 154): Word => ({ text, x0, x1, y, size: 13, font: '', turn: 0, angle: 0 })
const HEAD = [
  word('Số:', 106, 124),
  word('/BC-MTTQ', 143, 220),
  word('ngày', 372, 397),
  word('tháng', 417, 446),
  word('năm', 466, 488),
]

describe('the blanks of number and day', () => {
  it('are the white between their words', () => {
    const { number, day, month } = blanksIn(HEAD)!
    expect([number, day, month].map(({ x, width }) => [x, width])).toEqual([
      [124, 19],
      [397, 20],
      [446, 20],
    ])
  })

  it('are none where something stands in one of them', () => {
    expect(blanksIn([...HEAD, word('16', 400, 412)])).toBeNull()
  })
})

describe('the room of a signature', () => {
  const line = (text: string, middle: number, top: number): Segment => ({
    text,
    x0: middle - 50,
    x1: middle + 50,
    top,
    bottom: top + 13,
    size: 14,
  })

  it('lies between the nearest line centred over the name and the name', () => {
    const lines = [line('PHÓ CHỦ TỊCH', 430, 160), line('GIÁM ĐỐC', 200, 200), line('Lò Văn Minh', 432, 250)]
    expect(roomOver('Lò Văn Minh', lines, [], 3)!.free).toMatchObject({ page: 3, y: 173, height: 77 })
  })

  it('is none where the name is not printed or nothing stands over it', () => {
    expect(roomOver('Lò Văn Minh', [line('Lò Văn Minh', 432, 250)], [], 0)).toBeNull()
    expect(roomOver('Ai khác', [line('Lò Văn Minh', 432, 250)], [], 0)).toBeNull()
  })
})
