import { printNumber } from '../../kernel/numbers.ts'
import { toldCount } from '../../kernel/suppress.ts'
import type { Figure } from './contract.ts'

/** Numbers as papers print them: whole ones below ten with a zero, "02", "117", "1.433". */
export const printCount = (value: number): string =>
  Number.isInteger(value) && value > 0 && value < 10 ? `0${value}` : printNumber(value)

/** Of the people's petitions small counts are not told beyond those who handle them. */
export const printTold = (value: number): string => (toldCount(value) === null ? 'dưới 05' : printCount(value))

type Shown = Pick<Figure, 'value' | 'unit' | 'query'>

/** Whether a figure is told without its unit: what it counts stands in the words beside it. */
const isBare = ({ query }: Shown): boolean => query.kind === 'petitions' || query.kind === 'split'

/** A figure as a piece of a sentence: "02 lớp", "100%", of petitions and groups the number alone. */
export function printFigure(figure: Shown): string {
  const { value, unit, query } = figure
  if (isBare(figure)) return query.kind === 'petitions' ? printTold(value) : printCount(value)
  return unit === '%' ? `${printCount(value).replace(/^0(?=\d)/, '')}%` : `${printCount(value)} ${unit}`.trim()
}
