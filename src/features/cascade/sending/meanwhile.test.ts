import { expect, it } from 'vitest'
import { mergeLines, sameLines } from './meanwhile.ts'

const line = (key: string, text: string | null, promised: number | null = null) => ({ key, text, promised })
const seen = [line('II/1', 'Một'), line('II/2', 'Hai'), line('II/3', 'Ba')]

it('a line that only the colleague has changed is taken over, one that only I have changed stays, and nothing crosses', () => {
  const typed = [line('II/1', 'Một, tôi sửa'), seen[1]!, seen[2]!]
  const theirs = [seen[0]!, line('II/2', 'Hai, đồng nghiệp sửa'), line('II/3', null)]
  expect(mergeLines(seen, typed, theirs)).toEqual({
    lines: [typed[0], theirs[1], theirs[2]],
    crossed: [],
  })
})

it('a line that both have changed stays as typed and is named, unless both have made the same of it', () => {
  const typed = [line('II/1', 'Của tôi'), line('II/2', 'Như nhau'), line('II/3', 'Ba', 4)]
  const theirs = [line('II/1', 'Của đồng nghiệp'), line('II/2', 'Như nhau'), line('II/3', 'Ba', 5)]
  expect(mergeLines(seen, typed, theirs)).toEqual({ lines: typed, crossed: ['II/1', 'II/3'] })
})

it('lines are the same by their words and their numbers', () => {
  expect(sameLines(seen, [...seen])).toBe(true)
  expect(sameLines(seen, seen.slice(1))).toBe(false)
  expect(sameLines([line('II/1', 'Một', 3)], [line('II/1', 'Một', 4)])).toBe(false)
})
