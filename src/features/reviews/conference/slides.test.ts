import { expect, it } from 'vitest'
import { compile } from '../compiling/compile.ts'
import { activity, input } from '../fixtures/input.ts'
import { notesOf, saidAt, slidesOf } from './slides.ts'

it('a report is shown sheet by sheet: every block once, in order, under its heading', () => {
  const { blocks } = compile(input({ activities: [activity({ id: 'a', count: 2, countUnit: 'lớp' })] }))
  const slides = slidesOf('Báo cáo', blocks)
  expect(slides.flatMap(one => one.blocks)).toEqual(blocks.filter(one => one.kind !== 'heading' || one.level === 3))
  expect(slides[0]?.heading).toBe('Báo cáo')
  expect(slides.map(one => one.heading)).toContain('III. Đánh giá chung. 1. Ưu điểm')
  expect(slides.slice(1).every(one => one.blocks.length > 0)).toBe(true)
})

it('the pictures of a report come after its words, a sheet each', () => {
  const pictures = ['Theo quý', 'Theo xã'].map(title => ({ title, unit: 'hoạt động', labels: [], series: [] }))
  const slides = slidesOf('Báo cáo', [], pictures)
  expect(slides.map(one => [one.heading, one.picture])).toEqual([
    ['Báo cáo', undefined],
    ['Theo quý', pictures[0]],
    ['Theo xã', pictures[1]],
  ])
})

it('minutes write down what was said under each heading, in the order of the headings', () => {
  const said = [
    { quote: '1. Ưu điểm', note: 'Nêu cả cấp xã.' },
    { quote: '2. Tồn tại', note: 'Bổ sung số liệu.' },
    { quote: '1. Ưu điểm', note: 'Nêu tên mô hình.' },
  ]
  expect(notesOf(said)).toBe('1. Ưu điểm\n- Nêu cả cấp xã.\n- Nêu tên mô hình.\n2. Tồn tại\n- Bổ sung số liệu.')
})

it('minutes keep what was said at a sheet, not what was remarked on other words', () => {
  const slides = [{ heading: '1. Ưu điểm', blocks: [] }]
  const [here, elsewhere] = [{ quote: '1. Ưu điểm' }, { quote: 'mở chậm' }]
  expect(saidAt(slides, [here, elsewhere])).toEqual([here])
})
