import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { compile } from '../compiling/compile.ts'
import { activity, input } from '../fixtures/input.ts'
import { linesOf } from '../fixtures/lines.ts'
import { FRAGMENT, firstState, openText, textsOf } from './text.ts'
import { writtenReview } from './written-review.ts'

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
