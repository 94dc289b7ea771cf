import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from './diff-words.ts'

const told = (old: string, now: string) => diffWords(old, now).map(({ kind, text }) => `${kind}: ${text.trim()}`)

describe('two texts compared word by word', () => {
  it('mark what is only in one of them', () => {
    expect(told('Mỗi năm mở 02 lớp bồi dưỡng.', 'Mỗi năm mở 04 lớp bồi dưỡng tại xã.')).toEqual([
      'same: Mỗi năm mở',
      'old: 02',
      'new: 04',
      'same: lớp bồi',
      'old: dưỡng.',
      'new: dưỡng tại xã.',
    ])
  })

  it('give both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c ', '\n', 'mở '), { maxLength: 30 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(text, text, (old, now) => {
        const parts = diffWords(old, now)
        const without = (kind: string) =>
          parts
            .filter(part => part.kind !== kind)
            .map(part => part.text)
            .join('')
        expect(without('new').replace(/\s/g, '')).toBe(old.replace(/\s/g, ''))
        expect(without('old').replace(/\s/g, '')).toBe(now.replace(/\s/g, ''))
      }),
      { seed: 20_261_126, numRuns: 200 },
    )
  })
})
