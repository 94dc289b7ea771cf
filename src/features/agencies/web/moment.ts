import { printDate, vietnamDate } from '../../../kernel/dates.ts'

const CLOCK = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' })

/** "07:05, 21/11/2026" in Vietnam. */
export const moment = (text: string) => `${CLOCK.format(new Date(text))}, ${printDate(vietnamDate(new Date(text)))}`
