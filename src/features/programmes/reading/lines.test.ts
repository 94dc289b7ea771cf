import { expect, it } from 'vitest'
import type { Source } from '../../../formats/source.ts'
import { layOut } from './lines.ts'

const PAGES = [
  ['KẾ HOẠCH', 'Vận động từ ngày 01 đến ngày', '03', 'tại các xã vùng cao', 'Phân công thực hiện', '1'],
  ['2', 'Kinh phí thực hiện', 'lấy từ dự toán năm', '2', 'của hai cơ quan', 'Nơi nhận'],
]
const linesOf = (format: Source['format'], pages = PAGES) => {
  const text = pages.map(page => page.join('\n')).join('\f')
  return layOut({ format, text, pages: [], tables: [], signatures: [], notes: [] }).lines.map(line => line.text)
}

it('a number alone on a line in the middle of a PDF page is a word of the text, at the edge it is the page’s', () => {
  const whole = PAGES.flat().filter((_, at) => at !== PAGES[0]!.length - 1 && at !== PAGES[0]!.length)
  expect(linesOf('pdf')).toEqual(whole)
})

it('a number on the second line of a PDF page is a word of the text, unless the first is a running head', () => {
  const ranOver = [
    ['KẾ HOẠCH', 'Nội dung', 'Kết quả'],
    ['II- PHỐI HỢP TỪ 01 ĐẾN', '03', '1. Phối hợp tuyên truyền.'],
  ]
  expect(linesOf('pdf', ranOver)).toEqual(ranOver.flat())
  const headed = ['Kinh phí', 'Phân công', 'Tiến độ'].map((text, at) => ['Chương trình phối hợp', `${at + 7}`, text])
  expect(linesOf('pdf', [['KẾ HOẠCH'], ...headed])).toEqual(expect.not.arrayContaining(['7', '8', '9']))
})

it('a pasted text has its page numbers anywhere', () => {
  expect(linesOf('txt')).toEqual(PAGES.flat().filter(line => !/^\d+$/.test(line)))
})
