const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** "1.433", "97,4" */
export const printNumber = (value: number): string => (isPlain(value) ? String(value) : whole.format(value))
/** Without a mark: most are, and a report prints ten thousand of them. */
const isPlain = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 1000 && !Object.is(value, -0)

/** "12.500.000 đ" */
export const printMoney = (dong: number): string => `${whole.format(dong)} đ`

/** "97,4%"; null where there is nothing to divide by. */
export const printShare = (part: number, total: number): string | null =>
  total === 0 ? null : `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format((100 * part) / total)}%`
