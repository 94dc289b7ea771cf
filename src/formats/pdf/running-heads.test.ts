import { expect, it } from 'vitest'
import type { PageLayout } from './page-layout.ts'
import { dropRunningHeads } from './running-heads.ts'

/** A page of lines by their height from the top. */
const page = (number: number, lines: Record<number, string>): PageLayout => ({
  number,
  height: 842,
  segments: Object.entries(lines).map(([top, text]) => ({ text, x0: 85, x1: 200, top: +top, bottom: +top + 14, size: 14 })),
  tables: [],
  pictured: false,
  legacy: [],
  upon: [],
})
const textsOf = (pages: PageLayout[]) => dropRunningHeads(pages).map(one => one.segments.map(segment => segment.text))

it('a head that comes again at the same height is no part of the text', () => {
  const pages = [page(1, { 40: 'Chương trình phối hợp', 200: 'một' }), page(2, { 41: 'Chương trình phối hợp', 200: 'hai' })]
  expect(textsOf(pages)).toEqual([['một'], ['hai']])
})

it('the end of a clause that ran over to two pages alike is', () => {
  const pages = [page(1, { 60: 'uy tín.', 200: 'một' }), page(2, { 60: 'uy tín.', 200: 'hai' })]
  expect(textsOf(pages)).toEqual([
    ['uy tín.', 'một'],
    ['uy tín.', 'hai'],
  ])
})
