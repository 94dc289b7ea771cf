import { expect, it } from 'vitest'
import { endsRevision } from './byte-range.ts'

it('takes the place of the cross references and the mark after it for the end of a revision, with comments of whole lines between', () => {
  expect(endsRevision('startxref\n1234\n%%EOF\n')).toBe(true)
  expect(endsRevision('startxref\r\n1234\r\n% made here\r\n%%EOF')).toBe(true)
})

it('takes no mark for it that lies within a comment', () => {
  expect(endsRevision('startxref 1 % x %%EOF')).toBe(false)
  expect(endsRevision('% %%EOF\n%%EOF')).toBe(false)
})

it('does not search a tail of blanks and signs without end', () => {
  expect(endsRevision(`startxref 1 ${'% '.repeat(140)}`)).toBe(false)
  expect(endsRevision(`startxref 1 ${'%\n'.repeat(140)}`)).toBe(false)
})
