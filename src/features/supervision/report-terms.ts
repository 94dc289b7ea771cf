import { addDays, type IsoDate, isoDate } from '../../kernel/dates.ts'
import type { ReportLevel, ReportSpan, Term } from './contract.ts'
import { boundsOf, type ReportPeriod } from './periods.ts'

/** A dated row: in which month after the period (1: the next) and on which day of it a report is sent at the latest. */
export type ReportTerm = {
  /** Null of a row of the law. */
  id: string | null
  span: ReportSpan
  /** Null for every level. */
  level: ReportLevel | null
  month: number
  day: number
  basis: string
  validFrom: IsoDate | null
  validTo: IsoDate | null
}

const LAW = { id: null, validFrom: null, validTo: null }
const ND29 = 'Nghị định 29/2021/NĐ-CP, Điều 100'

export const LAW_REPORT_TERMS: readonly ReportTerm[] = [
  { ...LAW, span: 'quarter', level: null, month: 1, day: 10, basis: `${ND29}: Ban Giám sát đầu tư của cộng đồng báo cáo quý` },
  { ...LAW, span: 'year', level: 'commune', month: 2, day: 10, basis: `${ND29}: Ủy ban MTTQ xã báo cáo năm` },
  { ...LAW, span: 'year', level: 'province', month: 2, day: 20, basis: `${ND29}: Ủy ban MTTQ tỉnh báo cáo năm` },
]

const holdsOn = ({ validFrom, validTo }: ReportTerm, day: IsoDate): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)

/**
 * By when the report on a period is sent, and what that rests on: the row that holds on the day after the period, the province's before
 * the law's, one for the level before a general one. Null where none holds for the level.
 */
export function reportTerm(period: ReportPeriod, level: string | null, set: readonly ReportTerm[]): Term | null {
  const { to } = boundsOf(period)
  const span: ReportSpan = period.quarter === null ? 'year' : 'quarter'
  const weight = (term: ReportTerm) => (term.id ? 2 : 0) + (term.level === null ? 0 : 1)
  const [term] = [...set, ...LAW_REPORT_TERMS]
    .filter(one => one.span === span && (one.level === null || one.level === level) && holdsOn(one, addDays(to, 1)))
    .toSorted((a, b) => weight(b) - weight(a))
  if (!term) return null
  const months = Number(to.slice(5, 7)) + term.month - 1
  return { on: isoDate(Number(to.slice(0, 4)) + Math.floor(months / 12), (months % 12) + 1, term.day), basis: term.basis }
}
