import { expect, it } from 'vitest'
import { compile } from './compiling/compile.ts'
import type { CompiledReview, Figure, FigureQuery } from './contract.ts'
import { idOf } from './figure-id.ts'
import { activity, input } from './fixtures/input.ts'
import { linesOf } from './fixtures/lines.ts'
import { withoutHidden } from './hidden-counts.ts'

const { from, to } = input().period
const figureOf = (part: string, value: number): Figure => {
  const query: FigureQuery = { kind: 'petitions', from, to, part }
  return { id: idOf(query), value, unit: 'kiến nghị', query }
}
const [received, answered, beside] = [figureOf('received', 8), figureOf('answered', 3), figureOf('settled', 2)]

/** As reports were once frozen: with the numbers of petitions that their words hide. */
function frozen(): CompiledReview {
  const review = compile(input({ activities: [activity({ id: 'a' })] }))
  const pieces = ['Tiếp nhận ', { figure: received.id, text: '08' }, '; trả lời ', { figure: answered.id, text: 'dưới 05' }]
  return {
    ...review,
    blocks: [...review.blocks, { kind: 'sentence', pieces, dash: true }],
    figures: { ...review.figures, ...Object.fromEntries([received, answered, beside].map(one => [one.id, one])) },
  }
}

it('a report that was frozen with numbers that its words hide is read without them, and says what it said', () => {
  const read = withoutHidden(frozen())
  const petitions = Object.values(read.figures).filter(one => one.query.kind === 'petitions')
  expect(petitions).toEqual([received])
  expect(linesOf(read)).toEqual(linesOf(frozen()))
  expect(read.blocks.at(-1)).toHaveProperty('pieces', [
    'Tiếp nhận ',
    { figure: received.id, text: '08' },
    '; trả lời ',
    { figure: answered.id, text: 'dưới 05', untold: true },
  ])
})

it('a report that hides none of its numbers is read as it was frozen', () => {
  const review = compile(input({ activities: [activity({ id: 'a' })] }))
  expect(withoutHidden(review)).toBe(review)
})
