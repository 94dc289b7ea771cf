const LEVEL_ONE = /^[A-Y]\d{2}$/
/** Others that join of their own will: Z, two characters of the group, up to 32 more without a stroke (QĐ 20/2020/QĐ-TTg, Điều 6). */
const VOLUNTARY = /^Z[A-Z0-9]{2,34}$/
const OLD_FORM = /^(\d{3})\.(\d{2})\.(\d{2})\.([A-Y]\d{2})$/
const LONGEST = 35

/**
 * The identification code of a body in the direction of QĐ 20/2020/QĐ-TTg: the first level leftmost ("H34.05").
 * The older order of QCVN 102:2016/BTTTT, lowest level first ("000.00.05.H34"), is turned round; a group of zeros there means
 * that the level is not used. Null where it is neither.
 */
export function parseBodyCode(typed: string): string | null {
  const code = typed.trim().toUpperCase()
  const old = OLD_FORM.exec(code)
  if (old) return turnRound(old.slice(1))
  if (code.length > LONGEST) return null
  if (VOLUNTARY.test(code)) return code
  const [first, ...levels] = code.split('.')
  return LEVEL_ONE.test(first!) && levels.every(level => /^[A-Z0-9]+$/.test(level)) ? code : null
}

function turnRound(lowestFirst: readonly string[]): string {
  const levels = lowestFirst.toReversed()
  while (/^0+$/.test(levels.at(-1)!)) levels.pop()
  return levels.join('.')
}

/** The same code in the older direction, as many systems still write it; null where it does not fit its four groups. */
export function olderFormOf(code: string): string | null {
  const [first, second = '00', third = '00', fourth = '000', ...more] = code.split('.')
  const older = [fourth, third, second, first].join('.')
  return more.length === 0 && OLD_FORM.test(older) ? older : null
}
