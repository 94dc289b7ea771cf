import type { Adopted } from './contract.ts'

export const sameLine = (a: Adopted | undefined, b: Adopted | undefined): boolean =>
  a?.text === b?.text && a?.promised === b?.promised

export const sameLines = (a: readonly Adopted[], b: readonly Adopted[]): boolean =>
  a.length === b.length && a.every((line, at) => line.key === b[at]!.key && sameLine(line, b[at]))

/**
 * What is typed, once a colleague has saved lines meanwhile: a line that was not touched since `seen` becomes theirs, a touched one stays as
 * typed. `crossed` are the keys of those that both have changed, each in another way.
 */
export function mergeLines(seen: readonly Adopted[], typed: readonly Adopted[], theirs: readonly Adopted[]) {
  const of = (lines: readonly Adopted[], key: string) => lines.find(one => one.key === key)
  const lines = typed.map(line => (sameLine(line, of(seen, line.key)) ? (of(theirs, line.key) ?? line) : line))
  const crossed = typed
    .filter(line => !sameLine(line, of(seen, line.key)))
    .filter(({ key }) => of(theirs, key) !== undefined && !sameLine(of(theirs, key), of(seen, key)))
    .filter(line => !sameLine(line, of(theirs, line.key)))
  return { lines, crossed: crossed.map(line => line.key) }
}
