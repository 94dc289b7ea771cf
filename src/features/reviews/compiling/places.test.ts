import { describe, expect, it } from 'vitest'
import { input, item, yearInput } from '../fixtures/input.ts'
import { linesOf, two } from '../fixtures/lines.ts'
import { compile } from './compile.ts'
import { textOf } from './phrases.ts'
import { standingOf } from './progress.ts'

const each = item({ id: 'i', clausePath: 'II/1', targetMin: 2, targetUnit: 'lớp', targetPer: 'xã biên giới', title: 'Tập huấn' })
const place = (name: string, amount: number) => {
  const standing = amount >= 2 ? ('reached' as const) : amount > 0 ? ('begun' as const) : ('none' as const)
  return { id: name, name, under: null, amount, activities: amount, standing }
}
const told = (...places: ReturnType<typeof place>[]) =>
  input({
    items: [each],
    activities: [two({})],
    placesOfItems: [{ itemId: 'i', level: 'commune', ofTarget: 'border', class: 'border', split: [], places }],
  })

describe('a target that each commune has to reach', () => {
  it('is told with how many were to reach it, how many have, and by name which have none', () => {
    const lines = linesOf(compile(told(place('xã A', 0), place('xã B', 0), place('xã C', 1), place('xã D', 2))))
    expect(lines).toContain(
      'Nhiệm vụ “Tập huấn” (mỗi xã biên giới 02 lớp): đến hết ngày 14/06/2026 đạt ở 01 xã, phường trong 04 xã, phường phải đạt; có nhưng chưa đủ ở 01 xã, phường; chưa có ở 02 xã, phường (xã A và xã B).',
    )
  })

  it('has its places behind every one of its figures', () => {
    const { figures } = compile(told(place('xã A', 0), place('xã D', 2)))
    const values = Object.values(figures).flatMap(({ query, value }) => (query.kind === 'places' ? [[query.part, value]] : []))
    expect(Object.fromEntries(values)).toEqual({ reached: 1, wanted: 2, none: 1 })
  })

  it('is done once all have reached it, however much was done in one of them before', () => {
    const own = [two({})]
    expect(standingOf(told(place('xã A', 0), place('xã D', 9)), each, own)).toBe('going-on')
    expect(standingOf(told(place('xã A', 2), place('xã D', 9)), each, own)).toBe('done')
  })

  it('stands in the annex and among what is behind', () => {
    const due = { ...each, dueOn: '2026-05-30' }
    const review = compile({ ...told(place('xã A', 0), place('xã D', 2)), items: [due] })
    expect(textOf(review.annex[0]!.cells.at(-1)!)).toBe('Đang thực hiện, đạt 01 xã, phường')
    expect(linesOf(review).filter(line => line.includes('chưa có ở 01 xã, phường (xã A)'))).toHaveLength(2)
  })

  it('names no more than can be read, and leaves the rest to its figure', () => {
    const many = Array.from({ length: 41 }, (_, at) => place(`xã ${at}`, 0))
    const [line] = linesOf(compile(told(...many))).filter(one => one.includes('chưa có ở'))
    expect(line).toMatch(/chưa có ở 41 xã, phường\.$/)
  })

  it('is told when the year ends without any work', () => {
    const { items, placesOfItems } = told(place('xã A', 0))
    const lines = linesOf(compile(yearInput({ items, placesOfItems })))
    expect(lines.join()).toContain('chưa nơi nào đạt trong 01 xã, phường phải đạt; chưa có ở 01 xã, phường (xã A).')
  })
})
