import { describe, expect, it } from 'vitest'
import type { Source } from '../../../formats/source.ts'
import { readProgramme } from './read-programme.ts'

const sourceOf = (text: string): Source => ({ format: 'txt', text, pages: [], tables: [], signatures: [], notes: [] })
const head = 'CHƯƠNG TRÌNH PHỐI HỢP\n\nI. NỘI DUNG\n1. Tuyên truyền pháp luật.\n'

describe('a text that no office writes', () => {
  it.each([
    ['one line of 50 MB', 'tập huấn '.repeat(5_800_000)],
    ['two hundred thousand equal dashes', '- Tuyên truyền\n'.repeat(200_000)],
    ['a line of dashes without end', '-'.repeat(300_000)],
  ])('of %s is refused at once', (_, text) => {
    expect(() => readProgramme(sourceOf(head + text))).toThrow('too-heavy')
  })

  it('of many blank lines or a long list is read all the same', () => {
    expect(readProgramme(sourceOf(head + '   \n'.repeat(300_000))).clauses).toHaveLength(2)
    expect(readProgramme(sourceOf(head + '- Tuyên truyền\n'.repeat(2_000))).clauses).toHaveLength(2_002)
  })
})
