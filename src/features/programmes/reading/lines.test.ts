import { expect, it } from 'vitest'
import type { Source } from '../../../formats/source.ts'
import { layOut } from './lines.ts'

const PAGES = [
  ['KẾ HOẠCH', 'Vận động từ ngày 01 đến ngày', '03', 'tại các xã vùng cao', 'Phân công thực hiện', '1'],
  ['2', 'Kinh phí thực hiện', 'lấy từ dự toán năm', '2', 'của hai cơ quan', 'Nơi nhận'],
]
const linesOf = (format: Source['format']) => {
  const text = PAGES.map(page => page.join('\n')).join('\f')
  return layOut({ format, text, pages: [], tables: [], signatures: [], notes: [] }).lines.map(line => line.text)
}

it('a number alone on a line in the middle of a PDF page is a word of the text, at the edge it is the page’s', () => {
  const whole = PAGES.flat().filter((_, at) => at !== PAGES[0]!.length - 1 && at !== PAGES[0]!.length)
  expect(linesOf('pdf')).toEqual(whole)
})

it('a pasted text has its page numbers anywhere', () => {
  expect(linesOf('txt')).toEqual(PAGES.flat().filter(line => !/^\d+$/.test(line)))
})
