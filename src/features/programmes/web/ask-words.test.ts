import { describe, expect, it } from 'vitest'
import { citedWords } from './ask-words.ts'

const paths = ['II', 'II/3', 'II/3/-1', '3', '1.2', 'Điều 5/2/a']

describe('the words of a question', () => {
  it('cite clauses as offices do', () => {
    expect(citedWords('Nội dung này gần trùng với mục II/3/-1. Là một hay hai?', paths)).toBe(
      'Nội dung này gần trùng với Phần II, mục 3, gạch đầu dòng thứ nhất. Là một hay hai?',
    )
    expect(citedWords('Trùng với mục II/3.', paths)).toBe('Trùng với Phần II, mục 3.')
    expect(citedWords('Xem mục Điều 5/2/a', paths)).toBe('Xem điểm a khoản 2 Điều 5')
    expect(citedWords('Xem mục 3.', paths)).toBe('Xem mục 3.')
  })

  it('leave everything that is no path of this paper', () => {
    for (const words of ['Tết 3 ngày', 'Sau “1.2” là “3”.', 'Nghị quyết II/35', 'Phần II/3/4', ''])
      expect(citedWords(words, paths)).toBe(words)
    expect(citedWords('mục II/3', [])).toBe('mục II/3')
  })
})
