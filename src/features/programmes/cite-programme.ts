import { type IsoDate, longDate } from '../../kernel/dates.ts'

type Named = { title: string; kind: string; number: string | null; date: IsoDate | null }

/** "Chương trình số 07/CTrPH-MTTQ-SDTTG ngày 12 tháng 01 năm 2026"; without a number by its title (NĐ 30, Phụ lục I, II.6). */
export function citeProgramme({ title, kind, number, date }: Named): string {
  if (!number) return title
  const named = kind.charAt(0).toLocaleUpperCase('vi') + kind.slice(1)
  return `${named} số ${number}${date ? ` ${longDate(date)}` : ''}`
}
