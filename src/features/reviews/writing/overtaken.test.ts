import { describe, expect, it } from 'vitest'
import type { CompiledBlock, Sentence } from '../contract.ts'
import { keysOf, overtakenIn, putIn, takeOut } from './overtaken.ts'
import { blocksOf, firstState, openText } from './text.ts'

const heading = (label: string, text: string): CompiledBlock => ({ kind: 'heading', level: 2, label, text, clausePath: text })
const says = (...pieces: Sentence): CompiledBlock => ({ kind: 'sentence', pieces, dash: false })
const lớp = { figure: 'count|lớp', text: '02 lớp' }
const asked: CompiledBlock = { kind: 'asked', section: 'strengths', lead: '', text: '' }

const begun = [
  heading('1.', 'II/1'),
  says('Mở ', lớp, '.'),
  heading('2.', 'II/3'),
  says('Chưa thực hiện.'),
  heading('3.', 'Ưu điểm'),
  asked,
]
const now = [
  heading('1.', 'II/1'),
  says('Mở ', { ...lớp, text: '05 lớp' }, '.'),
  heading('2.', 'II/2'),
  says('Thăm ', { figure: 'count|đoàn', text: '01 đoàn' }, '.'),
  heading('3.', 'II/3'),
  says('Đã giám sát.'),
  heading('4.', 'Ưu điểm'),
  asked,
]
const print = () => ({ text: '…' })
const text = () => openText(firstState(begun))
const linesOf = (doc: ReturnType<typeof text>) =>
  blocksOf(doc, print).flatMap(block => {
    if (block.kind === 'heading') return [`${block.label} ${block.text}`]
    return block.kind === 'sentence' ? [block.pieces.map(one => (typeof one === 'string' ? one : one.text)).join('')] : []
  })

describe('a shared text beside what is compiled now', () => {
  it('lacks the sentences that came since, and has those that hold no longer; a number that moved is neither', () => {
    expect(overtakenIn(text(), now, keysOf(begun), print)).toEqual({
      missing: [
        { key: 'Thăm {count|đoàn}.', heading: '2. II/2', words: 'Thăm ….' },
        { key: 'Đã giám sát.', heading: '3. II/3', words: 'Đã giám sát.' },
      ],
      stale: [{ key: 'Chưa thực hiện.', words: 'Chưa thực hiện.' }],
    })
  })

  it('takes a new sentence in with its heading in its place, and the numbers of the headings go on', () => {
    const doc = text()
    putIn(doc, now, 'Thăm {count|đoàn}.')
    expect(linesOf(doc)).toEqual(['1. II/1', 'Mở ….', '2. II/2', 'Thăm ….', '3. II/3', 'Chưa thực hiện.', '4. Ưu điểm'])
  })

  it('takes one in below a heading that stands, and another out', () => {
    const doc = text()
    putIn(doc, now, 'Đã giám sát.')
    takeOut(doc, 'Chưa thực hiện.')
    expect(linesOf(doc).slice(2)).toEqual(['3. II/3', 'Đã giám sát.', '4. Ưu điểm'])
  })

  it('asks for nothing that officers have rewritten or that was left out before', () => {
    const doc = text()
    takeOut(doc, 'Chưa thực hiện.')
    const { missing, stale } = overtakenIn(doc, begun, keysOf(begun), print)
    expect([missing, stale]).toEqual([[], []])
  })
})
