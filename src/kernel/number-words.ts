import { capital } from './vietnamese.ts'

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const BILLION = 1_000_000_000n

/**
 * A whole number as it is read in Vietnamese, in lower case: 125.005.000 → "một trăm hai mươi lăm triệu không trăm linh năm nghìn".
 * Groups of zeros are passed over; what is above a tỷ counts tỷ: "một nghìn tỷ", "một triệu tỷ".
 */
export function numberInWords(value: number | bigint): string {
  const whole = BigInt(value)
  if (whole < 0n) return `âm ${numberInWords(-whole)}`
  return whole === 0n ? DIGITS[0]! : read(whole, false).join(' ')
}

/** "Một trăm hai mươi lăm triệu không trăm linh năm nghìn đồng", as estimates close with. */
export function moneyInWords(dong: number | bigint): string {
  const words = numberInWords(dong)
  return `${capital(words)} đồng`
}

/** `follows`: something was read before, so hundreds and tens are said even where they are zero. */
function read(value: bigint, follows: boolean): string[] {
  if (value >= BILLION) return [...read(value / BILLION, follows), 'tỷ', ...read(value % BILLION, true)]
  const below = Number(value)
  const groups = [
    { group: Math.floor(below / 1_000_000), unit: 'triệu' },
    { group: Math.floor(below / 1000) % 1000, unit: 'nghìn' },
    { group: below % 1000, unit: '' },
  ]
  const words: string[] = []
  for (const { group, unit } of groups)
    if (group > 0) words.push(...readGroup(group, follows || words.length > 0), ...(unit ? [unit] : []))
  return words
}

function readGroup(group: number, follows: boolean): string[] {
  const [hundreds, tens, ones] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10]
  const said = hundreds > 0 || follows
  return [...(said ? [DIGITS[hundreds]!, 'trăm'] : []), ...readTens(tens, ones, said)]
}

function readTens(tens: number, ones: number, said: boolean): string[] {
  if (tens === 0) return ones === 0 ? [] : [...(said ? ['linh'] : []), DIGITS[ones]!]
  const ten = tens === 1 ? ['mười'] : [DIGITS[tens]!, 'mươi']
  return ones === 0 ? ten : [...ten, oneAfterTen(tens, ones)]
}

/** Mười một but hai mươi mốt; mười bốn but hai mươi tư; mười lăm. */
function oneAfterTen(tens: number, ones: number): string {
  if (ones === 5) return 'lăm'
  if (tens > 1 && ones === 1) return 'mốt'
  return tens > 1 && ones === 4 ? 'tư' : DIGITS[ones]!
}
