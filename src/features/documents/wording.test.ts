import { expect, it } from 'vitest'
import { DOTS } from './signing.ts'
import { missingNames, strangeNames, type Wording, wordedBlocks } from './wording.ts'

const list = ['- Một;', '- Hai.'].map(text => ({ kind: 'paragraph' as const, runs: [{ text }] }))
const letter = (...words: string[]): Wording => ({
  words,
  fields: [
    { name: 'Nơi nhận', value: 'Sở Xây dựng' },
    { name: 'Số liệu', value: list, kept: true },
  ],
})
const textsOf = (wording: Wording) =>
  wordedBlocks(wording).map(block => (block.kind === 'paragraph' ? block.runs.map(run => run.text).join('') : ''))

it('facts stand in the words of a letter by their names, those of several lines in lines of their own', () => {
  expect(textsOf(letter('Gửi { Nơi nhận }:', '{Số liệu}', 'Hết.'))).toEqual(['Gửi Sở Xây dựng:', '- Một;', '- Hai.', 'Hết.'])
  expect(textsOf(letter('Gồm {Số liệu}'))).toEqual(['Gồm - Một; - Hai.'])
})

it('a fact that is no more known is left open, so that the paper is not frozen with it', () => {
  expect(textsOf(letter('Trước ngày {Hạn trả lời}.'))).toEqual([`Trước ngày ${DOTS}.`])
})

it('a name that no fact bears, and a fact that may not be left out, are told', () => {
  expect([strangeNames(letter('{Nơi nhận} {Số dân}')), missingNames(letter('{Nơi nhận}'))]).toEqual([['Số dân'], ['Số liệu']])
  expect([strangeNames(letter('{Số liệu}')), missingNames(letter('{Số liệu}'))]).toEqual([[], []])
})
