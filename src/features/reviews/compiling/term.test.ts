import { describe, expect, it } from 'vitest'
import { annexColumns } from '../annex-columns.ts'
import { activity, commitment, input, item, termInput, yearInput } from '../fixtures/input.ts'
import { linesOf, two } from '../fixtures/lines.ts'
import { sourceOf } from '../money-sources.ts'
import { compile } from './compile.ts'
import { textOf } from './phrases.ts'

describe('the final report of a programme', () => {
  const later = activity({ id: 'b', heldOn: '2027-03-10', count: 3, countUnit: 'lớp', clausePaths: ['II/1'] })
  const compiled = compile(
    termInput({ activities: [two({ clausePaths: ['II/1'] }), later, activity({ id: 'c', clausePaths: ['II/2'] })] }),
  )
  const lines = linesOf(compiled)

  it('is named by the term and tells each clause as a whole and year by year', () => {
    expect(compiled.head.occasion).toBe('Tổng kết giai đoạn 2026–2027')
    expect(lines).toContain('Từng năm: năm 2026: 02 lớp và 117 lượt người; năm 2027: 03 lớp.')
    expect(lines).toContain('IV. Phương hướng, nhiệm vụ giai đoạn tiếp theo')
    expect(lines.at(-1)).toMatch(/^Trên đây là báo cáo tổng kết giai đoạn 2026–2027 của /)
    expect(lines.join('\n')).not.toContain('cùng kỳ')
  })

  it('names the report that it follows as that one is named', () => {
    const follows = { how: 'replaces', frozenOn: '2027-12-20' } as const
    expect(linesOf(compile(termInput({ follows })))).toContain(
      'Báo cáo này thay thế báo cáo tổng kết giai đoạn 2026–2027 đã chốt ngày 20/12/2027.',
    )
  })

  it('names the clauses that were silent in the whole term, and those that were in some of its years', () => {
    const of = (title: string) => lines[lines.findIndex(line => line.includes(title)) + 1]
    expect(of('chưa có hoạt động trong cả giai đoạn')).toContain('Thăm hỏi đồng bào')
    expect(of('có năm chưa có hoạt động')).toMatch(/^Giám sát .*: năm 2027\.$/)
  })

  it('has a table of all clauses that state a duty, year by year, whose figures are those of the text', () => {
    expect(annexColumns(compiled)).toEqual(['Nội dung', 'Năm 2026', 'Năm 2027', 'Cả giai đoạn', 'Kinh phí'])
    const cells = compiled.annex.map(row => row.cells.map(textOf).slice(1, 4))
    expect(cells).toEqual([
      ['02 lớp và 117 lượt người', '03 lớp', '05 lớp và 117 lượt người'],
      ['01 hoạt động', '', '01 hoạt động'],
      ['', '', ''],
      ['02 hoạt động', '01 hoạt động', '03 hoạt động'],
    ])
  })
})

describe('the years of a term', () => {
  it('tell work without a number beside what has one, so that they add up to the whole term', () => {
    const classes = [activity({ id: 'a', heldOn: '2027-03-10', count: 2, countUnit: 'lớp' }), activity({ id: 'b' })]
    const [row] = compile(termInput({ activities: classes })).annex
    expect(row!.cells.map(textOf).slice(1, 4)).toEqual(['01 hoạt động', '02 lớp', '02 lớp và 01 hoạt động'])
  })

  it('are not silent on a duty before an amendment brought it or after one ended it', () => {
    const silentIn = (heldOn: string, duty: { validFrom?: string; validTo?: string }) => {
      const commitments = [commitment({ clausePath: 'II/1', ...duty })]
      const lines = linesOf(compile(termInput({ commitments, activities: [activity({ id: 'a', heldOn })] })))
      return lines.filter(line => /: năm 202\d\.$/.test(line)).map(line => line.slice(-5, -1))
    }
    expect(silentIn('2027-03-10', {})).toEqual(['2026'])
    expect(silentIn('2027-03-10', { validFrom: '2026-12-15' })).toEqual([])
    expect(silentIn('2027-03-10', { validFrom: '2026-12-14' })).toEqual(['2026'])
    expect(silentIn('2026-03-10', { validTo: '2026-12-14' })).toEqual([])
    expect(silentIn('2026-03-10', { validTo: '2026-12-15' })).toEqual(['2027'])
  })
})

describe('what was aimed at for the whole term', () => {
  const works = item({ id: 't', clausePath: 'II/1', title: 'Công trình', targetMin: 10, targetUnit: 'lớp', targetPer: 'term' })
  const visits = item({
    id: 'v',
    clausePath: 'II/2',
    title: 'Thăm hỏi',
    targetMin: 1,
    targetUnit: 'hoạt động',
    targetPer: 'term',
  })
  const later = activity({ id: 'b', heldOn: '2027-03-10', count: 4, countUnit: 'lớp', itemIds: ['t'] })
  const compiled = compile(termInput({ termTargets: [works, visits], activities: [two({ itemIds: ['t'] }), later] }))

  it('is told under its clause with what the term has reached, and where the term has not reached it', () => {
    const lines = linesOf(compiled)
    expect(lines).toContain('Chỉ tiêu cả giai đoạn “Công trình”: đạt 60% của 10 lớp.')
    expect(lines.slice(lines.findIndex(line => line.includes('Chỉ tiêu cả giai đoạn chưa đạt')) + 1)[0]).toBe(
      'Chỉ tiêu cả giai đoạn “Công trình (Phần II, mục 1)”: đạt 60% của 10 lớp.',
    )
  })

  it('stands in the table year by year, and beside the target in a picture', () => {
    const row = compiled.annex.find(one => one.itemId === 't')!
    expect(row.cells.map(textOf)).toEqual([
      '- Công trình (chỉ tiêu cả giai đoạn: 10 lớp)',
      '02 lớp và 117 lượt người',
      '04 lớp',
      'đạt 60%',
      '',
    ])
    const picture = compiled.pictures!.find(one => one.title === 'Mức đạt chỉ tiêu cả giai đoạn')!
    expect(picture.labels).toEqual(['II.1: 10 lớp', 'II.2: 01 hoạt động'])
    expect(picture.series.map(one => one.values.map(({ value }) => value))).toEqual([
      [100, 100],
      [60, 0],
    ])
  })

  it('is set beside what was done of the plans, year by year and clause by clause, as the report of each year says', () => {
    const closed = item({ id: 'i', clausePath: 'II/1', closed: true })
    const { years } = termInput()
    const yearPlans = years.map(year => ({
      ...year,
      items: [closed, item({ id: 'j', clausePath: 'II/2' })],
      placesOfItems: [],
      termSums: [],
    }))
    const { pictures } = compile(termInput({ yearPlans, activities: [activity({ id: 'a', itemIds: ['i'] })] }))
    const of = (title: string) =>
      pictures!.find(one => one.title === title)?.series.map(one => one.values.map(({ value }) => value))
    expect(of('Kế hoạch và thực hiện qua các năm')).toEqual([
      [2, 2],
      [1, 0],
    ])
    expect(of('Kế hoạch và thực hiện theo nội dung của chương trình')).toEqual([
      [2, 2],
      [1, 0],
    ])
  })
})

describe('the money of a term', () => {
  it('is told by source, that of work without an estimate too, so that the sources add up to the whole', () => {
    const paid = (id: string, money: number, source: 'own' | 'ntp' | 'none') => activity({ id, money, source })
    const activities = [paid('a', 5_000_000, 'own'), paid('b', 2_000_000, 'none'), paid('c', 1_000_000, 'own')]
    const compiled = compile(termInput({ activities }))
    expect(linesOf(compiled)).toContain(
      'Kinh phí theo nguồn: dự toán của cơ quan 6.000.000 đồng và chưa có dự toán 2.000.000 đồng.',
    )
    const money = Object.values(compiled.figures).filter(one => one.query.kind === 'money' && !one.query.clausePath)
    const [whole, ...parts] = [money.filter(one => !one.query.part)[0]!, ...money.filter(one => one.query.part)]
    expect(parts.reduce((sum, one) => sum + one.value, 0)).toBe(whole.value)
  })

  it('is of several sources where the estimates of its items are', () => {
    expect([sourceOf([]), sourceOf(['ntp']), sourceOf(['own', 'own']), sourceOf(['own', 'ntp'])]).toEqual([
      'none',
      'ntp',
      'own',
      'several',
    ])
  })
})

describe('the pictures of a report', () => {
  const valuesOf = (compiled: ReturnType<typeof compile>, title: string) => {
    const picture = compiled.pictures?.find(one => one.title.startsWith(title))
    return picture && { labels: picture.labels, values: picture.series.map(one => one.values.map(({ value }) => value)) }
  }

  it('set what was planned beside what was done, clause by clause', () => {
    const items = [
      item({ id: 'i', clausePath: 'II/1', closed: true }),
      item({ id: 'j', clausePath: 'II/1' }),
      item({ id: 'k', clausePath: 'II/2' }),
    ]
    const compiled = compile(yearInput({ items, activities: [two({})] }))
    expect(valuesOf(compiled, 'Kế hoạch và thực hiện')).toEqual({
      labels: ['II.1', 'II.2'],
      values: [
        [2, 1],
        [1, 0],
      ],
    })
  })

  it('go quarter by quarter as reports are cut, beside the year before, and open the records behind each number', () => {
    const spring = activity({ id: 'b', heldOn: '2026-03-15' })
    const past = activity({ id: 'c', heldOn: '2025-03-14' })
    const compiled = compile(input({ activities: [two({}), spring, past] }))
    expect(valuesOf(compiled, 'Số hoạt động theo quý')).toEqual({
      labels: ['Quý I', 'Quý II'],
      values: [
        [1, 0],
        [1, 1],
      ],
    })
    const ids = compiled.pictures!.flatMap(one =>
      one.series.flatMap(({ values }) => values.flatMap(({ figure }) => figure ?? [])),
    )
    expect(ids.every(id => id in compiled.figures)).toBe(true)
  })

  it('have four quarters where a year is cut at the end of a month, each with all its days', () => {
    const period = { kind: 'year', year: 2026, half: null, from: '2025-11-30', to: '2026-11-29' } as const
    const heldOn = ['2025-11-30', '2026-02-27', '2026-05-29', '2026-08-29', '2026-08-30', '2026-11-29']
    const activities = heldOn.map(day => activity({ id: day, heldOn: day }))
    const before = { from: '2024-11-30', to: '2025-11-29' }
    expect(valuesOf(compile(yearInput({ period, before, activities })), 'Số hoạt động theo quý')).toEqual({
      labels: ['Quý I', 'Quý II', 'Quý III', 'Quý IV'],
      values: [[2, 1, 1, 2]],
    })
  })

  it('name communes, the ten with the most work where there are more, and go through the years of a term', () => {
    const communes = Array.from({ length: 12 }, (_, at) => `x${at}`)
    const communeNames = Object.fromEntries(communes.map((id, at) => [id, `Xã ${String.fromCodePoint(65 + at)}`]))
    const activities = [activity({ id: 'a', communes }), activity({ id: 'b', communes: ['x11'], heldOn: '2027-02-01' })]
    const compiled = compile(termInput({ activities, communeNames }))
    expect(valuesOf(compiled, '10 xã, phường')?.labels.slice(0, 2)).toEqual(['Xã L', 'Xã A'])
    expect(valuesOf(compiled, '10 xã, phường')?.values[0]?.slice(0, 2)).toEqual([2, 1])
    expect(valuesOf(compiled, 'Số hoạt động qua các năm')).toEqual({ labels: ['Năm 2026', 'Năm 2027'], values: [[1, 1]] })
  })
})
