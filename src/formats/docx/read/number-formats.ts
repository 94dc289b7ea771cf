const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const toRoman = (number: number): string => {
  let rest = number
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(rest / value)
    rest -= times * value
    return sign.repeat(times)
  }).join('')
}

/** Word counts a…z, then aa, bb …: the letter is repeated. */
const toLetter = (number: number): string =>
  number < 1 ? '' : String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(50, Math.ceil(number / 26)))

/** A number as Word prints it in a list (ISO 29500-1, 17.18.59 ST_NumberFormat); formats of other scripts as decimals. */
export const formatNumber = (number: number, format: string): string => {
  switch (format) {
    case 'none':
      return ''
    case 'upperRoman':
      return toRoman(Math.min(number, 10_000)).toUpperCase()
    case 'lowerRoman':
      return toRoman(Math.min(number, 10_000))
    case 'upperLetter':
      return toLetter(number).toUpperCase()
    case 'lowerLetter':
      return toLetter(number)
    case 'decimalZero':
      return String(number).padStart(2, '0')
    default:
      return String(number)
  }
}
