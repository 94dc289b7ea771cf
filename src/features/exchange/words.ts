import { printDate } from '../../kernel/dates.ts'
import { printMoney, printNumber } from '../../kernel/numbers.ts'
import { lowered } from '../../kernel/vietnamese.ts'
import type { Amount, PackageContent, PackedActivity, PackedFigure } from './contract.ts'

const amountText = ({ value, unit }: Amount): string => `${printNumber(value)} ${unit}`

/** "2 lớp, 117 lượt học viên" */
export const amountsText = ({ count, reach }: Pick<PackedActivity, 'count' | 'reach'>): string =>
  [count, reach].flatMap(one => (one ? [amountText(one)] : [])).join(', ')

/** "12/3/2026" or "12/3/2026 - 14/3/2026" */
export const heldText = ({ heldOn, heldTo }: Pick<PackedActivity, 'heldOn' | 'heldTo'>): string =>
  heldTo && heldTo !== heldOn ? `${printDate(heldOn)} - ${printDate(heldTo)}` : printDate(heldOn)

/** "3 lớp, 117 lượt học viên" */
export const sumsText = ({ amounts }: Pick<PackedFigure, 'amounts'>): string => amounts.map(amountText).join(', ')

/** "2 hoạt động; 3 lớp, 117 lượt học viên; 12.500.000 đ" */
export function figureText(figure: PackedFigure): string {
  const parts = [
    `${printNumber(figure.activities)} hoạt động`,
    sumsText(figure),
    figure.money > 0 ? printMoney(figure.money) : '',
  ]
  return parts.filter(part => part !== '').join('; ')
}

/** "cung cấp thông tin Quý III/2026" */
export const subjectOf = ({ label }: Pick<PackageContent, 'label'>): string => `cung cấp thông tin ${lowered(label)}`
