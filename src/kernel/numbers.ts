const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** "1.433", "97,4" */
export const printNumber = (value: number): string => whole.format(value)

/** "12.500.000 đ" */
export const printMoney = (dong: number): string => `${whole.format(dong)} đ`

/** "97,4%"; null where there is nothing to divide by. */
export const printShare = (part: number, total: number): string | null =>
  total === 0 ? null : `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format((100 * part) / total)}%`
