import { describe, expect, it } from 'vitest'
import { parseDocx } from '../../formats/docx/parse.ts'
import { drawChart, stepOf } from './chart.ts'
import { composePaper } from './compose.ts'
import type { Chart, Paper } from './contract.ts'
import { buildDocx } from './docx/build.ts'
import { readPdfPlaces, readPdfTexts } from './fixtures/read-back.ts'
import { letter } from './fixtures/sample-papers.ts'
import { typesetPaper } from './typst.ts'

const chart: Chart = {
  title: 'Biểu đồ 1. Số lớp theo quý',
  form: 'bars',
  unit: 'lớp',
  labels: ['Quý I', 'Quý II & III'],
  series: [
    { name: 'Kế hoạch', values: [4, 1_250] },
    { name: 'Thực hiện', values: [3, 0] },
  ],
  withTable: true,
}
const paper: Paper = { ...letter('nd30'), blocks: [{ kind: 'chart', chart }] }

describe('a chart', () => {
  it('has an axis of round steps', () => {
    expect([1, 7, 12, 99, 2_650].map(stepOf)).toEqual([0.2, 2, 5, 20, 1_000])
  })

  it.each(['bars', 'lines'] as const)('keeps its %s within its frame and tells its values in words', form => {
    const { width, height, marks, description } = drawChart({ ...chart, form }, 400)
    const bars = marks.filter(mark => mark.kind === 'bar')
    expect(bars.every(bar => bar.x >= 0 && bar.x + bar.width <= width && bar.y >= 0 && bar.y + bar.height <= height)).toBe(true)
    expect(marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : []))).toEqual(
      expect.arrayContaining(['Quý I', '1.250', '(lớp)']),
    )
    expect(description).toContain('Kế hoạch: Quý I 4; Quý II & III 1.250')
  })

  it('counts in whole numbers, and breaks a long label between its words', () => {
    const small = { ...chart, labels: ['Phường Nguyễn Văn Linh', 'Xã Bản Mới'], series: [{ name: 'Lớp', values: [2, 1] }] }
    const { marks, height } = drawChart(small, 200)
    const texts = marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : []))
    expect(texts).toEqual(expect.arrayContaining(['Phường Nguyễn', 'Văn Linh', 'Xã Bản Mới', '1', '2']))
    expect(texts).not.toContain('0,5')
    expect(height).toBeGreaterThan(drawChart(chart, 400).height)
  })

  it('draws taller bars for higher values', () => {
    const [low, high] = drawChart({ ...chart, series: [{ name: 'Lớp', values: [2, 8] }] }, 400).marks.filter(
      mark => mark.kind === 'bar',
    )
    expect(high!.height).toBeCloseTo(4 * low!.height)
  })

  it('stands in the PDF with its values, its name below and its table', async () => {
    const pdf = await readPdfPlaces(typesetPaper(composePaper(paper), 'nd30', new Date(0)))
    expect(pdf.line('1.250').y).toBeLessThan(pdf.line('Quý II & III').y)
    expect(pdf.line('Quý II & III').y).toBeLessThan(pdf.line('Biểu đồ 1. Số lớp theo quý').y)
    expect(pdf.line('Kế hoạch 4 1.250').y).toBeGreaterThan(pdf.line('Biểu đồ 1. Số lớp theo quý').y)
  })

  it('stands on one page with its name and its table, several on a page where they fit', async () => {
    const charts = Array.from({ length: 5 }, (_, at) => ({ ...chart, title: `Biểu đồ ${at + 1}. Số lớp` }))
    const many: Paper = { ...paper, blocks: charts.map(one => ({ kind: 'chart', chart: one })) }
    const pages = await readPdfTexts(typesetPaper(composePaper(many), 'nd30', new Date(0)))
    const counts = (words: RegExp) => pages.map(page => page.match(words)?.length ?? 0)
    expect(counts(/Biểu đồ \d/g)).toEqual(counts(/Kế hoạch\s+4/g))
    expect(counts(/Biểu đồ \d/g).slice(0, 3)).toEqual([1, 2, 2])
  })

  it('stands in the DOCX as shapes of Word, described in words, above its table', async () => {
    const source = await parseDocx(await buildDocx(composePaper(paper), 'nd30'))
    expect(source.text).toContain('Biểu đồ 1. Số lớp theo quý')
    expect(source.tables.at(-1)?.rows.map(row => row.cells.map(cell => cell.text))).toEqual([
      ['(lớp)', 'Quý I', 'Quý II & III'],
      ['Kế hoạch', '4', '1.250'],
      ['Thực hiện', '3', '0'],
    ])
  })
})
