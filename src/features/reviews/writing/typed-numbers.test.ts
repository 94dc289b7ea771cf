import { describe, expect, it } from 'vitest'
import { compile } from '../compiling/compile.ts'
import { input, item } from '../fixtures/input.ts'
import { two } from '../fixtures/lines.ts'
import { compiledLines } from './compiled-lines.ts'
import { countTyped, toldWords, typedNumbers } from './typed-numbers.ts'

const marked = (line: string, told = '') => typedNumbers(line, told).map(({ from, to }) => line.slice(from, to))

describe('numbers typed by hand', () => {
  it('are amounts in words that no record stands behind', () => {
    expect(marked('Đã mở 12 lớp cho 1.433 người, đạt 97,4% kế hoạch.')).toEqual(['12', '1.433', '97,4%'])
    expect(marked('Tổng số 5 mô hình; theo kế hoạch 3 cuộc; từ 10-15 hộ.')).toEqual(['5', '3', '10', '15'])
  })

  it('are no years, days or times', () => {
    expect(
      marked('Năm 2026, giai đoạn 2026–2030; ngày 5 tháng 3; ngày 21/11/2026, 21/11; 6 tháng đầu năm; trong 5 ngày'),
    ).toEqual([])
  })

  it('are no numbers of laws and papers, nor places in them, nor villages', () => {
    const papers = 'số 12/KH-MTTQ, NĐ 30/2020, Nghị định 30/2020/NĐ-CP, Luật số 91/2025/QH15, 49-CT/TW, Kế hoạch 1458, số 05'
    expect(marked(papers)).toEqual([])
    expect(marked('Điều 12, khoản 2, mục 1.2, Phụ lục 3, thôn 5, tổ dân phố 7, QH15')).toEqual([])
  })

  it('are no labels of a list', () => {
    expect(marked('1. Công tác tuyên truyền (2) và 3) vận động')).toEqual(['3'])
  })

  it('are not what compiling tells in these words, but a number changed within them is', () => {
    const told = 'đạt \uFFFC chỉ tiêu 05 lớp của kế hoạch.'
    expect(marked('đạt \uFFFC chỉ tiêu 05 lớp của kế hoạch, rất tốt.', told)).toEqual([])
    expect(marked('đạt \uFFFC chỉ tiêu 06 lớp của kế hoạch.', told)).toEqual(['06'])
    expect(marked('05', told)).toEqual(['05'])
  })

  it('are none in a text as it was compiled, and one where a line with one is added', () => {
    const items = [item({ id: 'i', clausePath: 'II/1', dueOn: '2026-05-30', targetMin: 5, targetUnit: 'lớp' })]
    const { blocks } = compile(input({ items, activities: [two({}), two({ id: 'b', heldOn: '2025-03-10' })] }))
    const told = toldWords(compiledLines(blocks))
    expect(countTyped(blocks, told)).toBe(0)
    expect(countTyped([...blocks, { kind: 'sentence', dash: false, pieces: ['Thêm 7 lớp.'] }], told)).toBe(1)
  })
})
