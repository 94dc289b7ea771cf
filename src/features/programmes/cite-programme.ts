import { type IsoDate, longDate } from '../../kernel/dates.ts'
import { capital } from '../../kernel/vietnamese.ts'

type Named = { title: string; kind: string; number: string | null; date: IsoDate | null }

/** "Chương trình số 07/CTrPH-MTTQ-SDTTG ngày 12 tháng 01 năm 2026"; without a number by its title (NĐ 30, Phụ lục I, II.6). */
export function citeProgramme({ title, kind, number, date }: Named): string {
  if (!number) return title
  const named = capital(kind)
  return `${named} số ${number}${date ? ` ${longDate(date)}` : ''}`
}
