import { describe, expect, it } from 'vitest'
import { citeClause } from './cite-clause.ts'

describe('a clause cited as offices cite it', () => {
  it.each([
    ['II', 'Phần II'],
    ['II/1/1.2/-3', 'Phần II, mục 1.2, gạch đầu dòng thứ ba'],
    ['III/1/-4/+3', 'Phần III, mục 1, gạch đầu dòng thứ tư, dấu cộng thứ ba'],
    ['I/2(2)', 'Phần I, mục 2 (lần thứ hai)'],
    ['I/1/a', 'Phần I, mục 1, điểm a'],
    ['III/1/-12', 'Phần III, mục 1, gạch đầu dòng thứ 12'],
    ['III/1/-2a', 'Phần III, mục 1, gạch đầu dòng bổ sung sau gạch đầu dòng thứ hai'],
    ['III/1/-2b', 'Phần III, mục 1, gạch đầu dòng bổ sung sau gạch đầu dòng thứ hai (b)'],
    ['III/1/-0a', 'Phần III, mục 1, gạch đầu dòng bổ sung đầu'],
    ['II/1/1a', 'Phần II, mục 1, mục 1a'],
    ['Điều 5/2/a', 'điểm a khoản 2 Điều 5'],
    ['Điều 5/2/a/-1', 'gạch đầu dòng thứ nhất điểm a khoản 2 Điều 5'],
    ['Chương I/Điều 2', 'Điều 2, Chương I'],
    ['Phụ lục I/2', 'Phụ lục I, mục 2'],
    ['Kèm theo/Chương I/Điều 2', 'Điều 2, Văn bản kèm theo, Chương I'],
    ['2', 'mục 2'],
  ])('%s is %s', (path, words) => {
    expect(citeClause(path)).toBe(words)
  })
})
