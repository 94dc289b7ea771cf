import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { compile } from '../compiling/compile.ts'
import { textOf } from '../compiling/phrases.ts'
import type { CompiledReview, CompileInput, PetitionRow } from '../contract.ts'
import { idOf } from '../figure-id.ts'
import { wordsOfFigures } from '../figure-text.ts'
import { activity, input, item } from '../fixtures/input.ts'
import { linesOf } from '../fixtures/lines.ts'
import { toPaper } from '../paper.ts'
import { FRAGMENT, firstState, openText, textsOf } from './text.ts'
import { writtenOver, writtenReview } from './written-review.ts'

const filled = input({
  activities: [activity({ id: 'a', count: 2, countUnit: 'lớp' })],
  texts: { difficulties: 'Mở chậm.\nThiếu tài liệu.', 'causes-objective': 'Mưa lũ.' },
})

it('a text that begins with what was compiled says the same, line by line and figure by figure', () => {
  const compiled = compile(filled)
  const written = writtenReview(filled, firstState(compiled.blocks))
  const asked = /^\[(?!difficulties|causes-objective)/
  expect(linesOf(written).filter(line => asked.test(line))).toEqual(linesOf(compiled).filter(line => asked.test(line)))
  expect(linesOf(written)).toContain('Mở chậm.')
  expect(Object.keys(written.figures).length).toBeGreaterThan(0)
  expect(compiled.figures).toMatchObject(written.figures)
  expect(textsOf(openText(firstState(compiled.blocks)))).toMatchObject({
    difficulties: 'Mở chậm.\nThiếu tài liệu.',
    'causes-objective': 'Mưa lũ.',
  })
})

it('a number that a text claims is not believed, and a count of persons that is not told is not told here', () => {
  const doc = openText(firstState(compile(filled).blocks))
  const figure = (id: string) => {
    const [element, line] = [new Y.XmlElement('figure'), new Y.XmlElement('paragraph')]
    element.setAttribute('id', id)
    element.setAttribute('seen', '999 lớp')
    line.insert(0, [element])
    doc.getXmlFragment(FRAGMENT).push([line])
  }
  figure(`count|${filled.period.from}|${filled.period.to}|||||lớp|`)
  figure(`split|${filled.period.from}|${filled.period.to}|||||||sex:Nữ`)
  figure('nonsense')
  expect(linesOf(writtenReview(filled, Y.encodeStateAsUpdate(doc))).slice(-3)).toEqual([
    '02 lớp',
    '(không nêu riêng)',
    '(không nêu riêng)',
  ])
})

it('a count that its words hide stays a field in the text without its number, and tells it once it has grown', () => {
  const received = (count: number): CompileInput => {
    const days = { received: '2026-03-02', answered: null, settled: null, confirmed: null }
    const one = { id: 'p', subject: 'Đường hỏng', commune: 'xã Nậm Mây', bodyId: '', days } satisfies PetitionRow
    const classes = { key: 'class', sessions: count < 5 ? ('few' as const) : count, turns: 78 }
    const honours = { work: [classes], commended: { collective: 0, individual: 0 } }
    return input({ petitions: Array.from({ length: count }, () => one), honours })
  }
  const toldOf = (written: ReturnType<typeof compile>) =>
    linesOf(written).filter(line => /kiến nghị của|người có uy tín/.test(line) && !/^\d/.test(line))
  const few = ['Trong kỳ tiếp nhận dưới 05 kiến nghị của Nhân dân.', 'dưới 05 lớp tập huấn, bồi dưỡng']
  const many = ['Trong kỳ tiếp nhận 08 kiến nghị của Nhân dân.', '08 lớp tập huấn, bồi dưỡng']
  const text = firstState(compile(received(3)).blocks)
  const hidden = writtenReview(received(3), text)
  expect(toldOf(hidden)).toEqual([few[0], expect.stringContaining(few[1]!)])
  expect(Object.values(hidden.figures).map(one => one.value)).not.toContain(3)
  expect(toldOf(writtenReview(received(8), text))).toEqual([many[0], expect.stringContaining(many[1]!)])
  const grown = firstState(compile(received(8)).blocks)
  expect(toldOf(writtenReview(received(3), grown))).toEqual([few[0], expect.stringContaining(few[1]!)])
})

it('a share follows the target that stands now: the text and the annex tell one', () => {
  const itemId = '00000000-0000-7000-8000-00000000000a'
  const done = [activity({ id: 'a', count: 2, countUnit: 'lớp', itemIds: [itemId], clausePaths: ['II/1'] })]
  const planned = (targetMin: number) =>
    input({ activities: done, items: [item({ id: itemId, clausePath: 'II/1', targetMin, targetUnit: 'lớp' })] })
  const sharesIn = ({ blocks, figures }: CompiledReview) =>
    [...wordsOfFigures({ blocks, annex: [] })].flatMap(([id, words]) => (figures[id]?.query.kind === 'share' ? [words] : []))
  const text = firstState(compile(planned(2)).blocks)
  const written = writtenReview(planned(5), text)
  expect(sharesIn(written)).toEqual(sharesIn(compile(planned(5))))
  expect(sharesIn(written)).toEqual(['40%'])
})

it('a client that puts what is no word where words belong breaks no report', () => {
  const doc = openText(firstState(compile(filled).blocks))
  const [part, line, figure] = [new Y.XmlElement('part'), new Y.XmlElement('paragraph'), new Y.XmlElement('figure')]
  for (const [name, value] of Object.entries({ level: 'x', label: { a: 1 }, title: 7, clausePath: [], section: 'no-such' }))
    part.setAttribute(name, value as never)
  figure.setAttribute('id', { a: 1 } as never)
  line.insert(0, [figure, new Y.XmlText('Lời.')])
  doc.getXmlFragment(FRAGMENT).push([part, line])
  const { blocks } = writtenReview(filled, Y.encodeStateAsUpdate(doc))
  expect(blocks.slice(-2)).toEqual([
    { kind: 'heading', level: 1, label: '', text: '' },
    { kind: 'sentence', pieces: ['Lời.'], dash: false },
  ])
  expect(Object.keys(textsOf(doc))).not.toContain('no-such')
})

it('a text of sixty pages is read line by line in order, with all its figures, and makes one paper', () => {
  const { blocks } = compile(filled)
  const lines = Array.from({ length: 60 * 14 }, (_, at) =>
    `Đoạn ${at + 1}. ${'Các cơ quan đã phối hợp tổ chức. '.repeat(12)}`.trim(),
  )
  const long = lines.map(line => ({ kind: 'sentence' as const, pieces: [line], dash: true }))
  const written = writtenReview(filled, firstState([...blocks, ...long]))
  const read = written.blocks.flatMap(block => (block.kind === 'sentence' ? [textOf(block.pieces)] : []))
  expect(read.filter(line => line.startsWith('Đoạn '))).toEqual(lines)
  expect(Object.keys(written.figures)).toEqual(Object.keys(writtenReview(filled, firstState(blocks)).figures))
  const paper = toPaper(written, { frozen: true, day: '2026-06-16', signers: [] })
  expect(JSON.stringify(paper.blocks)).toContain(lines.at(-1))
})

it('a text laid over what was compiled before reads as with the records at hand, or asks for them', () => {
  const compiled = compile(filled)
  const state = firstState(compiled.blocks)
  expect(writtenOver(compiled, state, () => null)).toEqual(writtenReview(filled, state))
  const doc = openText(state)
  const [figure, line] = [new Y.XmlElement('figure'), new Y.XmlElement('paragraph')]
  const { from, to } = filled.period
  figure.setAttribute('id', idOf({ kind: 'activities', from, to, clausePath: 'II/3/-2' }))
  line.insert(0, [figure])
  doc.getXmlFragment(FRAGMENT).push([line])
  expect(writtenOver(compiled, Y.encodeStateAsUpdate(doc), () => null)).toBeNull()
})
