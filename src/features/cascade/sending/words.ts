import type { Cell } from './contract.ts'

/** How a clause stands in a unit, on screen and in the workbook. */
export const CELL_WORDS: Record<Cell, string> = {
  'not-sent': 'Chưa gửi',
  sent: 'Đã gửi',
  adapting: 'Đang cụ thể hóa',
  signed: 'Đã ký',
  'carrying-out': 'Đang thực hiện',
  silent: 'Chưa có hoạt động',
  'left-out': 'Không đưa vào',
}
