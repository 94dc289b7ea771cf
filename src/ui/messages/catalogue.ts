import { longDate, printDate } from '../../kernel/dates.ts'
import { printMoney, printNumber } from '../../kernel/numbers.ts'

export type Value = string | number | boolean | null
type PlainName<Inner> = Inner extends `${infer Name}:${string}` ? Name : Inner
/** The names in braces of a message: '{done} trên {total:plain}' → 'done' | 'total'. */
export type NamesOf<Text> = Text extends `${string}{${infer Inner}}${infer Rest}` ? PlainName<Inner> | NamesOf<Rest> : never

const PRINTED: Record<string, (value: Value) => string> = {
  date: value => printDate(String(value)),
  long: value => longDate(String(value)),
  money: value => printMoney(Number(value)),
  // A year or a number of a paper takes no thousands point.
  plain: String,
}

function printed(value: Value | undefined, form: string | undefined): string {
  if (value === undefined || value === null) return '…'
  const print = form ? PRINTED[form] : undefined
  if (print) return print(value)
  return typeof value === 'number' ? printNumber(value) : String(value)
}

/** Fills `{name}`, `{day:date}` (21/11/2026), `{day:long}`, `{sum:money}` and `{year:plain}`; bare numbers print as 1.433. */
export const fill = (text: string, data: Record<string, Value> = {}): string =>
  text.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, form: string | undefined) => printed(data[name], form))
