import type { Pdf } from './pdf.ts'
import { Damaged, Dict, Name, nameOf, Ref, Stream, Text, type Value } from './values.ts'

const MOST_STEPS = 3_000_000

/** Compares values of an earlier and a later revision through all they refer to; pairs once compared are not compared again. */
export class Comparison {
  readonly before: Pdf
  readonly after: Pdf
  readonly #pairs = new Map<string, boolean>()
  #steps = 0

  constructor(before: Pdf, after: Pdf) {
    this.before = before
    this.after = after
  }

  /** `apart`: keys of the two dictionaries, and of no deeper ones, that may differ. */
  same(a: Value | undefined, b: Value | undefined, apart: readonly string[] = []): boolean {
    if (++this.#steps > MOST_STEPS) throw new Damaged('too much to compare')
    if (a instanceof Ref && b instanceof Ref) return this.#sameTargets(a, b, apart)
    const [x, y] = [this.before.resolve(a), this.after.resolve(b)]
    if (Array.isArray(x)) return Array.isArray(y) && x.length === y.length && x.every((one, i) => this.same(one, y[i]))
    if (x instanceof Stream) return y instanceof Stream && x.raw.equals(y.raw) && this.#sameDicts(x.dict, y.dict, apart)
    if (x instanceof Dict) return y instanceof Dict && this.#sameDicts(x, y, apart)
    if (x instanceof Text) return y instanceof Text && x.bytes.equals(y.bytes)
    return x instanceof Name ? y instanceof Name && x.name === y.name : x === y
  }

  #sameTargets(a: Ref, b: Ref, apart: readonly string[]): boolean {
    const pair = `${a.number} ${b.number} ${apart.join()}`
    const known = this.#pairs.get(pair)
    if (known !== undefined) return known
    this.#pairs.set(pair, true)
    const [x, y] = [this.before.resolve(a), this.after.resolve(b)]
    // Pages are compared one by one; what points to a page means its place.
    const page = x instanceof Dict && y instanceof Dict && nameOf(x.get('Type')) === 'Page'
    const same = page ? a.number === b.number : this.same(x, y, apart)
    this.#pairs.set(pair, same)
    return same
  }

  #sameDicts(a: Dict, b: Dict, apart: readonly string[]): boolean {
    // Pages and fields point back to their parents, which are compared on their own.
    const keys = new Set([...a.keys(), ...b.keys()].filter(key => key !== 'Parent' && key !== 'P' && !apart.includes(key)))
    return [...keys].every(key => this.same(a.get(key), b.get(key)))
  }
}
