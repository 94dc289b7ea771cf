/** Money in whole đồng. A sum fits a number exactly up to 9·10¹⁵; what is reckoned on the way is integer arithmetic. */
export type Dong = number

const PLACES = 1000n

/** A quantity as whole thousandths; null where it has more than three decimal places or is too large to be exact. */
export function inThousandths(quantity: number): bigint | null {
  const thousandths = Math.round(quantity * 1000)
  return Number.isSafeInteger(thousandths) && thousandths / 1000 === quantity ? BigInt(thousandths) : null
}

/**
 * Quantity × times × norm, exact; a part of a đồng is rounded, half away from zero.
 * @throws RangeError where a factor is not exact or the amount is beyond what a number holds
 */
export function amountOf({ quantity, times, norm }: { quantity: number; times: number; norm: Dong }): Dong {
  const [many, often] = [inThousandths(quantity), inThousandths(times)]
  if (many === null || often === null || !Number.isSafeInteger(norm)) throw new RangeError('not an exact quantity')
  return asDong(divideRounded(many * often * BigInt(norm), PLACES * PLACES))
}

/** @throws RangeError where the sum is beyond what a number holds exactly */
export const sumOf = (amounts: Iterable<Dong>): Dong => {
  let sum = 0n
  for (const amount of amounts) sum += BigInt(amount)
  return asDong(sum)
}

/** For positive divisors. */
function divideRounded(value: bigint, divisor: bigint): bigint {
  const half = value < 0n ? -(divisor / 2n) : divisor / 2n
  return (value + half) / divisor
}

function asDong(value: bigint): Dong {
  const dong = Number(value)
  if (!Number.isSafeInteger(dong)) throw new RangeError('an amount beyond what is reckoned')
  return dong
}
