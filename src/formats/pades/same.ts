import type { Pdf } from './pdf.ts'
import { Damaged, Dict, Name, nameOf, Ref, Stream, Text, type Value } from './values.ts'

const MOST_STEPS = 3_000_000

/** Pages and fields point back to their parents, which are compared on their own. */
const UPWARDS = ['Parent', 'P']

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
    return this.#compare(a, b, apart, false)
  }

  /** Whether the later value holds all that the earlier one held, in its order, and perhaps more. */
  grown(a: Value | undefined, b: Value | undefined, apart: readonly string[] = []): boolean {
    return this.#compare(a, b, apart, true)
  }

  #compare(a: Value | undefined, b: Value | undefined, apart: readonly string[], mayGrow: boolean): boolean {
    if (++this.#steps > MOST_STEPS) throw new Damaged('too much to compare')
    if (a instanceof Ref && b instanceof Ref) return this.#sameTargets(a, b, apart, mayGrow)
    const [x, y] = [this.before.resolve(a), this.after.resolve(b)]
    if (mayGrow && x === null) return true
    if (Array.isArray(x)) return Array.isArray(y) && this.#sameLists(x, y, mayGrow)
    if (x instanceof Stream) return y instanceof Stream && x.raw.equals(y.raw) && this.#sameDicts(x.dict, y.dict, apart, mayGrow)
    if (x instanceof Dict) return y instanceof Dict && this.#sameDicts(x, y, apart, mayGrow)
    if (x instanceof Text) return y instanceof Text && x.bytes.equals(y.bytes)
    return x instanceof Name ? y instanceof Name && x.name === y.name : x === y
  }

  #sameTargets(a: Ref, b: Ref, apart: readonly string[], mayGrow: boolean): boolean {
    const pair = `${a.number} ${b.number} ${mayGrow} ${apart.join()}`
    const known = this.#pairs.get(pair)
    if (known !== undefined) return known
    this.#pairs.set(pair, true)
    const [x, y] = [this.before.resolve(a), this.after.resolve(b)]
    // Pages are compared one by one; what points to a page means its place.
    const page = x instanceof Dict && y instanceof Dict && nameOf(x.get('Type')) === 'Page'
    const same = page ? a.number === b.number : this.#compare(x, y, apart, mayGrow)
    this.#pairs.set(pair, same)
    return same
  }

  #sameDicts(a: Dict, b: Dict, apart: readonly string[], mayGrow: boolean): boolean {
    const keys = mayGrow ? a.keys() : new Set([...a.keys(), ...b.keys()])
    return [...keys].every(
      key => UPWARDS.includes(key) || apart.includes(key) || this.#compare(a.get(key), b.get(key), [], mayGrow),
    )
  }

  #sameLists(a: Value[], b: Value[], mayGrow: boolean): boolean {
    if (!mayGrow) return a.length === b.length && a.every((one, i) => this.same(one, b[i]))
    let next = 0
    return a.every(one => {
      while (next < b.length && !this.grown(one, b[next])) next++
      return next++ < b.length
    })
  }
}
